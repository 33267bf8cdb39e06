import { configMapKey, dnsLabel, dnsSubdomain, relaxedEnvVarName } from '../../../kubernetes/formats';
import type { Volume } from '../../../kubernetes/generated/decoded';
import { pathWithoutBacksteps } from '../../../kubernetes/local-path';
import { invalid, notFound, required } from '../../finding';
import type { PodContext } from '../../nodes';
import { claimTemplateVolumes } from '../../pod-template-scope';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const REFERENCES = ['configMapKeyRef', 'secretKeyRef'] as const;

/** The key of a ConfigMap, a Secret or a file that an environment variable takes its value from. */
export const keySelectorRules = defineRules([
  {
    id: 'valid-key-ref-name',
    summary: 'configMapKeyRef and secretKeyRef name an object: a DNS subdomain.',
    why: 'No ConfigMap and no Secret can have another name.',
    fix: 'Write the name of the ConfigMap or Secret.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateConfigMapKeySelector, validateSecretKeySelector',
    example: {
      bad: 'name: TOKEN\nvalueFrom: { secretKeyRef: { key: token } }',
      good: 'name: TOKEN\nvalueFrom: { secretKeyRef: { name: app, key: token } }',
    },
    visit: {
      envVar({ valueFrom }, at, report) {
        if (valueFrom === undefined) return;
        for (const reference of REFERENCES) {
          if (valueFrom[reference] === undefined) continue;
          const { name = '' } = valueFrom[reference];
          for (const reason of dnsSubdomain(name))
            report(invalid(at.down('valueFrom', reference, 'name'), name, reason));
        }
      },
    },
  },
  {
    id: 'valid-key-ref-key',
    summary: 'configMapKeyRef and secretKeyRef have a key of letters, digits, -, _ and ., not beginning with `..`.',
    why: 'No ConfigMap and no Secret can have another key.',
    fix: 'Write a key of the ConfigMap or Secret.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateConfigMapKeySelector, validateSecretKeySelector',
    example: {
      bad: 'name: TOKEN\nvalueFrom: { secretKeyRef: { name: app, key: to/ken } }',
      good: 'name: TOKEN\nvalueFrom: { secretKeyRef: { name: app, key: token } }',
    },
    visit: {
      envVar({ valueFrom }, at, report) {
        if (valueFrom === undefined) return;
        for (const reference of REFERENCES) {
          const selector = valueFrom[reference];
          if (selector === undefined) continue;
          const field = at.down('valueFrom', reference, 'key');
          if (!selector.key) report(required(field));
          else for (const reason of configMapKey(selector.key)) report(invalid(field, selector.key, reason));
        }
      },
    },
  },
  {
    id: 'valid-file-key-ref',
    summary: 'fileKeyRef has a key, the name of a volume, and a path in the volume that does not lead out of it.',
    why: 'The value is read from a file that an init container wrote to the volume.',
    fix: 'Write key, volumeName and a relative path.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateFileKeySelector',
    since: 35,
    example: {
      bad: 'name: TOKEN\nvalueFrom: { fileKeyRef: { key: TOKEN, volumeName: config } }',
      good: 'name: TOKEN\nvalueFrom: { fileKeyRef: { key: TOKEN, volumeName: config, path: app.env } }',
    },
    visit: {
      envVar({ valueFrom }, at, report) {
        const selector = valueFrom?.fileKeyRef;
        if (selector === undefined) return;
        const { key, volumeName, path } = selector;
        const selectorAt = at.down('valueFrom', 'fileKeyRef');
        if (!key) report(required(selectorAt.child('key')));
        else for (const reason of relaxedEnvVarName(key)) report(invalid(selectorAt.child('key'), key, reason));
        if (!volumeName) report(required(selectorAt.child('volumeName')));
        else
          for (const reason of dnsLabel(volumeName))
            report(invalid(selectorAt.child('volumeName'), volumeName, reason));
        if (!path) report(required(selectorAt.child('path')));
        else for (const reason of pathWithoutBacksteps(path)) report(invalid(selectorAt.child('path'), path, reason));
      },
    },
  },
  {
    id: 'valid-file-key-ref-volume',
    summary: 'The volume of a fileKeyRef is an emptyDir of the pod.',
    why: 'Only an emptyDir holds what the init containers of the same pod wrote.',
    fix: 'Name an emptyDir volume in volumeName.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateFileKeyRefVolumes',
    since: 35,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a, env: [{ name: A, valueFrom: { fileKeyRef: { key: A, volumeName: conf, path: a.env } } }] }], volumes: [{ name: config, emptyDir: {} }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a, env: [{ name: A, valueFrom: { fileKeyRef: { key: A, volumeName: config, path: a.env } } }] }], volumes: [{ name: config, emptyDir: {} }] }',
    },
    visit: {
      envVar({ valueFrom }, at, report, context) {
        if (valueFrom?.fileKeyRef === undefined) return;
        const { volumeName = '' } = valueFrom.fileKeyRef;
        const field = at.down('valueFrom', 'fileKeyRef', 'volumeName');
        const volumes = volumesByName(context);
        const volume = volumes.get(volumeName);
        if (volume === undefined) report(notFound(field, volumeName, didYouMean(volumeName, volumes.keys())));
        else if (volume.emptyDir === undefined) report(invalid(field, volumeName, 'must be an emptyDir volume'));
      },
    },
  },
]);

/** Valid or not; of several of one name the last, and a claim template in the stead of all of them. */
function volumesByName(context: PodContext): ReadonlyMap<string, Volume> {
  const volumes = new Map<string, Volume>();
  for (const volume of context.podSpec.volumes ?? []) volumes.set(volume.name ?? '', volume);
  for (const [name, { volume }] of claimTemplateVolumes(context)) volumes.set(name, volume);
  return volumes;
}
