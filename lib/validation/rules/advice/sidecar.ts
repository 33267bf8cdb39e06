import { changeTo } from '../../advice/fragment';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

const withSidecar = (startup: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: proxy
      image: registry.example/proxy:2.1.0
      restartPolicy: Always
      ports:
        - name: proxy
          containerPort: 15001
${startup}  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

/** What sidecars owe to the containers that start after them. */
export const sidecarAdvice = defineAdvice([
  {
    id: 'require-sidecar-startup-probe',
    severity: 'info',
    summary: 'A sidecar that others connect to has a startup probe.',
    why: 'The containers after it start as soon as its process runs, and find nobody who answers; a readiness probe holds none of them back.',
    fix: 'Add a startup probe: the kubelet starts the next container when it has succeeded.',
    source: 'kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go computeInitContainerActions',
    since: 29,
    seeAlso: [],
    profiles: ['recommended'],
    example: {
      bad: withSidecar(''),
      good: withSidecar(
        '      startupProbe:\n        tcpSocket:\n          port: proxy\n        periodSeconds: 1\n        failureThreshold: 60\n',
      ),
    },
    visit: {
      container({ ports = [], startupProbe, lifecycle }, at, report, { role, podSpec }) {
        const [first] = ports.filter(({ protocol = 'TCP' }) => protocol === 'TCP');
        if (role !== 'sidecar' || !first || startupProbe || lifecycle?.postStart) return;
        const waiting = (podSpec.containers ?? []).map(({ name }) => name).join(', ');
        const detail = `${waiting} ${podSpec.containers?.length === 1 ? 'starts' : 'start'} 0 s after its process, whether port ${first.containerPort} answers or not`;
        const port = first.name ?? first.containerPort;
        const startup = { tcpSocket: { port }, periodSeconds: 1, failureThreshold: 60 };
        report(advice(at.child('startupProbe'), detail, { change: changeTo({ startupProbe: startup }) }));
      },
    },
  },
]);
