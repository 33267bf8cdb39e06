import { hostPathAdvice } from '../../../../lib/validation/rules/advice/host-path';
import { pod, podWithContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const volumes = (path: string) => [{ name: 'host', hostPath: { path } }];
const mounted = (path: string, mount: object = {}) =>
  podWithContainer({ volumeMounts: [{ name: 'host', mountPath: '/host', ...mount }] }, { volumes: volumes(path) });

testAdvice(hostPathAdvice, {
  'no-host-path': {
    valid: { 'other volumes': pod({ volumes: [{ name: 'a', emptyDir: {} }] }) },
    invalid: {
      writable: [
        mounted('/srv/data'),
        'spec.volumes[0].hostPath: /srv/data of the node, writable in app; the next pod',
      ],
      'read-only': [
        mounted('/var/log/pods', { readOnly: true }),
        'spec.volumes[0].hostPath: /var/log/pods of the node, read-only; the next pod',
      ],
      'a folder that is the node': [
        mounted('/etc/', { readOnly: true }),
        'spec.volumes[0].hostPath: /etc/ of the node, read-only: this folder is the node itself',
      ],
      'all of it': [mounted('/'), 'spec.volumes[0].hostPath: / of the node, writable in app: this folder'],
      'the socket of Docker': [
        mounted('/var/run/docker.sock', { readOnly: true }),
        'spec.volumes[0].hostPath: read-only: whoever talks to this socket',
      ],
      'the socket of containerd': [
        mounted('/run/containerd/containerd.sock'),
        'spec.volumes[0].hostPath: whoever talks to this socket',
      ],
    },
  },
});
