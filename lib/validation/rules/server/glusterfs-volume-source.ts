import { dnsLabel } from '../../../kubernetes/formats';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';

/** What a GlusterFS volume must be. */
export const glusterfsVolumeSourceRules = defineRules([
  {
    id: 'valid-glusterfs-namespace',
    summary: 'The endpointsNamespace of a GlusterFS PersistentVolume is the name of a namespace.',
    why: 'The endpoints of the servers are looked up there.',
    fix: 'Leave endpointsNamespace out for the namespace of the claim.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateGlusterfsPersistentVolumeSource',
    example: {
      bad: 'apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: data }\nspec: { glusterfs: { endpoints: files, path: web, endpointsNamespace: my_team } }',
      good: 'apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: data }\nspec: { glusterfs: { endpoints: files, path: web, endpointsNamespace: my-team } }',
    },
    visit: {
      glusterfsVolumeSource({ endpointsNamespace: namespace }, at, report) {
        if (namespace === undefined) return;
        const field = at.child('endpointsNamespace');
        for (const reason of dnsLabel(namespace)) report(invalid(field, namespace, reason));
      },
    },
  },
]);
