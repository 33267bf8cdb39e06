import { referenceAdvice } from '../../../../lib/validation/rules/advice/reference';
import { object, pod, podWithContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const configMap = (name: string, namespace?: string) => object('v1', 'ConfigMap', { metadata: { name, namespace } });
const from = (source: object) => podWithContainer({ envFrom: [source] });
const settings = from({ configMapRef: { name: 'settings' } });
const secret = from({ secretRef: { name: 'db' } });
const NAME = 'spec.containers[0].envFrom[0]';

testAdvice(referenceAdvice, {
  'require-referenced-object': {
    valid: {
      'an object of the app': [settings, configMap('settings')],
      'an optional one': [from({ configMapRef: { name: 'settings', optional: true } })],
      'what every namespace has': [
        pod({
          serviceAccountName: 'default',
          volumes: [{ name: 'ca', configMap: { name: 'kube-root-ca.crt' } }],
        }),
      ],
      'a misspelling, which other advice minds': [settings, configMap('setings')],
      'a Secret of an ExternalSecret': [
        secret,
        object('external-secrets.io/v1', 'ExternalSecret', { spec: { target: { name: 'db' } } }),
      ],
      'a Secret of a SealedSecret': [
        object('bitnami.com/v1alpha1', 'SealedSecret', { metadata: { name: 'db' } }),
        secret,
      ],
      'a Secret of a Certificate': [
        object('cert-manager.io/v1', 'Certificate', { spec: { secretName: 'db' } }),
        secret,
      ],
      'objects that are not the whole app': { manifests: [settings], oneApp: false },
    },
    invalid: {
      'a ConfigMap': [settings, `${NAME}.configMapRef.name: the app has no ConfigMap/settings`],
      'a Secret': [secret, `${NAME}.secretRef.name: the app has no Secret/db`],
      'a claim and an account': [
        pod({
          serviceAccountName: 'builder',
          volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
        }),
        'spec.volumes[0].persistentVolumeClaim.claimName: no PersistentVolumeClaim/data',
        'spec.serviceAccountName: no ServiceAccount/builder',
      ],
      'a ConfigMap in another namespace': [
        [settings, configMap('settings', 'shop')],
        `0 ${NAME}.configMapRef.name: the app has no ConfigMap/settings`,
      ],
      'one that is named twice, said once': [
        podWithContainer({ envFrom: [{ secretRef: { name: 'db' } }, { prefix: 'A', secretRef: { name: 'db' } }] }),
        `${NAME}.secretRef.name: the app has no Secret/db`,
      ],
    },
  },
});
