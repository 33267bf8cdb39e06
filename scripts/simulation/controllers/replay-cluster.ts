import type { PodTemplateSpec } from '../../../lib/kubernetes/generated/decoded';
import type { Cluster } from '../../../lib/simulation/controllers/cluster/cluster';
import type { ClusterChoices } from '../../../lib/simulation/controllers/cluster/cluster-choices';
import type { ClusterEvent } from '../../../lib/simulation/controllers/cluster/cluster-event';
import type { Manifest } from '../../../lib/simulation/controllers/cluster/object-store';
import type { ClusterStep } from '../../../lib/simulation/controllers/cluster-scenario';
import type { NewNode } from '../../../lib/simulation/controllers/node/node-store';
import { runCluster } from '../../../lib/simulation/controllers/run-cluster';
import { createScriptedPod } from '../../../lib/simulation/controllers/runtime/scripted-pod';
import { type RecordedCluster, type RecordedEvent, scriptOf } from './recorded-cluster';
import { scenarioOf } from './recorded-scenario';

/** Each recording had nodes of its own among others; its pods were kept on them. */
const OWN = { recording: 'own' };

/** The second of the minute at which CronJobs were created. */
const CRON_SECOND = 50;

/** Simulates a recorded scenario. */
export function replayCluster(
  recording: RecordedCluster,
  choices: ClusterChoices,
  observe?: (cluster: Cluster) => void,
): RecordedEvent[] {
  const { objects, behaviour, description } = recording;
  const second = /created at second (\d+)/.exec(description)?.[1] ?? CRON_SECOND;
  const { seconds, steps = [] } = scenarioOf(recording);
  const cluster = runCluster({
    objects: objects.map(onOwnNodes),
    scenario: { seconds, steps: steps.map(withOwnNodes) },
    nodes: nodesOf(recording),
    choices,
    observe,
    ...(objects.some(({ kind }) => kind === 'CronJob') && { wallClock: Number(second) }),
    createRuntime: (context) => {
      const { id, spec, index } = context.pod;
      const image = spec.containers?.[0]?.image ?? '';
      return createScriptedPod(context, scriptOf(behaviour, { name: id, image, index }));
    },
  });
  return cluster.events.filter(({ type }) => type !== 'node-added').map(asRecorded);
}

function nodesOf({ nodes, description }: RecordedCluster): NewNode[] {
  const own = Array.from({ length: nodes }, (_, index) => ownNode({ name: `n${index + 1}` }));
  return description.includes('nothing else runs') ? own : [...own, { name: 'other', zone: 'other' }];
}

function ownNode(node: NewNode): NewNode {
  return { ...node, zone: 'own', labels: OWN };
}

function withOwnNodes(step: ClusterStep): ClusterStep {
  if (step.do === 'add-node') return { ...step, node: ownNode(step.node) };
  return step.do === 'create' ? { ...step, objects: step.objects.map(onOwnNodes) } : step;
}

/** The object with a node selector in its pod template. */
function onOwnNodes(object: Manifest): Manifest {
  const selecting = (template: PodTemplateSpec): PodTemplateSpec => ({
    ...template,
    spec: { ...template.spec, nodeSelector: { ...template.spec?.nodeSelector, ...OWN } },
  });
  const spec = object.spec as { template?: PodTemplateSpec; jobTemplate?: { spec?: { template?: PodTemplateSpec } } };
  if (object.kind === 'Pod') return { ...object, ...selecting({ spec: object.spec as PodTemplateSpec['spec'] }) };
  if (spec.template) return { ...object, spec: { ...spec, template: selecting(spec.template) } };
  const { jobTemplate } = spec;
  if (!jobTemplate?.spec?.template) return object;
  const template = selecting(jobTemplate.spec.template);
  return { ...object, spec: { ...spec, jobTemplate: { ...jobTemplate, spec: { ...jobTemplate.spec, template } } } };
}

/** An event of the simulator in the form of the recordings. */
function asRecorded({ at, object, type, ...rest }: ClusterEvent): RecordedEvent {
  const fields = rest as Readonly<Record<string, unknown>>;
  const detail = 'condition' in fields ? fields.condition : 'taint' in fields ? fields.taint : (fields.text ?? fields);
  return {
    t: at,
    object,
    event: type === 'event' ? 'Event' : type,
    ...(Object.keys(fields).length > 0 && { detail: detail as RecordedEvent['detail'] }),
  };
}
