import { capabilitiesAdvice } from '../../../../lib/validation/rules/advice/capabilities';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const adding = (...add: string[]) => podWithContainer({ securityContext: { capabilities: { add, drop: ['ALL'] } } });
const dropping = (...drop: string[]) => podWithContainer({ securityContext: { capabilities: { drop } } });

testAdvice(capabilitiesAdvice, {
  'no-dangerous-capability': {
    valid: {
      none: podWithContainer({}),
      'what runtimes give anyway': adding('CHOWN', 'MKNOD', 'NET_BIND_SERVICE', 'SYS_CHROOT'),
    },
    invalid: {
      'NET_RAW and SYS_ADMIN': [
        adding('NET_RAW', 'CHOWN', 'SYS_ADMIN'),
        'spec.containers[0].securityContext.capabilities.add[0]: NET_RAW reaches beyond',
        'spec.containers[0].securityContext.capabilities.add[2]: SYS_ADMIN reaches beyond',
      ],
      ALL: [adding('ALL'), 'spec.containers[0].securityContext.capabilities.add[0]: ALL'],
      'of a pod with users of its own': [
        { ...adding('NET_ADMIN'), spec: { ...(adding('NET_ADMIN').spec as object), hostUsers: false } },
        'spec.containers[0].securityContext.capabilities.add[0]: NET_ADMIN',
      ],
    },
  },
  'no-added-capability': {
    valid: {
      none: podWithContainer({}),
      NET_BIND_SERVICE: adding('NET_BIND_SERVICE'),
      'a dangerous one, which other advice minds': adding('NET_RAW'),
    },
    invalid: {
      CHOWN: [
        adding('NET_BIND_SERVICE', 'CHOWN'),
        'spec.containers[0].securityContext.capabilities.add[1]: no CHOWN, only NET_BIND_SERVICE',
      ],
    },
  },
  'require-dropped-capabilities': {
    valid: {
      ALL: dropping('ALL'),
      'ALL among others': dropping('NET_RAW', 'ALL'),
      'a Windows pod, which has none': podWithContainer({}, { os: { name: 'windows' } }),
      'a privileged container, which has all': podWithContainer({ securityContext: { privileged: true } }),
    },
    invalid: {
      unset: [podWithContainer({}), 'spec.containers[0].securityContext.capabilities.drop: keeps all'],
      'only one': [dropping('NET_RAW'), 'spec.containers[0].securityContext.capabilities.drop: drops only NET_RAW'],
      'in small letters': [dropping('all'), 'spec.containers[0].securityContext.capabilities.drop: drops only all'],
      'an init container': [
        podWithInitContainer(
          {},
          { containers: [{ name: 'app', image: 'a:1', securityContext: { capabilities: { drop: ['ALL'] } } }] },
        ),
        'spec.initContainers[0].securityContext.capabilities.drop: keeps all',
      ],
    },
  },
});
