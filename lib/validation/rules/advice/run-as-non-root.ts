import type { PodSpec } from '../../../kubernetes/generated/decoded';
import { changeTo } from '../../advice/fragment';
import { podWith, podWithContainer } from '../../advice/pod-examples';
import {
  allContainers,
  containerNames,
  hasUsersOfItsOwn,
  isWindows,
  type PlacedContainer,
  placeOf,
} from '../../advice/pod-nature';
import { defineAdvice } from '../../advice-rule';
import type { FieldPath } from '../../field-path';
import { advice, type Finding } from '../../finding';

/** Ids below this are likely to be those of somebody on the node. */
const FIRST_HIGH_ID = 10_000;

/** As whom the processes of a container run. */
export const runAsNonRootAdvice = defineAdvice([
  {
    id: 'no-root-user',
    severity: 'warning',
    profiles: ['recommended', 'restricted'],
    summary: 'No container can run as root: its pod or it has runAsNonRoot: true, or a runAsUser other than 0.',
    why: 'Root in a container is root on the node as soon as anything between them has a hole.',
    fix: 'Set securityContext.runAsNonRoot to true in the pod, and build the image with a numeric USER.',
    source:
      'k8s.io/pod-security-admission policy/check_runAsNonRoot.go, check_runAsUser.go; kubernetes pkg/kubelet/kuberuntime/security_context.go verifyRunAsNonRoot',
    seeAlso: [
      'kube-linter run-as-non-root',
      'kube-score container-security-context-user-group-id',
      'Polaris runAsRootAllowed',
      'Datree CONTAINERS_INCORRECT_RUNASNONROOT_VALUE',
    ],
    example: {
      bad: podWith('securityContext:\n  fsGroup: 20000'),
      good: podWith('securityContext:\n  runAsNonRoot: true'),
    },
    visit: {
      podSpec(spec, at, report, { minor }) {
        if (hasUsersOfItsOwn(spec, minor) || isWindows(spec)) return;
        const containers = allContainers(spec);
        if (containers.every((placed) => maybeRoot(spec, placed) === 'no')) return;
        const open = containers.filter((placed) => maybeRoot(spec, placed) === 'unsaid');
        if (open.length > 0 && open.length === containers.length) {
          report(advice(at.down('securityContext', 'runAsNonRoot'), unsaid(open), { change: NON_ROOT }));
        } else {
          for (const placed of open) {
            const field = placeOf(placed, at).down('securityContext', 'runAsNonRoot');
            report(advice(field, unsaid([placed]), { change: NON_ROOT }));
          }
        }
        for (const finding of rootFindings(spec, at, containers)) report(finding);
      },
    },
  },
  {
    id: 'require-run-as-non-root',
    severity: 'warning',
    profiles: ['restricted'],
    summary: 'A pod says runAsNonRoot: true for all of its containers, and names nowhere the user 0.',
    why: 'A namespace that enforces restricted refuses the pod, also where no container would run as root.',
    fix: 'Set securityContext.runAsNonRoot to true in the pod, and remove what contradicts it.',
    source: 'k8s.io/pod-security-admission policy/check_runAsNonRoot.go, check_runAsUser.go',
    seeAlso: ['Polaris runAsRootAllowed', 'Datree CONTAINERS_INCORRECT_RUNASNONROOT_VALUE'],
    example: {
      bad: podWith('securityContext:\n  runAsUser: 20000'),
      good: podWith('securityContext:\n  runAsUser: 20000\n  runAsNonRoot: true'),
    },
    visit: {
      podSpec(spec, at, report, { minor }) {
        if (hasUsersOfItsOwn(spec, minor)) return;
        const { runAsNonRoot, runAsUser } = spec.securityContext ?? {};
        const context = at.child('securityContext');
        const containers = allContainers(spec);
        const isMinded = (placed: PlacedContainer) => !isWindows(spec) && maybeRoot(spec, placed) !== 'no';
        if (!containers.some(isMinded)) {
          if (runAsNonRoot === false)
            report(advice(context.child('runAsNonRoot'), 'the restricted level allows no false'));
          if (runAsUser === 0) report(advice(context.child('runAsUser'), 'the restricted level allows no user 0'));
        }
        for (const placed of containers) {
          if (isMinded(placed)) continue;
          const own = placed.container.securityContext?.runAsNonRoot;
          if (own ?? runAsNonRoot === true) continue;
          const field = placeOf(placed, at).down('securityContext', 'runAsNonRoot');
          report(advice(field, 'the restricted level asks for true, here or in the pod', { change: NON_ROOT }));
        }
      },
    },
  },
  {
    id: 'require-high-user-id',
    severity: 'info',
    profiles: [],
    summary: `runAsUser and runAsGroup, where they are given, are at least ${FIRST_HIGH_ID}.`,
    why: 'A lower id may be that of a user of the node, whose files a container that breaks out may then read.',
    fix: `Write an id from ${FIRST_HIGH_ID} on, and give the files of the image to it.`,
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    seeAlso: [
      'kube-score container-security-context-user-group-id',
      'Datree CONTAINERS_INCORRECT_RUNASUSER_VALUE_LOWUID',
      'Datree CONTAINERS_INCORRECT_RUNASGROUP_VALUE_LOWGID',
    ],
    example: {
      bad: podWithContainer('securityContext:\n  runAsUser: 1000'),
      good: podWithContainer('securityContext:\n  runAsUser: 20000'),
    },
    visit: {
      podSpec({ securityContext = {}, hostUsers }, at, report) {
        if (hostUsers !== false) lowIds(securityContext, at.child('securityContext'), report);
      },
      container({ securityContext = {} }, at, report, { podSpec }) {
        if (podSpec.hostUsers !== false) lowIds(securityContext, at.child('securityContext'), report);
      },
    },
  },
]);

const NON_ROOT = changeTo({ securityContext: { runAsNonRoot: true } });

/**
 * Whether a container may be root: `no`; `unsaid`, it depends on the image; `root`, it says so; `stuck`, it says so and
 * that it must not, and the kubelet refuses to start it.
 */
function maybeRoot({ securityContext: pod = {} }: PodSpec, { container }: PlacedContainer): string {
  const own = container.securityContext ?? {};
  const user = own.runAsUser ?? pod.runAsUser;
  const isNonRoot = own.runAsNonRoot ?? pod.runAsNonRoot;
  if (user === 0) return isNonRoot ? 'stuck' : 'root';
  return isNonRoot || user !== undefined ? 'no' : 'unsaid';
}

function unsaid(containers: readonly PlacedContainer[]): string {
  return `${containerNames(containers)} ${containers.length === 1 ? 'runs' : 'run'} as root where the image does not say otherwise`;
}

/** Those that are root by the user of the pod are one finding. */
function rootFindings(spec: PodSpec, at: FieldPath, containers: readonly PlacedContainer[]): Finding[] {
  const findings: Finding[] = [];
  for (const [state, detail] of ROOT_DETAILS) {
    const those = containers.filter((placed) => maybeRoot(spec, placed) === state);
    const inheriting = those.filter(({ container }) => container.securityContext?.runAsUser === undefined);
    if (inheriting.length > 0)
      findings.push(advice(at.down('securityContext', 'runAsUser'), `${detail}: ${containerNames(inheriting)}`));
    for (const placed of those) {
      if (placed.container.securityContext?.runAsUser === undefined) continue;
      findings.push(
        advice(placeOf(placed, at).down('securityContext', 'runAsUser'), `${detail}: ${containerNames([placed])}`),
      );
    }
  }
  return findings;
}

const ROOT_DETAILS = [
  ['root', 'it runs as root'],
  ['stuck', 'it never starts, as runAsNonRoot: true and user 0 contradict each other'],
] as const;

function lowIds(
  context: { readonly runAsUser?: number; readonly runAsGroup?: number },
  at: FieldPath,
  report: (finding: Finding) => void,
): void {
  for (const name of ['runAsUser', 'runAsGroup'] as const) {
    const id = context[name];
    if (id !== undefined && id > 0 && id < FIRST_HIGH_ID)
      report(advice(at.child(name), `${id} may be the id of a user or group of the node`));
  }
}
