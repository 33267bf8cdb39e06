import { objectMetaRules } from '../../../../lib/validation/rules/server/object-meta';
import { job, object, pod, workload } from '../../manifests';
import { testRules } from '../test-rules';

const named = (apiVersion: string, kind: string, metadata: unknown, body = {}) =>
  object(apiVersion, kind, { metadata, ...body });
const configMap = (metadata: unknown) => named('v1', 'ConfigMap', metadata);
const service = (name: string) => named('v1', 'Service', { name }, { spec: { ports: [{ port: 80 }] } });
const rbac = (kind: string, name: string) => named('rbac.authorization.k8s.io/v1', kind, { name });
const letters = (count: number) => 'a'.repeat(count);
/** Annotations of so many bytes, the key included. */
const annotations = (bytes: number, letter = 'x') => ({ note: letter.repeat((bytes - 4) / Buffer.byteLength(letter)) });
const LARGEST = 256 * 1024;

testRules(objectMetaRules, {
  'require-name': {
    valid: {
      'a name': configMap({ name: 'web' }),
      'a prefix': configMap({ generateName: 'web-' }),
      'an empty name beside a prefix': configMap({ name: '', generateName: 'web-' }),
      'a LimitRange, which the server names': named('v1', 'LimitRange', {}),
      'a review, which is not stored': named('authentication.k8s.io/v1', 'TokenReview', {}),
      'a budget whose spec is refused first': named(
        'policy/v1',
        'PodDisruptionBudget',
        {},
        { spec: { minAvailable: 'x' } },
      ),
    },
    invalid: {
      'no metadata': [configMap(null), 'metadata.name: FieldValueRequired'],
      'an empty name': [configMap({ name: '' }), 'metadata.name: FieldValueRequired'],
      null: [configMap({ name: null }), 'metadata.name: FieldValueRequired'],
      'an empty prefix': [configMap({ generateName: '' }), 'metadata.name: FieldValueRequired'],
      'a budget that is fine otherwise': [
        named('policy/v1', 'PodDisruptionBudget', {}, { spec: { minAvailable: 1 } }),
        'metadata.name: FieldValueRequired',
      ],
    },
  },
  'valid-name': {
    valid: {
      'a subdomain': configMap({ name: '1st.web-1' }),
      '253 letters': configMap({ name: letters(253) }),
      'a part of more than 63 letters': configMap({ name: `${letters(64)}.b` }),
      '63 letters in a namespace': named('v1', 'Namespace', { name: letters(63) }),
      'any text in a role': rbac('Role', 'System:My_Name x'),
      'a digit first in a Service of 1.36': { manifest: service('1st'), kubeVersion: '1.36' },
    },
    invalid: {
      'upper case': [configMap({ name: 'Web' }), 'metadata.name: FieldValueInvalid'],
      '254 letters': [configMap({ name: letters(254) }), 'metadata.name: FieldValueInvalid'],
      'a newline at the end': [configMap({ name: 'web\n' }), 'metadata.name: FieldValueInvalid'],
      'a dot in a Service': [service('a.b'), 'metadata.name: FieldValueInvalid'],
      'a digit first in a Service of 1.35': [
        { manifest: service('1st'), kubeVersion: '1.35' },
        'metadata.name: FieldValueInvalid',
      ],
      'a dot in a StatefulSet': [workload('StatefulSet', {}, { name: 'a.b' }), 'metadata.name: FieldValueInvalid'],
      'a slash in a role': [rbac('ClusterRole', 'a/b'), 'metadata.name: FieldValueInvalid'],
      'dots as a role binding': [rbac('RoleBinding', '..'), 'metadata.name: FieldValueInvalid'],
      'what a bad prefix makes': [configMap({ generateName: 'Web-' }), 'metadata.name: FieldValueInvalid'],
      'what two dashes make': [configMap({ generateName: '--' }), 'metadata.name: FieldValueInvalid'],
    },
  },
  'valid-generate-name': {
    valid: {
      'a dash at the end': configMap({ generateName: 'web-' }),
      '253 letters, which are cut': configMap({ generateName: letters(253) }),
      'two dashes': configMap({ name: 'web', generateName: '--' }),
      'dots before the name of a role': named('rbac.authorization.k8s.io/v1', 'Role', { generateName: '..' }),
      'a ReplicationController of 1.36': {
        manifest: named('v1', 'ReplicationController', { name: 'web', generateName: letters(300) }),
        kubeVersion: '1.36',
      },
    },
    invalid: {
      'upper case': [configMap({ generateName: 'Web-' }), 'metadata.generateName: FieldValueInvalid'],
      'beside a name': [configMap({ name: 'web', generateName: 'web_' }), 'metadata.generateName: FieldValueInvalid'],
      'a dot at the end': [configMap({ generateName: 'web.' }), 'metadata.generateName: FieldValueInvalid'],
      '254 letters': [configMap({ generateName: letters(254) }), 'metadata.generateName: FieldValueInvalid'],
      'a ReplicationController of 1.28': [
        {
          manifest: named('v1', 'ReplicationController', { name: 'web', generateName: letters(300) }),
          kubeVersion: '1.28',
        },
        'metadata.generateName: FieldValueInvalid',
      ],
    },
  },
  'valid-namespace': {
    valid: {
      'a label': pod({}, { namespace: 'kube-system' }),
      empty: pod({}, { namespace: '' }),
      'anything outside of namespaces, where it is dropped': named('v1', 'Namespace', {
        name: 'web',
        namespace: 'My_Ns',
      }),
    },
    invalid: {
      'an underscore': [pod({}, { namespace: 'my_ns' }), 'metadata.namespace: FieldValueInvalid'],
      'a dot': [pod({}, { namespace: 'my.ns' }), 'metadata.namespace: FieldValueInvalid'],
      '64 letters': [pod({}, { namespace: letters(64) }), 'metadata.namespace: FieldValueInvalid'],
    },
  },
  'valid-generation': {
    valid: {
      zero: configMap({ name: 'web', generation: 0 }),
      'a Job, where it is reset': job({}, { generation: -1 }),
      'a Pod of 1.33': { manifest: pod({}, { generation: -1 }), kubeVersion: '1.33' },
    },
    invalid: {
      negative: [configMap({ name: 'web', generation: -1 }), 'metadata.generation: FieldValueInvalid'],
      'a Pod of 1.32': [
        { manifest: pod({}, { generation: -1 }), kubeVersion: '1.32' },
        'metadata.generation: FieldValueInvalid',
      ],
    },
  },
  'valid-label': {
    valid: {
      'simple names': pod({}, { labels: { App: 'Web_1.0', 'app.kubernetes.io/name': '' } }),
      '63 letters': pod({}, { labels: { [letters(63)]: letters(63) } }),
    },
    invalid: {
      'a space in the value': [pod({}, { labels: { app: 'my web' } }), 'metadata.labels: FieldValueInvalid'],
      'a newline after the value': [pod({}, { labels: { app: 'web\n' } }), 'metadata.labels: FieldValueInvalid'],
      '64 letters in the value': [pod({}, { labels: { app: letters(64) } }), 'metadata.labels: FieldValueInvalid'],
      'upper case in the prefix': [pod({}, { labels: { 'Example.com/a': '' } }), 'metadata.labels: FieldValueInvalid'],
      'no name after the prefix': [
        pod({}, { labels: { 'example.com/': '' } }),
        'metadata.labels: FieldValueInvalid',
        'metadata.labels: FieldValueInvalid',
      ],
      'key and value': [
        pod({}, { labels: { 'a:b': 'c:d' } }),
        'metadata.labels: FieldValueInvalid',
        'metadata.labels: FieldValueInvalid',
      ],
    },
  },
  'valid-annotation': {
    valid: {
      'any value': pod({}, { annotations: { note: '{ "a": [1] }\n' } }),
      'upper case in the prefix': pod({}, { annotations: { 'Example.com/Note': '' } }),
      '256 KiB': pod({}, { annotations: annotations(LARGEST) }),
    },
    invalid: {
      'a space in the key': [pod({}, { annotations: { 'my note': '' } }), 'metadata.annotations: FieldValueInvalid'],
      'a URL as the key': [
        pod({}, { annotations: { 'https://a.b/c': '' } }),
        'metadata.annotations: FieldValueInvalid',
      ],
      'a byte more than 256 KiB': [
        pod({}, { annotations: annotations(LARGEST + 1) }),
        'metadata.annotations: FieldValueTooLong',
      ],
      '256 KiB of letters of two bytes each': [
        pod({}, { annotations: annotations(LARGEST + 2, 'é') }),
        'metadata.annotations: FieldValueTooLong',
      ],
    },
  },
});
