import type { Diagnostic } from '../../lib/validation/diagnostic';
import { sortDiagnostics } from '../../lib/validation/sort';

const diagnostic = (rule: string, ...path: (string | number)[]) => ({ rule, path }) as unknown as Diagnostic;
const object = { kind: 'Pod', spec: { volumes: [], containers: [{ image: '', name: '' }, {}] }, metadata: {} };

test('follows the order in which the object was written; absent fields come last, then the rule decides', () => {
  const wanted = [
    diagnostic('a', 'spec'),
    diagnostic('a', 'spec', 'volumes'),
    diagnostic('a', 'spec', 'containers', 0, 'image'),
    diagnostic('a', 'spec', 'containers', 0, 'name'),
    diagnostic('b', 'spec', 'containers', 0, 'name'),
    diagnostic('a', 'spec', 'containers', 1),
    diagnostic('a', 'spec', 'containers', 10),
    diagnostic('a', 'spec', 'absent'),
    diagnostic('a', 'metadata', 'name'),
  ];
  expect(sortDiagnostics([...wanted].reverse(), object)).toEqual(wanted);
});
