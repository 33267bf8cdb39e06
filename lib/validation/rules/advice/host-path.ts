import type { PodSpec } from '../../../kubernetes/generated/decoded';
import type { Kind } from '../../../kubernetes/kinds';
import { podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** Sockets by which one commands all containers of a node. */
const RUNTIME_SOCKET = /\/(docker|dockershim|containerd|crio|cri-dockerd|podman)\.sock$/;
/** Folders whose content is the node. Follows kube-linter sensitive-host-mounts. */
const SENSITIVE: ReadonlySet<string> = new Set([
  '/',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/proc',
  '/root',
  '/run',
  '/sys',
  '/usr',
  '/var',
  '/var/lib/kubelet',
  '/var/run',
]);

/** Files of the node in a pod. */
export const hostPathAdvice = defineAdvice([
  {
    id: 'no-host-path',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'No volume is a file or folder of the node.',
    why: 'What a pod can write there it can do to the node; what it keeps there is gone when the pod moves to another node.',
    fix: 'Use a claim for what must last, and emptyDir for what need not; an agent that reads files of the node mounts them read-only, and says so in a waiver.',
    source: 'k8s.io/pod-security-admission policy/check_hostPathVolumes.go hostPathVolumes_1_0',
    seeAlso: [
      'kube-linter sensitive-host-mounts',
      'kube-linter docker-sock',
      'kube-linter writable-host-mount',
      'Polaris hostPathSet',
      'Datree CONTAINERS_INCORRECT_KEY_HOSTPATH',
    ],
    example: {
      bad: podWith('volumes:\n  - name: data\n    hostPath:\n      path: /srv/data'),
      good: podWith('volumes:\n  - name: data\n    persistentVolumeClaim:\n      claimName: data'),
    },
    visit: {
      volume({ name = '', hostPath }, at, report, { podSpec, kind }) {
        if (hostPath === undefined) return;
        const { path = '' } = hostPath;
        const writers = writersOf(name, podSpec);
        const written = writers.length > 0 ? `, writable in ${writers.join(', ')}` : ', read-only';
        const detail = `${path} of the node${written}${dangerOf(path, kind)}`;
        report(advice(at.child('hostPath'), detail));
      },
    },
  },
]);

function dangerOf(path: string, { kind }: Kind): string {
  if (RUNTIME_SOCKET.test(path)) return ': whoever talks to this socket commands every container of the node';
  const folder = path.length > 1 ? path.replace(/\/+$/, '') : path;
  if (SENSITIVE.has(folder)) return ': this folder is the node itself';
  return kind === 'DaemonSet' ? '' : '; the next pod finds other files on another node';
}

/** The names of the containers that mount a volume so that they can write to it. */
function writersOf(volume: string, spec: PodSpec): string[] {
  const writes = (mount: { readonly name?: string; readonly readOnly?: boolean }) =>
    mount.name === volume && !mount.readOnly;
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).filter(({ volumeMounts }) => volumeMounts?.some(writes)).map(({ name = '' }) => name),
  );
}
