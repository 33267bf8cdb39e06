import { podSpecRules } from '../../../../lib/validation/rules/server/pod-spec';
import { cronJob, deployment, job, pod, podTemplate, workload } from '../../manifests';
import { testRules } from '../test-rules';

testRules(podSpecRules, {
  'valid-restart-policy': {
    valid: {
      'empty, which is Always': pod({ restartPolicy: '' }),
      OnFailure: pod({ restartPolicy: 'OnFailure' }),
      Never: job({ template: podTemplate({ restartPolicy: 'Never' }) }),
    },
    invalid: {
      'lower case': [pod({ restartPolicy: 'never' }), 'spec.restartPolicy: FieldValueNotSupported'],
      'in a template': [
        job({ template: podTemplate({ restartPolicy: 'Once' }) }),
        'spec.template.spec.restartPolicy: FieldValueNotSupported',
      ],
    },
  },
  'valid-active-deadline': {
    valid: {
      'one and the largest': pod({ activeDeadlineSeconds: 1 }),
      largest: pod({ activeDeadlineSeconds: 2147483647 }),
    },
    invalid: {
      zero: [pod({ activeDeadlineSeconds: 0 }), 'spec.activeDeadlineSeconds: FieldValueInvalid'],
      'beyond 31 bits': [pod({ activeDeadlineSeconds: 2147483648 }), 'spec.activeDeadlineSeconds: FieldValueInvalid'],
    },
  },
  'valid-dns-policy': {
    valid: { 'empty, which is ClusterFirst': pod({ dnsPolicy: '' }), Default: pod({ dnsPolicy: 'Default' }) },
    invalid: { 'lower case': [pod({ dnsPolicy: 'default' }), 'spec.dnsPolicy: FieldValueNotSupported'] },
  },
  'valid-node-selector': {
    valid: { labels: pod({ nodeSelector: { 'kubernetes.io/os': 'linux', ssd: '' } }) },
    invalid: {
      'a key and a value': [
        pod({ nodeSelector: { 'a b': 'c d' } }),
        'spec.nodeSelector: FieldValueInvalid',
        'spec.nodeSelector: FieldValueInvalid',
      ],
      'in a CronJob': [
        cronJob({}, { template: podTemplate({ restartPolicy: 'Never', nodeSelector: { disk: 'a b' } }) }),
        'spec.jobTemplate.spec.template.spec.nodeSelector: FieldValueInvalid',
      ],
    },
  },
  'valid-pod-hostname': {
    valid: {
      'a label': pod({ hostname: 'web-1', subdomain: '1web' }),
      'a StatefulSet, which has names of its own': workload('StatefulSet', {
        template: podTemplate({ hostname: 'Web_1', subdomain: 'a.b' }),
      }),
    },
    invalid: {
      'an underscore': [pod({ hostname: 'web_1' }), 'spec.hostname: FieldValueInvalid'],
      'a dot': [pod({ subdomain: 'a.b' }), 'spec.subdomain: FieldValueInvalid'],
      'in a template': [
        deployment({ template: podTemplate({ hostname: 'Web' }) }),
        'spec.template.spec.hostname: FieldValueInvalid',
      ],
    },
  },
  'valid-hostname-override': {
    valid: {
      '64 bytes': pod({ hostnameOverride: 'a'.repeat(64) }),
      'anything in 1.34, which drops it': { manifest: pod({ hostnameOverride: '' }), kubeVersion: '1.34' },
    },
    invalid: {
      empty: [pod({ hostnameOverride: '' }), 'spec.hostnameOverride: FieldValueInvalid'],
      '65 bytes': [pod({ hostnameOverride: 'a'.repeat(65) }), 'spec.hostnameOverride: FieldValueTooLong'],
    },
  },
  'no-hostname-override-with-other-name': {
    valid: { alone: pod({ hostnameOverride: 'web-1', setHostnameAsFQDN: false }) },
    invalid: {
      both: [
        pod({ hostnameOverride: 'web-1', setHostnameAsFQDN: true, hostNetwork: true }),
        'spec.hostnameOverride: FieldValueForbidden',
        'spec.hostnameOverride: FieldValueForbidden',
      ],
    },
  },
  'valid-pod-reference': {
    valid: {
      subdomains: pod({ nodeName: 'node-1.example.com', serviceAccountName: 'web', priorityClassName: 'high' }),
      'empty, which is absent': pod({ nodeName: '', serviceAccountName: '', priorityClassName: '' }),
      'the old name, which yields': pod({ serviceAccount: 'Old', serviceAccountName: 'web' }),
    },
    invalid: {
      each: [
        pod({ nodeName: 'N', serviceAccountName: 'S', priorityClassName: 'P' }),
        'spec.nodeName: FieldValueInvalid',
        'spec.serviceAccountName: FieldValueInvalid',
        'spec.priorityClassName: FieldValueInvalid',
      ],
      'the old name': [pod({ serviceAccount: 'Old' }), 'spec.serviceAccountName: FieldValueInvalid'],
      'an empty runtimeClassName, which is not absent': [
        deployment({ template: podTemplate({ runtimeClassName: '' }) }),
        'spec.template.spec.runtimeClassName: FieldValueInvalid',
      ],
    },
  },
  'valid-pod-preemption-policy': {
    valid: { Never: pod({ preemptionPolicy: 'Never' }) },
    invalid: {
      'empty, which is not absent': [pod({ preemptionPolicy: '' }), 'spec.preemptionPolicy: FieldValueRequired'],
      'another word': [pod({ preemptionPolicy: 'Always' }), 'spec.preemptionPolicy: FieldValueNotSupported'],
    },
  },
});
