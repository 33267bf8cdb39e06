import { pathWithoutBacksteps } from '../../../kubernetes/local-path';
import { invalid, notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const TYPES = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];

/** What a volume of a path of the node must be. */
export const hostPathVolumeSourceRules = defineRules([
  {
    id: 'valid-host-path',
    summary: "The path of a hostPath has no element '..'.",
    why: 'A path that leads upwards could leave the directory that policies allow.',
    fix: 'Write the path as it is on the node.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateHostPathVolumeSource',
    example: { bad: '{ path: /var/../etc }', good: '{ path: /etc }' },
    visit: {
      hostPathVolumeSource({ path }, at, report) {
        if (!path) return;
        for (const reason of pathWithoutBacksteps(path)) report(invalid(at.child('path'), path, reason));
      },
    },
  },
  {
    id: 'valid-host-path-type',
    summary: 'The type of a hostPath is one that the kubelet can look for.',
    why: 'The kubelet checks, or creates, what stands at the path before it mounts it.',
    fix: 'Leave type out for no check, or write Directory, DirectoryOrCreate, File, FileOrCreate, Socket, CharDevice or BlockDevice.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateHostPathType',
    example: { bad: '{ path: /etc, type: Dir }', good: '{ path: /etc, type: Directory }' },
    visit: {
      hostPathVolumeSource({ path, type = '' }, at, report) {
        if (path && !TYPES.includes(type)) report(notSupported(at.child('type'), type, TYPES, didYouMean(type, TYPES)));
      },
    },
  },
]);
