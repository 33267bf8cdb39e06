import { decodedLength } from '../../../kubernetes/base64';
import { byteLength, configMapKey } from '../../../kubernetes/formats';
import type { FieldPath } from '../../field-path';
import { invalid, tooLong } from '../../finding';
import { defineRules, type Report } from '../../rule';

/** One mebibyte. */
const MOST_BYTES = 1024 * 1024;
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go ValidateConfigMap, ValidateSecret';

/** The data of a ConfigMap, and what that of a Secret has in common with it. */
export const configMapRules = defineRules([
  {
    id: 'valid-config-data',
    summary: 'The data of a ConfigMap or Secret has plain file names as keys, and holds at most 1 MiB.',
    why: 'Each key becomes a file when the object is mounted, and the cluster keeps the whole object in memory.',
    fix: 'Name keys with letters, digits, dashes, underscores and dots; put large data into a volume.',
    source: SOURCE,
    example: { bad: 'data: { "etc/app.conf": "on" }', good: 'data: { app.conf: "on" }' },
    visit: {
      ConfigMap({ data, binaryData }, at, report) {
        validKeys(data, at.child('data'), report);
        validKeys(binaryData, at.child('binaryData'), report);
        let size = 0;
        for (const key in data) size += byteLength(data[key] ?? '');
        for (const key in binaryData) size += decodedLength(binaryData[key] ?? '');
        if (size > MOST_BYTES) report(tooLong(at.key(''), MOST_BYTES, { place: at.child('data') }));
      },
      Secret({ data }, at, report) {
        validKeys(data, at.child('data'), report);
        let size = 0;
        for (const key in data) size += decodedLength(data[key] ?? '');
        if (size > MOST_BYTES) report(tooLong(at.child('data'), MOST_BYTES));
      },
    },
  },
  {
    id: 'unique-config-key',
    summary: 'No key of a ConfigMap stands in both data and binaryData.',
    why: 'The two are mounted as files into one directory.',
    fix: 'Keep the key in one of them.',
    source: SOURCE,
    example: {
      bad: 'data: { logo: text }\nbinaryData: { logo: aGk= }',
      good: 'data: { name: text }\nbinaryData: { logo: aGk= }',
    },
    visit: {
      ConfigMap({ data, binaryData }, at, report) {
        if (data === undefined || binaryData === undefined) return;
        for (const key in data) {
          if (Object.hasOwn(binaryData, key))
            report(invalid(at.child('data').key(key), key, 'stands in binaryData too'));
        }
      },
    },
  },
]);

function validKeys(data: Readonly<Record<string, unknown>> | undefined, at: FieldPath, report: Report): void {
  for (const key in data) for (const reason of configMapKey(key)) report(invalid(at.key(key), key, reason));
}
