import { volumeFilePath } from '../../../kubernetes/local-path';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';
const LARGEST_MODE = 0o777;

/** What the files of a volume must be that keys of ConfigMaps and Secrets become. */
export const keyToPathRules = defineRules([
  {
    id: 'require-item-key',
    summary: 'An item of a ConfigMap or Secret volume has the key and the path of its file.',
    why: 'The value of the key is written to the path.',
    fix: 'Write both; leave items out for a file of every key.',
    source: `${SOURCE} validateKeyToPath`,
    example: { bad: '{ key: app.conf }', good: '{ key: app.conf, path: app.conf }' },
    visit: {
      keyToPath({ key, path }, at, report) {
        if (!key) report(required(at.child('key')));
        if (!path) report(required(at.child('path')));
      },
    },
  },
  {
    id: 'valid-item-path',
    summary: "The path of an item is relative, stays below the volume and does not begin with '..'.",
    why: "The kubelet writes into the volume only, and keeps files of its own there whose names begin with '..'.",
    fix: 'Write a path such as conf/app.conf.',
    source: `${SOURCE} validateKeyToPath, ValidateLocalNonReservedPath`,
    example: { bad: '{ key: app.conf, path: /etc/app.conf }', good: '{ key: app.conf, path: etc/app.conf }' },
    visit: {
      keyToPath({ path }, at, report) {
        if (!path) return;
        for (const reason of volumeFilePath(path)) report(invalid(at.child('path'), path, reason));
      },
    },
  },
  {
    id: 'valid-file-mode',
    summary: 'The mode of a file in a volume lies between 0 and 0777.',
    why: 'It is the permission bits of the file; YAML 1.2 and JSON have no octal numbers of the form 0777.',
    fix: 'Write the mode as a decimal number: 420 for 0644, 256 for 0400, 511 for 0777.',
    source: `${SOURCE} validateKeyToPath, validateSecretVolumeSource, validateConfigMapVolumeSource, validateDownwardAPIVolumeFile, validateProjectedVolumeSource`,
    example: {
      bad: '{ key: app.conf, path: app.conf, mode: 777 }',
      good: '{ key: app.conf, path: app.conf, mode: 511 }',
    },
    visit: {
      keyToPath({ mode }, at, report) {
        reportMode(mode, at.child('mode'), report);
      },
      configMapVolumeSource({ defaultMode }, at, report) {
        reportMode(defaultMode, at.child('defaultMode'), report);
      },
      downwardAPIVolumeFile({ mode }, at, report) {
        reportMode(mode, at.shortenedBy(2).child('mode'), report);
      },
      downwardAPIVolumeSource({ defaultMode }, at, report) {
        reportMode(defaultMode, at.child('defaultMode'), report);
      },
      projectedVolumeSource({ defaultMode }, at, report) {
        reportMode(defaultMode, at.child('defaultMode'), report);
      },
      secretVolumeSource({ defaultMode }, at, report) {
        reportMode(defaultMode, at.child('defaultMode'), report);
      },
    },
  },
]);

function reportMode(mode: number | undefined, at: FieldPath, report: Report): void {
  if (mode !== undefined && (mode < 0 || mode > LARGEST_MODE))
    report(invalid(at, mode, 'must be between 0 and 0777 (octal), which is 511'));
}
