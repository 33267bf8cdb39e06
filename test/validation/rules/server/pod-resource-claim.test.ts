import { podResourceClaimRules } from '../../../../lib/validation/rules/server/pod-resource-claim';
import { deployment, pod, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

const claiming = (...resourceClaims: unknown[]) => pod({ resourceClaims });
const gpu = { name: 'gpu', resourceClaimName: 'gpu' };
const mirror = { annotations: { 'kubernetes.io/config.mirror': 'abc' } };
const mirrorClaiming = (...resourceClaims: unknown[]) => pod({ nodeName: 'node-1', resourceClaims }, mirror);

testRules(podResourceClaimRules, {
  'valid-pod-resource-claim-name': {
    valid: {
      'a label': claiming(gpu),
      'none in a mirror pod, whose claims are not looked at': mirrorClaiming({}, { name: 'GPU' }),
      'anything before 1.34, which drops the field': { manifest: claiming({ name: 'GPU' }), kubeVersion: '1.33' },
    },
    invalid: {
      none: [claiming({ resourceClaimName: 'gpu' }), 'spec.resourceClaims[0].name: FieldValueRequired'],
      'upper case': [claiming({ ...gpu, name: 'GPU' }), 'spec.resourceClaims[0].name: FieldValueInvalid'],
    },
  },
  'unique-pod-resource-claim-name': {
    valid: {
      'two names for one claim': claiming(gpu, { ...gpu, name: 'other' }),
      'two without': claiming({}, {}),
      'in a mirror pod': mirrorClaiming(gpu, gpu),
    },
    invalid: {
      'one name twice': [claiming(gpu, gpu), 'spec.resourceClaims[1].name: FieldValueDuplicate'],
    },
  },
  'valid-pod-resource-claim-source': {
    valid: {
      claim: claiming(gpu),
      template: claiming({ name: 'gpu', resourceClaimTemplateName: 'one-gpu' }),
      'neither in a mirror pod': mirrorClaiming({ name: 'gpu' }),
    },
    invalid: {
      neither: [claiming({ name: 'gpu' }), 'spec.resourceClaims[0]: FieldValueInvalid'],
      both: [claiming({ ...gpu, resourceClaimTemplateName: 'one-gpu' }), 'spec.resourceClaims[0]: FieldValueInvalid'],
      'no name of an object': [
        claiming({ name: 'gpu', resourceClaimTemplateName: 'one_gpu' }),
        'spec.resourceClaims[0].resourceClaimTemplateName: FieldValueInvalid',
      ],
      'in a template': [
        deployment({ template: podTemplate({ resourceClaims: [{ name: 'gpu' }] }) }),
        'spec.template.spec.resourceClaims[0]: FieldValueInvalid',
      ],
    },
  },
  'no-resource-claim-in-mirror-pod': {
    valid: {
      'another Pod': claiming(gpu),
      'a template': deployment({ template: podTemplate({ nodeName: 'node-1', resourceClaims: [gpu] }, mirror) }),
    },
    invalid: {
      'a mirror pod': [mirrorClaiming(gpu), ': FieldValueForbidden'],
    },
  },
});
