import { runAsNonRootAdvice } from '../../../../lib/validation/rules/advice/run-as-non-root';
import { deployment, pod, podTemplate, podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const own = (securityContext: object, pod: object = {}) =>
  podWithContainer({ securityContext }, { securityContext: pod });
const two = (first: object, second: object, securityContext: object = {}) =>
  pod({
    containers: [
      { name: 'app', image: 'a:1', securityContext: first },
      { name: 'log', image: 'a:1', securityContext: second },
    ],
    securityContext,
  });

testAdvice(runAsNonRootAdvice, {
  'no-root-user': {
    valid: {
      'said by the pod': own({}, { runAsNonRoot: true }),
      'said by each container': two({ runAsNonRoot: true }, { runAsNonRoot: true }),
      'a user of the pod': own({}, { runAsUser: 1000 }),
      'a user of the container over root of the pod': own({ runAsUser: 1000 }, { runAsUser: 0 }),
      'users of its own, from 1.35': { manifests: podWithContainer({}, { hostUsers: false }), kubeVersion: '1.35' },
      'a Windows pod, whose users have names': podWithContainer({}, { os: { name: 'windows' } }),
    },
    invalid: {
      'unsaid anywhere': [pod(), 'spec.securityContext.runAsNonRoot: container app runs as root where the image'],
      'unsaid for several': [
        two({}, {}),
        'spec.securityContext.runAsNonRoot: containers app and log run as root where the image',
      ],
      'unsaid for one': [
        two({ runAsNonRoot: true }, {}),
        'spec.containers[1].securityContext.runAsNonRoot: container log runs as root where the image',
      ],
      'unsaid for a sidecar': [
        podWithInitContainer(
          { restartPolicy: 'Always' },
          { containers: [{ name: 'app', image: 'a:1', securityContext: { runAsUser: 1000 } }] },
        ),
        'spec.initContainers[0].securityContext.runAsNonRoot: container init runs',
      ],
      'false over true of the pod': [
        own({ runAsNonRoot: false }, { runAsNonRoot: true }),
        'spec.securityContext.runAsNonRoot: container app',
      ],
      'the user 0': [own({ runAsUser: 0 }), 'spec.containers[0].securityContext.runAsUser: it runs as root'],
      'the user 0 of the pod': [
        two({}, {}, { runAsUser: 0 }),
        'spec.securityContext.runAsUser: it runs as root: containers app and log',
      ],
      'the user 0 that must not be root': [
        own({ runAsUser: 0 }, { runAsNonRoot: true }),
        'spec.containers[0].securityContext.runAsUser: it never starts',
      ],
      'a template': [
        deployment({ template: podTemplate() }),
        'spec.template.spec.securityContext.runAsNonRoot: container app',
      ],
      'users of its own, before 1.35': [
        { manifests: podWithContainer({}, { hostUsers: false }), kubeVersion: '1.34' },
        'spec.securityContext.runAsNonRoot: container app',
      ],
    },
  },
  'require-run-as-non-root': {
    valid: {
      'said by the pod': own({}, { runAsNonRoot: true }),
      'said by the container': own({ runAsNonRoot: true }),
      'what other advice minds': pod(),
      'users of its own, from 1.35': {
        manifests: podWithContainer({}, { hostUsers: false, securityContext: { runAsUser: 1000 } }),
        kubeVersion: '1.35',
      },
    },
    invalid: {
      'a user, but no word': [
        own({ runAsUser: 1000 }),
        'spec.containers[0].securityContext.runAsNonRoot: asks for true, here or in the pod',
      ],
      'false beside a user': [
        own({ runAsUser: 1000, runAsNonRoot: false }, { runAsNonRoot: true }),
        'spec.containers[0].securityContext.runAsNonRoot: asks for true',
      ],
      'false of the pod, though each container says true': [
        own({ runAsNonRoot: true }, { runAsNonRoot: false }),
        'spec.securityContext.runAsNonRoot: allows no false',
      ],
      'root of the pod, though each container says another user': [
        own({ runAsNonRoot: true, runAsUser: 1000 }, { runAsUser: 0 }),
        'spec.securityContext.runAsUser: allows no user 0',
      ],
      'a Windows pod': [
        podWithContainer({}, { os: { name: 'windows' } }),
        'spec.containers[0].securityContext.runAsNonRoot: asks for true',
      ],
    },
  },
  'require-high-user-id': {
    valid: {
      unset: pod(),
      root: own({ runAsUser: 0 }),
      'a high one': own({ runAsUser: 10_000, runAsGroup: 10_000 }),
      'users of its own': podWithContainer({ securityContext: { runAsUser: 1000 } }, { hostUsers: false }),
    },
    invalid: {
      'a low user of the pod': [own({}, { runAsUser: 999 }), 'spec.securityContext.runAsUser: 999 may be'],
      'a low group': [
        own({ runAsUser: 20_000, runAsGroup: 9999 }),
        'spec.containers[0].securityContext.runAsGroup: 9999 may be',
      ],
    },
  },
});
