import { seccompAnnotationRules } from '../../../../lib/validation/rules/server/seccomp-annotation';
import { deployment, pod, podTemplate, podWithContainer } from '../../manifests';
import { testRules } from '../test-rules';

const POD = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/app';
const annotated = (key: string, value: string) => pod({}, { annotations: { [key]: value } });
const beside = (value: string, seccompProfile: object) =>
  pod({ securityContext: { seccompProfile } }, { annotations: { [POD]: value } });

testRules(seccompAnnotationRules, {
  'valid-seccomp-annotation': {
    valid: {
      'runtime/default': annotated(POD, 'runtime/default'),
      'docker/default': annotated(POD, 'docker/default'),
      'a path': annotated(CONTAINER, 'localhost/profiles/web.json'),
      'a container that is not there': annotated(`${CONTAINER}-2`, 'unconfined'),
    },
    invalid: {
      'the word of the field': [annotated(POD, 'RuntimeDefault'), `metadata.annotations.${POD}: FieldValueInvalid`],
      'a path upwards': [annotated(POD, 'localhost/../web'), `metadata.annotations.${POD}: FieldValueInvalid`],
      'an absolute path': [
        annotated(CONTAINER, 'localhost//web'),
        `metadata.annotations.${CONTAINER}: FieldValueInvalid`,
      ],
      'in a template': [
        deployment({ template: podTemplate({}, { annotations: { [POD]: '' } }) }),
        `spec.template.annotations.${POD}: FieldValueInvalid`,
      ],
    },
  },
  'valid-seccomp-annotation-match': {
    valid: {
      'the same': beside('docker/default', { type: 'RuntimeDefault' }),
      'the same file': beside('localhost/web', { type: 'Localhost', localhostProfile: 'web' }),
    },
    invalid: {
      'another type': [
        beside('unconfined', { type: 'RuntimeDefault' }),
        'spec.securityContext.seccompProfile.type: FieldValueForbidden',
      ],
      'no file in the annotation': [
        beside('unconfined', { type: 'Localhost', localhostProfile: 'web' }),
        'spec.securityContext.seccompProfile.type: FieldValueForbidden',
      ],
      'another file': [
        beside('localhost/other', { type: 'Localhost', localhostProfile: 'web' }),
        'spec.securityContext.seccompProfile.localhostProfile: FieldValueForbidden',
      ],
      'of a container': [
        {
          ...podWithContainer({ securityContext: { seccompProfile: { type: 'Unconfined' } } }),
          metadata: { name: 'web', annotations: { [CONTAINER]: 'runtime/default' } },
        },
        'spec.containers[0].securityContext.seccompProfile.type: FieldValueForbidden',
      ],
    },
  },
});
