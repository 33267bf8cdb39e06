import { decodingRules } from '../../../../lib/validation/rules/server/decoding';
import { deployment, object, pod, podTemplate, podWithContainer, workload } from '../../manifests';
import { testRules } from '../test-rules';

const named = (apiVersion: unknown, kind: unknown) => ({ apiVersion, kind, metadata: { name: 'web' } });
const configMap = (body: object) => object('v1', 'ConfigMap', { ...body });
const cronJobBeta = { ...named('batch/v1beta1', 'CronJob'), spec: {} };

testRules(decodingRules, {
  'valid-kind': {
    valid: {
      'the core group': named('v1', 'Namespace'),
      'a custom resource': named('serving.knative.dev/v1', 'Service'),
      'a version that goes': {
        manifest: { ...named('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema'), spec: {} },
        kubeVersion: '1.31',
      },
    },
    invalid: {
      'no kind': [{ apiVersion: 'v1' }, 'kind: UnknownKind'],
      'no apiVersion': [{ kind: 'Pod' }, 'apiVersion: UnknownKind'],
      'a version in upper case': [named('V1', 'Namespace'), 'apiVersion: UnknownKind'],
      'the core group by a name': [named('core/v1', 'Namespace'), 'apiVersion: UnknownKind'],
      'a removed version': [cronJobBeta, 'apiVersion: UnknownKind'],
      'a group that is not the whole name': [named('rbac.authorization.k8s/v1', 'Role'), 'apiVersion: UnknownKind'],
      'a kind in lower case': [named('v1', 'namespace'), 'kind: UnknownKind'],
      'a version that has gone': [
        { manifest: named('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema'), kubeVersion: '1.32' },
        'apiVersion: UnknownKind',
      ],
    },
  },
  'valid-type': {
    valid: {
      'null for anything': pod({ volumes: null, nodeSelector: null, terminationGracePeriodSeconds: null }),
      'a number for a quantity': podWithContainer({ resources: { requests: { cpu: 1 } } }),
      'a number or a text for a port': podWithContainer({ livenessProbe: { tcpSocket: { port: 8080 } } }),
    },
    invalid: {
      'a number for a text': [configMap({ data: { port: 8080 } }), 'data[port]: Malformed'],
      'a text for a number': [deployment({ replicas: '3' }), 'spec.replicas: Malformed'],
      'a fraction': [deployment({ replicas: 1.5 }), 'spec.replicas: Malformed'],
      'more than 32 bits': [deployment({ replicas: 2147483648 }), 'spec.replicas: Malformed'],
      'a text for a list': [pod({ volumes: 'data' }), 'spec.volumes: Malformed'],
      'a list for an object': [pod({}, { labels: [{ app: 'web' }] }), 'metadata.labels: Malformed'],
      'no quantity': [
        podWithContainer({ resources: { limits: { memory: '1GB' } } }),
        'spec.containers[0].resources.limits[memory]: Malformed',
      ],
      'a date for a time': [pod({}, { creationTimestamp: '2024-01-01' }), 'metadata.creationTimestamp: Malformed'],
      'every fault, not only the first': [
        pod({ volumes: 'data', hostNetwork: 'yes' }),
        'spec.volumes: Malformed',
        'spec.hostNetwork: Malformed',
      ],
    },
  },
  'no-unknown-field': {
    valid: {
      'known fields': deployment({ minReadySeconds: 5 }),
      'any key of a map': pod({ nodeSelector: { disk: 'ssd' } }),
      'a field since it is known': { manifest: pod({ hostnameOverride: 'web' }), kubeVersion: '1.34' },
    },
    invalid: {
      'a misspelt field': [deployment({ replica: 3 }), 'spec.replica: UnknownField'],
      'a field in the wrong case': [
        podWithContainer({ imagepullpolicy: 'Always' }),
        'spec.containers[0].imagepullpolicy: UnknownField',
      ],
      'a field on the wrong level': [deployment({ containers: [] }), 'spec.containers: UnknownField'],
      'a field of the template': [
        workload('StatefulSet', { template: podTemplate({ image: 'x' }) }),
        'spec.template.spec.image: UnknownField',
      ],
      'a field of the status': [{ ...pod(), status: { phas: 'Running' } }, 'status.phas: UnknownField'],
      'a field before it is known': [
        { manifest: pod({ hostnameOverride: 'web' }), kubeVersion: '1.33' },
        'spec.hostnameOverride: UnknownField',
      ],
      'every one of them': [{ ...pod({ volume: [] }), data: {} }, 'spec.volume: UnknownField', 'data: UnknownField'],
    },
  },
  'unchecked-custom-resource': {
    valid: { 'a kind of Kubernetes': pod(), 'a kind that does not exist': named('apps/v1', 'Widget') },
    invalid: { 'any other kind': [named('example.com/v1', 'Widget'), ': NotChecked'] },
  },
});
