import { appArmorAnnotationRules } from '../../../../lib/validation/rules/server/app-armor-annotation';
import { deployment, podTemplate, podWithContainer } from '../../manifests';
import { testRules } from '../test-rules';

const KEY = 'container.apparmor.security.beta.kubernetes.io/app';
const annotated = (annotation: string, container: object = {}, spec: object = {}) => ({
  ...podWithContainer({ ...container }, { ...spec }),
  metadata: { name: 'web', annotations: { [KEY]: annotation } },
});
const profile = (appArmorProfile: object) => ({ securityContext: { appArmorProfile } });
const at = 'spec.containers[0].securityContext.appArmorProfile';

testRules(appArmorAnnotationRules, {
  'valid-app-armor-annotation-container': {
    valid: { 'the container': annotated('unconfined') },
    invalid: {
      'no such container': [
        annotated('unconfined', { name: 'web' }),
        `metadata.annotations[${KEY}]: FieldValueInvalid`,
      ],
    },
  },
  'valid-app-armor-annotation': {
    valid: {
      empty: annotated(''),
      'runtime/default': annotated('runtime/default'),
      'no name': annotated('localhost/'),
    },
    invalid: {
      'another profile': [annotated('strict'), `metadata.annotations[${KEY}]: FieldValueInvalid`],
      'in a template': [
        deployment({ template: podTemplate({}, { annotations: { [KEY]: 'strict' } }) }),
        `spec.template.annotations[${KEY}]: FieldValueInvalid`,
      ],
    },
  },
  'valid-app-armor-annotation-match': {
    valid: {
      'the same': annotated('runtime/default', profile({ type: 'RuntimeDefault' })),
      'another than that of the Pod, which it replaces': annotated(
        'unconfined',
        {},
        profile({ type: 'RuntimeDefault' }),
      ),
      'a windows pod': annotated('unconfined', profile({ type: 'RuntimeDefault' }), { os: { name: 'windows' } }),
    },
    invalid: {
      'another type': [annotated('unconfined', profile({ type: 'RuntimeDefault' })), `${at}.type: FieldValueForbidden`],
      'another name': [
        annotated('localhost/a', profile({ type: 'Localhost', localhostProfile: 'b' })),
        `${at}.localhostProfile: FieldValueForbidden`,
      ],
      'another than that of a template, which nothing replaces': [
        deployment({
          template: podTemplate(profile({ type: 'RuntimeDefault' }), { annotations: { [KEY]: 'unconfined' } }),
        }),
        'spec.template.spec.containers[0].securityContext.appArmorProfile.type: FieldValueForbidden',
      ],
    },
  },
});
