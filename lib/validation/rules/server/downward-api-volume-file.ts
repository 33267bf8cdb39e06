import { volumeFilePath } from '../../../kubernetes/local-path';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { reportFieldPath, reportSubscriptKey } from './object-field-selector';
import { reportDivisor, reportResource } from './resource-field-selector';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';
const IN_VOLUMES = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];
/** The server names the volume, without `items` and the position of the file. */
const UNNAMED_STEPS = 2;

/** What the files of a volume must be that the fields of a pod become. */
export const downwardAPIVolumeFileRules = defineRules([
  {
    id: 'valid-downward-api-path',
    summary: "The path of a file of the downward API is relative, stays below the volume and does not begin with '..'.",
    why: 'The kubelet writes into the volume only, and keeps files of its own there.',
    fix: 'Write a path such as labels.',
    source: `${SOURCE} validateDownwardAPIVolumeFile, ValidateLocalNonReservedPath`,
    example: {
      bad: '{ path: /labels, fieldRef: { fieldPath: metadata.labels } }',
      good: '{ path: labels, fieldRef: { fieldPath: metadata.labels } }',
    },
    visit: {
      downwardAPIVolumeFile({ path }, at, report) {
        const field = at.shortenedBy(UNNAMED_STEPS).child('path');
        if (!path) report(required(field));
        else for (const reason of volumeFilePath(path)) report(invalid(field, path, reason));
      },
    },
  },
  {
    id: 'valid-downward-api-source',
    summary: 'A file of the downward API holds either a field of the pod or a resource of a container.',
    why: 'The file has one content.',
    fix: 'Write one of fieldRef and resourceFieldRef.',
    source: `${SOURCE} validateDownwardAPIVolumeFile`,
    example: {
      bad: '{ path: labels }',
      good: '{ path: labels, fieldRef: { fieldPath: metadata.labels } }',
    },
    visit: {
      downwardAPIVolumeFile({ fieldRef, resourceFieldRef }, at, report) {
        const field = at.shortenedBy(UNNAMED_STEPS);
        if (!fieldRef && !resourceFieldRef) report(required(field, 'give fieldRef or resourceFieldRef'));
        if (fieldRef && resourceFieldRef)
          report(invalid(field, 'resource', 'fieldRef and resourceFieldRef exclude each other'));
      },
    },
  },
  {
    id: 'valid-volume-field-path',
    summary:
      "A fieldPath names a field of the pod that a volume may hold: its name, namespace, uid, labels or annotations, or one of them: metadata.labels['key'].",
    why: 'The kubelet keeps the file up to date with these fields and no others.',
    fix: "Write metadata.name, metadata.namespace, metadata.uid, metadata.labels['KEY'] or metadata.annotations['KEY'], or all labels or annotations without ['KEY']; the other fields are for environment variables.",
    source: `${SOURCE} validateObjectFieldSelector`,
    example: {
      bad: '{ path: ip, fieldRef: { fieldPath: status.podIP } }',
      good: '{ path: name, fieldRef: { fieldPath: metadata.name } }',
    },
    visit: {
      downwardAPIVolumeFile({ fieldRef }, at, report) {
        if (fieldRef === undefined) return;
        const field = at.shortenedBy(UNNAMED_STEPS).child('fieldRef');
        reportFieldPath(fieldRef, IN_VOLUMES, field, report);
        reportSubscriptKey(fieldRef, field, report);
      },
    },
  },
  {
    id: 'valid-volume-resource-field',
    summary:
      'A resourceFieldRef names a container, and limits or requests of cpu, memory, ephemeral-storage or hugepages in a unit of theirs.',
    why: 'A volume belongs to no container, and the kubelet knows the amounts of no other resource.',
    fix: 'Write containerName, a resource such as limits.memory and a divisor such as 1Mi.',
    source: `${SOURCE} validateContainerResourceFieldSelector, validateContainerResourceDivisor`,
    example: {
      bad: '{ path: memory, resourceFieldRef: { resource: limits.memory } }',
      good: '{ path: memory, resourceFieldRef: { containerName: app, resource: limits.memory } }',
    },
    visit: {
      downwardAPIVolumeFile({ fieldRef, resourceFieldRef }, at, report) {
        if (fieldRef || !resourceFieldRef) return;
        const field = at.shortenedBy(UNNAMED_STEPS).child('resourceFieldRef');
        if (!resourceFieldRef.containerName) report(required(field.child('containerName')));
        else reportResource(resourceFieldRef, field, report);
        reportDivisor(resourceFieldRef, field, report);
      },
    },
  },
]);
