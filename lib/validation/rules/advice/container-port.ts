import type { Container, PodSpec } from '../../../kubernetes/generated/decoded';
import { podWith, podWithContainer } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

const FIRST_UNPRIVILEGED_PORT = 1024;
const SSH = 22;

/** The ports that containers say they listen on. */
export const containerPortAdvice = defineAdvice([
  {
    id: 'no-privileged-port',
    severity: 'info',
    profiles: [],
    summary: `Containers listen on ports from ${FIRST_UNPRIVILEGED_PORT} on.`,
    why: 'Lower ports may need root or the capability NET_BIND_SERVICE, depending on the container runtime.',
    fix: 'Let the program listen on a higher port; the Service may still offer the lower one.',
    source: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
    seeAlso: ['kube-linter privileged-ports'],
    example: {
      bad: podWithContainer('ports:\n  - containerPort: 80'),
      good: podWithContainer('ports:\n  - containerPort: 8080'),
    },
    visit: {
      containerPort({ containerPort = 0 }, at, report) {
        if (containerPort <= 0 || containerPort >= FIRST_UNPRIVILEGED_PORT) return;
        report(advice(at.child('containerPort'), `port ${containerPort} may need root or NET_BIND_SERVICE`));
      },
    },
  },
  {
    id: 'no-ssh-port',
    severity: 'info',
    profiles: [],
    summary: 'No container listens on port 22.',
    why: 'A server for logins in a container has keys and users that nobody looks after.',
    fix: 'Remove the SSH server, and use kubectl exec or kubectl debug.',
    source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/',
    seeAlso: ['kube-linter ssh-port'],
    example: {
      bad: podWithContainer('ports:\n  - containerPort: 22'),
      good: podWithContainer('ports:\n  - containerPort: 8080'),
    },
    visit: {
      containerPort({ containerPort, protocol }, at, report) {
        if (containerPort === SSH && protocol === 'TCP')
          report(advice(at.child('containerPort'), 'port 22 is that of SSH'));
      },
    },
  },
  {
    id: 'unique-container-port',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'No two containers of a pod that run together listen on the same port.',
    why: 'The containers of a pod share one network: the second one fails with "address already in use", and restarts for ever.',
    fix: 'Give one of them another port.',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking',
    seeAlso: [],
    example: {
      bad: podWith('initContainers: []').replace(
        /$/,
        '      ports:\n        - containerPort: 80\n    - name: proxy\n      image: envoyproxy/envoy:v1.33.0\n      ports:\n        - containerPort: 80\n',
      ),
      good: podWith('initContainers: []').replace(
        /$/,
        '      ports:\n        - containerPort: 80\n    - name: proxy\n      image: envoyproxy/envoy:v1.33.0\n      ports:\n        - containerPort: 8080\n',
      ),
    },
    visit: {
      podSpec(spec, at, report) {
        if ((spec.containers ?? []).length < 2 && spec.initContainers === undefined) return;
        const owners = new Map<string, string>();
        for (const [list, container, index] of together(spec)) {
          container.ports?.forEach(({ containerPort, protocol, hostIP }, port) => {
            if (!containerPort || hostIP) return;
            const key = `${protocol}/${containerPort}`;
            const owner = owners.get(key);
            const field = at.child(list).index(index).child('ports').index(port).child('containerPort');
            if (owner === undefined) owners.set(key, container.name ?? '');
            else if (owner !== container.name)
              report(advice(field, `container ${owner} of the pod listens on ${containerPort} already`));
          });
        }
      },
    },
  },
]);

type List = 'initContainers' | 'containers';

/** The containers of a pod that run at the same time. */
function together({ initContainers = [], containers = [] }: PodSpec): [List, Container, number][] {
  const sidecars = initContainers.flatMap((container, index): [List, Container, number][] =>
    container.restartPolicy === 'Always' ? [['initContainers', container, index]] : [],
  );
  return [
    ...sidecars,
    ...containers.map((container, index): [List, Container, number] => ['containers', container, index]),
  ];
}
