import { findKind } from '../kubernetes/kinds';
import { formatDuration } from '../simulation/scenario/parse-duration';
import { validate } from '../validation/validate';
import { type Healing, healingOf } from './healing';

type PlainObject = Readonly<Record<string, unknown>>;

/** Workloads that are to run for ever; those that are to end have nothing to heal to. */
const KINDS = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'];

const COLUMNS: readonly (readonly [title: string, cell: (healing: Healing) => string])[] = [
  ['a hang is noticed within', ({ hangNoticed }) => inSeconds(hangNoticed, 'never')],
  ['and healed within', ({ hangHealed }) => inSeconds(hangHealed, 'never')],
  ['restarts when a dependency is away for 60s', ({ restartsInOutage }) => String(restartsInOutage)],
  ['slowest start that survives', ({ slowestStart }) => inSeconds(slowestStart, 'any')],
  ['a rollout takes', ({ rollout }) => inSeconds(rollout, '-')],
  ['when its node is lost', ({ nodeLoss }) => nodeLossText(nodeLoss)],
];

/**
 * How each workload among some objects heals, as a table in Markdown for reviewers: it is committed beside the manifests,
 * so that a changed number of a probe shows what it does.
 *
 * @param objects Plain objects; those that make no pods, or that the API server would refuse, are left out.
 * @param kubeVersion `1.28` to `1.36`. Default: `1.36`.
 */
export function healingReport(objects: readonly PlainObject[], kubeVersion = '1.36'): string {
  const workloads = objects.filter((object) => isHealed(object, kubeVersion));
  const rows = workloads.map((object) => {
    const healing = healingOf(object, kubeVersion);
    return row([nameOf(object), ...COLUMNS.map(([, cell]) => cell(healing))]);
  });
  const titles = ['workload', ...COLUMNS.map(([title]) => title)];
  const table = [row(titles), row(titles.map(() => '---')), ...rows];
  return `# How the workloads heal

Written by podwright, which simulated each workload for Kubernetes ${kubeVersion} on three nodes. Times are the longest ones; a rollout is one of processes that start at once. \`podwright simulate KIND/NAME --scenario hang=1m\` shows how a figure comes about.

${workloads.length === 0 ? 'There are no workloads.' : table.join('\n')}
`;
}

/** Whether a workload is to run for ever and the API server takes it, so that healing can be asked for. */
export function isHealed(object: PlainObject, kubeVersion: string): boolean {
  const kind = findKind(String(object.apiVersion), String(object.kind))?.kind;
  if (kind === undefined || !KINDS.includes(kind)) return false;
  return validate([object], { kubeVersion }).every(({ severity }) => severity !== 'error');
}

function nameOf({ kind, metadata }: PlainObject): string {
  const { name = '', namespace } = (metadata ?? {}) as { name?: string; namespace?: string };
  return `${kind}/${name}${namespace === undefined ? '' : ` (${namespace})`}`;
}

/** Whole seconds, rounded up: a millisecond more or less is no news in a review. */
function inSeconds(seconds: number | undefined, otherwise: string): string {
  return seconds === undefined ? otherwise : formatDuration(Math.ceil(seconds));
}

function nodeLossText({ serving, replicas, healed }: Healing['nodeLoss']): string {
  if (serving >= replicas) return 'all serve';
  const until = healed === undefined ? 'for ever' : `for ${inSeconds(healed, '')}`;
  return `${serving} of ${replicas} serve ${until}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
