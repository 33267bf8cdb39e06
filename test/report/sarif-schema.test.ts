import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { reportSarif } from '../../lib/report/sarif';
import type { Diagnostic } from '../../lib/validation/diagnostic';
import { catalogue } from '../../lib/validation/rules/catalogue';
import { error, info, reportOf } from './example';

const file = join(__dirname, '../data/sarif/sarif-2.1.0-rtm.5.json.gz');
const schema = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));

/** The schema is of draft 4, which this evaluator does not know by name; what it uses of it means the same. */
const { $schema: _draft, id: _address, ...draft7 } = schema;
const isUri = (text: string, base?: string) => /^[\x21-\x7e]*$/.test(text) && URL.canParse(text, base);
const validate = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: {
    uri: (text) => isUri(text),
    'uri-reference': (text) => isUri(text, 'https://example.com/'),
    'date-time': (text) => !Number.isNaN(Date.parse(text)),
  },
}).compile(draft7);

const logOf = (...findings: Diagnostic[]) => JSON.parse(reportSarif(reportOf({ '1.35': findings, '1.36': findings })));
const misses = (log: unknown) => {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const strange: Diagnostic = {
  ...error,
  message: '\u0000\u{1f600}',
  source: { file: 'C:\\ä #?\\%.ts', line: 1, column: 1 },
};
const logs: [string, Diagnostic[]][] = [
  ['without findings', []],
  ['with places and without', [error, info]],
  ['with a strange path and text', [strange]],
  ['with a finding of every rule', catalogue.map(({ id, severity = 'error' }) => ({ ...error, rule: id, severity }))],
];

test.each(logs)('a log %s is valid against the schema', (_, findings) =>
  expect(misses(logOf(...findings))).toEqual([]),
);

const broken: [string, (log: Log) => unknown][] = [
  ['another version', (log) => ({ ...log, version: '2.0.0' })],
  ['an unknown member', (log) => ({ ...log, more: 1 })],
  ['a run without a tool', (log) => ({ ...log, runs: [{ results: [] }] })],
  ['a path that is no URI', (log) => JSON.parse(JSON.stringify(log).replaceAll('my%20app', 'my app'))],
  ['a line before the first', (log) => JSON.parse(JSON.stringify(log).replaceAll('"startLine":4', '"startLine":0'))],
];

test.each(broken)('the schema refuses %s', (_, breakLog) => expect(misses(breakLog(logOf(error)))).not.toEqual([]));
