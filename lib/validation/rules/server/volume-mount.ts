import { descendingPath } from '../../../kubernetes/local-path';
import { forbidden, invalid, notFound, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';
import { fixForVolume } from './fix-for-volume';

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];
const RECURSIVE_READ_ONLY = ['Disabled', 'Enabled', 'IfPossible'];
const SUB_PATHS = ['subPath', 'subPathExpr'] as const;

/** The volumes that a container mounts as file systems. */
export const volumeMountRules = defineRules([
  {
    id: 'require-mount-name',
    summary: 'Every volume mount names its volume.',
    why: 'There is nothing to mount without one.',
    fix: 'Write the name of a volume of the pod.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeMounts',
    example: { bad: 'mountPath: /data', good: 'name: data\nmountPath: /data' },
    visit: {
      volumeMount({ name }, at, report) {
        if (!name) report(required(at.child('name')));
      },
    },
  },
  {
    id: 'valid-mount-name',
    summary: 'A volume mount names a volume of the pod, or a volume claim template of the StatefulSet.',
    why: 'There is nothing to mount under another name; a volume that is not valid itself cannot be mounted either.',
    fix: 'Add the volume to spec.volumes, or correct the name.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeMounts, IsMatchedVolume',
    example: { bad: 'name: dat\nmountPath: /data', good: 'name: data\nmountPath: /data' },
    visit: {
      volumeMount({ name = '' }, at, report, { podSpec, volumes }) {
        if (!volumes.has(name)) report(notFound(at.child('name'), name, fixForVolume(name, podSpec, volumes)));
      },
    },
  },
  {
    id: 'require-mount-path',
    summary: 'Every volume mount has a mountPath.',
    why: 'The volume has to appear somewhere in the container.',
    fix: 'Write the directory at which the container sees the volume.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeMounts',
    example: { bad: 'name: data', good: 'name: data\nmountPath: /data' },
    visit: {
      volumeMount({ mountPath }, at, report) {
        if (!mountPath) report(required(at.child('mountPath')));
      },
    },
  },
  {
    id: 'unique-mount-path',
    summary: 'No two volume mounts of a container have the same mountPath.',
    why: 'One would hide the other.',
    fix: 'Mount one of the volumes elsewhere.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeMounts',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: a }, { name: b }], containers: [{ name: app, image: a, volumeMounts: [{ name: a, mountPath: /data }, { name: b, mountPath: /data }] }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: a }, { name: b }], containers: [{ name: app, image: a, volumeMounts: [{ name: a, mountPath: /data/a }, { name: b, mountPath: /data/b }] }] }',
    },
    visit: {
      container({ volumeMounts }, at, report) {
        if (volumeMounts === undefined || volumeMounts.length < 2) return;
        const paths = new Set<string>();
        volumeMounts.forEach(({ mountPath = '' }, index) => {
          if (paths.has(mountPath))
            report(invalid(at.child('volumeMounts').index(index).child('mountPath'), mountPath, 'must be unique'));
          paths.add(mountPath);
        });
      },
    },
  },
  {
    id: 'valid-sub-path',
    summary: 'subPath and subPathExpr are relative paths without a `..` element.',
    why: 'They lead to a part of the volume, and not out of it.',
    fix: 'Write a path below the root of the volume, without / at its start.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeMounts, validateLocalDescendingPath',
    example: {
      bad: 'name: data\nmountPath: /data\nsubPath: /logs',
      good: 'name: data\nmountPath: /data\nsubPath: logs',
    },
    visit: {
      volumeMount(mount, at, report, { containerAt }) {
        for (const name of SUB_PATHS) {
          const path = mount[name];
          if (!path) continue;
          for (const reason of descendingPath(path))
            report(invalid(containerAt.down('volumeMounts', name), path, reason, { place: at.child(name) }));
        }
      },
    },
  },
  {
    id: 'no-second-sub-path',
    summary: 'A volume mount has subPath or subPathExpr, not both.',
    why: 'One part of a volume is mounted at one path.',
    fix: 'Remove one of the two.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateVolumeMounts',
    example: {
      bad: 'name: data\nmountPath: /data\nsubPath: logs\nsubPathExpr: $(POD)',
      good: 'name: data\nmountPath: /data\nsubPathExpr: $(POD)',
    },
    visit: {
      volumeMount({ subPath, subPathExpr }, at, report) {
        if (subPath && subPathExpr)
          report(invalid(at.child('subPathExpr'), subPathExpr, 'must not be set beside subPath'));
      },
    },
  },
  {
    id: 'valid-mount-propagation',
    summary: 'mountPropagation is None, HostToContainer or Bidirectional.',
    why: 'The container runtime knows no other way of sharing mounts with the node.',
    fix: 'Write one of the three, or leave mountPropagation out for None.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateMountPropagation',
    example: {
      bad: 'name: data\nmountPath: /data\nmountPropagation: rshared',
      good: 'name: data\nmountPath: /data\nmountPropagation: HostToContainer',
    },
    visit: {
      volumeMount({ mountPropagation: propagation }, at, report, { containerAt }) {
        if (propagation === undefined || PROPAGATIONS.includes(propagation)) return;
        const extra = { place: at.child('mountPropagation'), ...didYouMean(propagation, PROPAGATIONS) };
        report(notSupported(containerAt.down('volumeMounts', 'mountPropagation'), propagation, PROPAGATIONS, extra));
      },
    },
  },
  {
    id: 'no-bidirectional-mount-propagation',
    summary: 'Only a privileged container has mountPropagation: Bidirectional.',
    why: 'What it mounts appears on the node and in other pods.',
    fix: 'Use HostToContainer, or set securityContext.privileged: true.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateMountPropagation',
    example: {
      bad: 'name: data\nmountPath: /data\nmountPropagation: Bidirectional',
      good: 'name: data\nmountPath: /data\nmountPropagation: HostToContainer',
    },
    visit: {
      volumeMount({ mountPropagation }, at, report, { container, containerAt }) {
        if (mountPropagation !== 'Bidirectional' || container.securityContext?.privileged) return;
        const field = containerAt.down('volumeMounts', 'mountPropagation');
        const place = at.child('mountPropagation');
        report(forbidden(field, 'Bidirectional is available to privileged containers only', { place }));
      },
    },
  },
  {
    id: 'valid-recursive-read-only',
    summary:
      'recursiveReadOnly is Disabled, IfPossible or Enabled; other than Disabled it needs readOnly: true and no mount propagation.',
    why: 'It widens readOnly to what is mounted below, and cannot hold what is mounted from elsewhere later.',
    fix: 'Set readOnly: true and leave mountPropagation out, or leave recursiveReadOnly out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateMountRecursiveReadOnly',
    since: 31,
    example: {
      bad: 'name: data\nmountPath: /data\nrecursiveReadOnly: Enabled',
      good: 'name: data\nmountPath: /data\nreadOnly: true\nrecursiveReadOnly: Enabled',
    },
    visit: {
      volumeMount({ readOnly, recursiveReadOnly, mountPropagation }, at, report, { containerAt }) {
        if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return;
        const field = containerAt.down('volumeMounts', 'recursiveReadOnly');
        const place = at.child('recursiveReadOnly');
        if (!RECURSIVE_READ_ONLY.includes(recursiveReadOnly)) {
          const fix = 'Write one of the three, or leave recursiveReadOnly out.';
          const extra = { place, fix, ...didYouMean(recursiveReadOnly, RECURSIVE_READ_ONLY) };
          return report(notSupported(field, recursiveReadOnly, RECURSIVE_READ_ONLY, extra));
        }
        if (!readOnly) report(forbidden(field, 'needs readOnly: true', { place }));
        if (mountPropagation !== undefined && mountPropagation !== 'None')
          report(forbidden(field, 'needs mountPropagation to be None or unset', { place }));
      },
    },
  },
]);
