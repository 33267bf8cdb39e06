import { hostPathAdvice } from '../../../../lib/validation/rules/advice/host-path';
import { object, pod, podWithContainer } from '../../manifests';
import { found, testAdvice } from '../test-advice';

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

test('the next pod of a DaemonSet finds the same files', () => {
  const daemonSet = object('apps/v1', 'DaemonSet', {
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'app', image: 'web:1' }], volumes: volumes('/srv/data') },
      },
    },
  });
  const messages = hostPathAdvice.flatMap((rule) => found(rule, daemonSet));
  expect(messages).toEqual(['spec.template.spec.volumes[0].hostPath: /srv/data of the node, read-only']);
});
