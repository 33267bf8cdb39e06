import { referenceRules } from '../../../../lib/validation/rules/app/references';
import { cronJob, deployment, object, pod, podTemplate, podWithContainer } from '../../manifests';
import { testAppRules } from '../test-app-rules';

const configMap = object('v1', 'ConfigMap', {
  metadata: { name: 'settings' },
  data: { logLevel: 'info' },
  binaryData: { logo: 'AAAA' },
});
const secret = object('v1', 'Secret', { metadata: { name: 'passwords' }, stringData: { root: 'x' } });
const claim = object('v1', 'PersistentVolumeClaim', {
  metadata: { name: 'data-claim' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
});
const account = object('v1', 'ServiceAccount', { metadata: { name: 'builder' } });

const env = (source: string, ref: object) => podWithContainer({ env: [{ name: 'A', valueFrom: { [source]: ref } }] });
const volume = (source: object) => pod({ volumes: [{ name: 'data', ...source }] });

testAppRules(referenceRules, {
  'valid-reference-key': {
    valid: {
      'a key of a ConfigMap': [configMap, env('configMapKeyRef', { name: 'settings', key: 'logLevel' })],
      'a key of its binary data': [configMap, env('configMapKeyRef', { name: 'settings', key: 'logo' })],
      'a key of a Secret in stringData': [secret, env('secretKeyRef', { name: 'passwords', key: 'root' })],
      'a missing key that is optional': [
        configMap,
        env('configMapKeyRef', { name: 'settings', key: 'x', optional: true }),
      ],
      'a ConfigMap that is not of the app': [configMap, env('configMapKeyRef', { name: 'elsewhere', key: 'x' })],
      'a Secret that is filled by somebody else': [
        object('v1', 'Secret', { metadata: { name: 'passwords' } }),
        env('secretKeyRef', { name: 'passwords', key: 'x' }),
      ],
      'a ConfigMap of that name in another namespace': [
        { ...configMap, metadata: { name: 'settings', namespace: 'other' } },
        env('configMapKeyRef', { name: 'settings', key: 'x' }),
      ],
      'volumes without items': [
        configMap,
        secret,
        volume({ configMap: { name: 'settings' } }),
        volume({ secret: { secretName: 'passwords' } }),
      ],
    },
    invalid: {
      'an env of a ConfigMap': [
        [configMap, env('configMapKeyRef', { name: 'settings', key: 'loglevel' })],
        '1 spec.containers[0].env[0].valueFrom.configMapKeyRef.key: FieldValueNotFound',
      ],
      'an env of a Secret': [
        [env('secretKeyRef', { name: 'passwords', key: 'user' }), secret],
        '0 spec.containers[0].env[0].valueFrom.secretKeyRef.key: FieldValueNotFound',
      ],
      'items of volumes': [
        [
          configMap,
          secret,
          pod({
            volumes: [
              {
                name: 'a',
                configMap: {
                  name: 'settings',
                  items: [
                    { key: 'logLevel', path: 'a' },
                    { key: 'x', path: 'b' },
                  ],
                },
              },
              { name: 'b', secret: { secretName: 'passwords', items: [{ key: 'x', path: 'a' }] } },
              {
                name: 'c',
                projected: {
                  sources: [
                    { configMap: { name: 'settings', items: [{ key: 'x', path: 'a' }] } },
                    { secret: { name: 'passwords', items: [{ key: 'x', path: 'b' }] } },
                  ],
                },
              },
            ],
          }),
        ],
        '2 spec.volumes[0].configMap.items[1].key: FieldValueNotFound',
        '2 spec.volumes[1].secret.items[0].key: FieldValueNotFound',
        '2 spec.volumes[2].projected.sources[0].configMap.items[0].key: FieldValueNotFound',
        '2 spec.volumes[2].projected.sources[1].secret.items[0].key: FieldValueNotFound',
      ],
      'an init container of a template': [
        [
          configMap,
          deployment({
            template: podTemplate({
              initContainers: [
                {
                  name: 'init',
                  image: 'a',
                  env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'x' } } }],
                },
              ],
            }),
          }),
        ],
        '1 spec.template.spec.initContainers[0].env[0].valueFrom.configMapKeyRef.key: FieldValueNotFound',
      ],
      'a CronJob': [
        [
          configMap,
          cronJob(
            {},
            {
              template: podTemplate({
                restartPolicy: 'Never',
                volumes: [{ name: 'a', configMap: { name: 'settings', items: [{ key: 'x', path: 'a' }] } }],
              }),
            },
          ),
        ],
        '1 spec.jobTemplate.spec.template.spec.volumes[0].configMap.items[0].key: FieldValueNotFound',
      ],
    },
  },
  'valid-reference-name': {
    valid: {
      'names that the app defines': [
        configMap,
        claim,
        account,
        pod({
          serviceAccountName: 'builder',
          volumes: [
            { name: 'a', persistentVolumeClaim: { claimName: 'data-claim' } },
            { name: 'b', configMap: { name: 'settings' } },
          ],
        }),
      ],
      'names that are nothing like those of the app': [
        configMap,
        env('configMapKeyRef', { name: 'cluster-wide', key: 'a' }),
      ],
      'a misspelling of nothing': [env('configMapKeyRef', { name: 'setings', key: 'a' })],
      'an optional one': [configMap, env('configMapKeyRef', { name: 'setings', key: 'a', optional: true })],
    },
    invalid: {
      'a ConfigMap in env': [
        [configMap, env('configMapKeyRef', { name: 'setings', key: 'logLevel' })],
        '1 spec.containers[0].env[0].valueFrom.configMapKeyRef.name: FieldValueNotFound',
      ],
      'a ConfigMap and a Secret in envFrom': [
        [
          configMap,
          secret,
          podWithContainer({ envFrom: [{ configMapRef: { name: 'setting' } }, { secretRef: { name: 'password' } }] }),
        ],
        '2 spec.containers[0].envFrom[0].configMapRef.name: FieldValueNotFound',
        '2 spec.containers[0].envFrom[1].secretRef.name: FieldValueNotFound',
      ],
      'a Secret volume': [
        [secret, volume({ secret: { secretName: 'paswords' } })],
        '1 spec.volumes[0].secret.secretName: FieldValueNotFound',
      ],
      'a claim': [
        [claim, volume({ persistentVolumeClaim: { claimName: 'data-clam' } })],
        '1 spec.volumes[0].persistentVolumeClaim.claimName: FieldValueNotFound',
      ],
      'a ServiceAccount': [
        [account, pod({ serviceAccountName: 'bulider' })],
        '1 spec.serviceAccountName: FieldValueNotFound',
      ],
    },
  },
});
