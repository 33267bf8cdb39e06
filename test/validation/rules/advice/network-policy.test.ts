import { networkPolicyAdvice } from '../../../../lib/validation/rules/advice/network-policy';
import { cronJob, deployment, object, podTemplate } from '../../manifests';
import { testAdvice } from '../test-advice';

const policy = (podSelector: object, namespace?: string) =>
  object('networking.k8s.io/v1', 'NetworkPolicy', { metadata: { name: 'web', namespace }, spec: { podSelector } });

testAdvice(networkPolicyAdvice, {
  'require-network-policy': {
    valid: {
      'a policy': [deployment(), policy({ matchLabels: { app: 'web' } })],
      'a policy for all': [policy({}), deployment()],
      'the network of the node, where none holds': [deployment({ template: podTemplate({ hostNetwork: true }) })],
      'objects that are not the whole app': { manifests: [deployment()], oneApp: false },
    },
    invalid: {
      none: [deployment(), 'spec.template: every pod of the cluster'],
      'a policy for others': [
        [deployment(), policy({ matchLabels: { app: 'shop' } })],
        '0 spec.template: every pod of the cluster',
      ],
      'a policy in another namespace': [[cronJob(), policy({}, 'shop')], '0 spec.jobTemplate.spec.template: every pod'],
    },
  },
});
