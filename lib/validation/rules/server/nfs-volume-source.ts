import { invalid } from '../../finding';
import { defineRules } from '../../rule';

/** What a volume of an NFS server must be. */
export const nfsVolumeSourceRules = defineRules([
  {
    id: 'valid-nfs-path',
    summary: 'The path of an NFS volume is absolute.',
    why: 'An NFS server exports whole directories by their paths from its root.',
    fix: 'Write the path as the server exports it: /exports/web.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateNFSVolumeSource',
    example: { bad: '{ server: files, path: web }', good: '{ server: files, path: /web }' },
    visit: {
      nfsVolumeSource({ path = '' }, at, report) {
        if (!path.startsWith('/')) report(invalid(at.child('path'), path, 'must be an absolute path'));
      },
    },
  },
]);
