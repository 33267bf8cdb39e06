import { podSecurityContextRules } from '../../../../lib/validation/rules/server/pod-security-context';
import { deployment, pod, podTemplate, workload } from '../../manifests';
import { testRules } from '../test-rules';

const secured = (securityContext: object) => pod({ securityContext });
const root = { securityContext: { runAsUser: -1 } };

testRules(podSecurityContextRules, {
  'valid-pod-user-or-group-id': {
    valid: {
      'zero and the largest': secured({ runAsUser: 0, runAsGroup: 2147483647, supplementalGroups: [0] }),
      'root that may not be root': secured({ runAsUser: 0, runAsNonRoot: true }),
      'the template of a StatefulSet before 1.34': {
        manifest: workload('StatefulSet', { template: podTemplate(root) }),
        kubeVersion: '1.33',
      },
    },
    invalid: {
      'below zero': [
        secured({ fsGroup: -1, runAsUser: -1, runAsGroup: -1, supplementalGroups: [0, -1] }),
        'spec.securityContext.fsGroup: FieldValueInvalid',
        'spec.securityContext.runAsUser: FieldValueInvalid',
        'spec.securityContext.runAsGroup: FieldValueInvalid',
        'spec.securityContext.supplementalGroups[1]: FieldValueInvalid',
      ],
      'beyond 31 bits': [secured({ fsGroup: 2147483648 }), 'spec.securityContext.fsGroup: FieldValueInvalid'],
      'in a template': [
        deployment({ template: podTemplate(root) }),
        'spec.template.spec.securityContext.runAsUser: FieldValueInvalid',
      ],
      'in the template of a StatefulSet': [
        workload('StatefulSet', { template: podTemplate(root) }),
        'spec.template.spec.securityContext.runAsUser: FieldValueInvalid',
      ],
    },
  },
  'valid-fs-group-change-policy': {
    valid: {
      Always: secured({ fsGroupChangePolicy: 'Always' }),
      OnRootMismatch: secured({ fsGroupChangePolicy: 'OnRootMismatch' }),
    },
    invalid: {
      'empty, which is not absent': [
        secured({ fsGroupChangePolicy: '' }),
        'spec.securityContext.fsGroupChangePolicy: FieldValueNotSupported',
      ],
      'another word': [
        secured({ fsGroupChangePolicy: 'always' }),
        'spec.securityContext.fsGroupChangePolicy: FieldValueNotSupported',
      ],
    },
  },
  'valid-supplemental-groups-policy': {
    valid: {
      Merge: secured({ supplementalGroupsPolicy: 'Merge' }),
      'anything before 1.33': { manifest: secured({ supplementalGroupsPolicy: 'None' }), kubeVersion: '1.32' },
    },
    invalid: {
      'another word': [
        secured({ supplementalGroupsPolicy: 'strict' }),
        'spec.securityContext.supplementalGroupsPolicy: FieldValueNotSupported',
      ],
    },
  },
  'valid-selinux-change-policy': {
    valid: {
      Recursive: secured({ seLinuxChangePolicy: 'Recursive' }),
      'anything in 1.32': { manifest: secured({ seLinuxChangePolicy: 'recursive' }), kubeVersion: '1.32' },
    },
    invalid: {
      'one behind a gate': [
        secured({ seLinuxChangePolicy: 'MountOption' }),
        'spec.securityContext.seLinuxChangePolicy: FieldValueNotSupported',
      ],
    },
  },
  'no-shared-process-namespace-with-host-pid': {
    valid: {
      'the one': pod({ shareProcessNamespace: true }),
      'the other': pod({ shareProcessNamespace: false, hostPID: true }),
    },
    invalid: {
      both: [
        pod({ shareProcessNamespace: true, hostPID: true }),
        'spec.securityContext.shareProcessNamespace: FieldValueInvalid',
      ],
    },
  },
});
