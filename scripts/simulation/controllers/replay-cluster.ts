import type { PodTemplateSpec } from '../../../lib/kubernetes/generated/decoded';
import type { Manifest } from '../../../lib/simulation/controllers/cluster/object-store';
import type { ClusterScenario, ClusterStep } from '../../../lib/simulation/controllers/cluster-scenario';
import type { NewNode } from '../../../lib/simulation/controllers/node/node-store';
import type { ClusterOptions } from '../../../lib/simulation/controllers/simulate-cluster';
import { type RecordedCluster, scriptOf } from './recorded-cluster';
import { scenarioOf } from './recorded-scenario';

/** Each recording had nodes of its own among others; its pods were kept on them. */
const OWN = { recording: 'own' };
/** The second of the minute at which CronJobs were created. */
const CRON_SECOND = 50;

/** What the simulator is given to replay a recording. */
export interface Replay {
  readonly objects: readonly Manifest[];
  readonly scenario: ClusterScenario;
  readonly options: ClusterOptions;
}

/** A recording as a simulation. */
export function replayOf(recording: RecordedCluster): Replay {
  const { objects, behaviour } = recording;
  const { seconds, steps = [] } = scenarioOf(recording);
  const hasSchedule = objects.some(({ kind }) => kind === 'CronJob');
  return {
    objects: objects.map(onOwnNodes),
    scenario: { seconds, steps: steps.map(withOwnNodes) },
    options: {
      nodes: nodesOf(recording),
      ...(!hasDefaultLimits(recording) && { clientLimits: 'none' }),
      behaviour: (pod) => scriptOf(behaviour, pod),
      ...(hasSchedule && { startTime: new Date(CRON_SECOND * 1000) }),
    },
  };
}

/** Most recordings were made side by side, for which the limits of the controllers were raised. */
function hasDefaultLimits({ id }: RecordedCluster): boolean {
  return id.startsWith('limits-') || id === 'cluster-lost';
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
