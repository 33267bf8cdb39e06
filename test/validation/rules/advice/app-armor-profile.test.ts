import { appArmorProfileAdvice } from '../../../../lib/validation/rules/advice/app-armor-profile';
import { deployment, pod, podTemplate, podWithContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const profile = (type: string) => ({ securityContext: { appArmorProfile: { type } } });
const annotation = (value: string) => ({
  annotations: { 'container.apparmor.security.beta.kubernetes.io/app': value },
});

testAdvice(appArmorProfileAdvice, {
  'no-unconfined-app-armor': {
    valid: {
      unset: pod(),
      'of the runtime': podWithContainer(profile('RuntimeDefault')),
      'of the runtime, by annotation': pod({}, annotation('runtime/default')),
      'of the node, by annotation': pod({}, annotation('localhost/strict')),
    },
    invalid: {
      'in the pod': [pod(profile('Unconfined')), 'spec.securityContext.appArmorProfile.type: does not confine'],
      'in a container': [
        podWithContainer(profile('Unconfined')),
        'spec.containers[0].securityContext.appArmorProfile.type: does not confine',
      ],
      'by the annotation of a Pod, said once': [
        pod({}, annotation('unconfined')),
        'metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]: does not confine',
      ],
      'by the annotation of a template': [
        deployment({ template: podTemplate({}, annotation('unconfined')) }),
        'spec.template.metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]: does not confine',
      ],
      'by annotation, where there is no field': [
        { manifests: pod({}, annotation('unconfined')), kubeVersion: '1.28' },
        'metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]: does not confine',
      ],
    },
  },
});
