import { signaturesOf, withBindings } from '../../../lib/kubernetes/cel/cel-signatures';
import { INT, typeName } from '../../../lib/kubernetes/cel/cel-type';

const written = (name: string) =>
  signaturesOf(name).map(({ parameters, result }) => {
    const bindings = new Map([['A', INT]]);
    return `(${parameters.map((type) => typeName(withBindings(type, bindings))).join(', ')}): ${typeName(withBindings(result, bindings))}`;
  });

test.each([
  ['.getQuery', ['(url): map(string, list(string))']],
  ['.first', ['(list(int)): optional_type(int)']],
  ['semver', ['(string): semver', '(string, bool): semver']],
  ['.validate', ['(format, string): optional_type(list(string))']],
  ['optional.unwrap', ['(list(optional_type(int))): list(int)']],
  ['.indexOf', ['(string, string): int', '(string, string, int): int', '(list(int), int): int']],
  ['.getHours', ['(timestamp): int', '(timestamp, string): int', '(duration): int']],
  ['length', []],
])('%s', (name, signatures) => expect(written(name)).toEqual(signatures));
