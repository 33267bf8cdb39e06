import { BOOL, type CelType, DYN, INT, STRING, typeName } from '../../../lib/kubernetes/cel/cel-type';
import { operatorType } from '../../../lib/kubernetes/cel/operator-type';

const DOUBLE: CelType = { kind: 'double' };
const NULL: CelType = { kind: 'null' };
const TIMESTAMP: CelType = { kind: 'timestamp' };

test.each<[string, CelType[], string]>([
  ['+', [INT, INT], 'int'],
  ['+', [INT, DYN], 'dyn'],
  ['-', [INT], 'int'],
  ['-', [TIMESTAMP, NULL], 'dyn'],
  ['<', [INT, DOUBLE], 'bool'],
  ['<', [DYN, STRING], 'bool'],
  ['in', [INT, { kind: 'list', item: INT }], 'bool'],
  ['?:', [BOOL, STRING, STRING], 'string'],
])('%s', (sign, types, result) => expect(typeName(operatorType(sign, types) ?? NULL)).toBe(result));

test.each<[string, CelType[]]>([
  ['+', [INT, DOUBLE]],
  ['+', [BOOL, DYN]],
  ['+', [TIMESTAMP, TIMESTAMP]],
  ['-', [INT, NULL]],
  ['-', [STRING]],
  ['<', [DYN, NULL]],
  ['==', [INT, DOUBLE]],
  ['in', [INT, STRING]],
])('%s has no meaning', (sign, types) => expect(operatorType(sign, types)).toBeUndefined());
