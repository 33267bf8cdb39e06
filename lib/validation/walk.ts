import type {
  Container,
  EphemeralContainer,
  PersistentVolume,
  PodTemplateSpec,
  Volume,
} from '../kubernetes/generated/decoded';
import { FieldPath } from './field-path';
import type {
  ContainerContext,
  ContainerRole,
  HandlerContext,
  NodeName,
  NodeTypes,
  ObjectContext,
  PodContext,
  ProbeContext,
} from './nodes';
import type { Place, Plan, Step } from './plan';
import { claimTemplateVolumes, type PodTemplateScope } from './pod-template-scope';
import type { Report, Rule } from './rule';
import { surplusPodSources, surplusVolumeSources, withoutSources } from './volume-sources';

/** Collects findings; `rule` is the rule whose turn it is. */
export interface Collector {
  rule: Rule | undefined;
  /** How many findings of severity error there are so far. */
  errors: number;
  readonly report: Report;
}

/**
 * The one visitor: knows where an object keeps its nodes and shows each to the rules that look at it.
 *
 * @param scope How much of a pod template is looked at.
 */
export function walk(context: ObjectContext, plan: Plan, collector: Collector, scope: PodTemplateScope): void {
  const { object, kind } = context;
  const at = FieldPath.root;
  run(plan.steps('object'), object, at, context, collector);
  if (!METADATA_LAST.has(kind.kind)) walkMetadata(context, plan, collector);
  run(plan.steps(kind.kind as NodeName), object, at, context, collector);
  visitPlaces(plan.places(kind.kind), object, at, context, collector);
  if (kind.kind === 'PersistentVolume') walkPersistentVolume(context, plan, collector);
  if (kind.podTemplate) walkPod(kind.podTemplate, context, plan, collector, scope);
  if (METADATA_LAST.has(kind.kind) && collector.errors === 0) walkMetadata(context, plan, collector);
}

/**
 * The kinds whose own validation does not look at the metadata: it is checked afterwards, when all else is well.
 *
 * Follows k8s.io/apiserver pkg/registry/rest/create.go BeforeCreate.
 */
const METADATA_LAST: ReadonlySet<string> = new Set(['Binding', 'Event', 'PodDisruptionBudget']);

function walkPersistentVolume(context: ObjectContext, plan: Plan, collector: Collector): void {
  const { spec = {} } = context.object as PersistentVolume;
  const source = withoutSources(spec, surplusVolumeSources(spec));
  visitPlaces(plan.places('persistentVolume'), source, FieldPath.root.child('spec'), context, collector);
}

function walkMetadata(context: ObjectContext, plan: Plan, collector: Collector): void {
  const at = FieldPath.root.child('metadata');
  run(plan.steps('objectMeta'), context.object.metadata ?? {}, at, context, collector);
}

function walkPod(
  path: readonly string[],
  context: ObjectContext,
  plan: Plan,
  collector: Collector,
  scope: PodTemplateScope,
): void {
  if (scope === 'nothing') return;
  let pod: unknown = context.object;
  let podAt = FieldPath.root;
  for (const step of path) {
    pod = (pod as Record<string, unknown> | undefined)?.[step];
    podAt = podAt.child(step);
  }
  const template = (pod ?? {}) as PodTemplateSpec;
  const podSpec = template.spec ?? {};
  const volumes = new Map<string, Volume>();
  const podContext: PodContext = { ...context, isPod: path.length === 0, pod: template, podSpec, podAt, volumes };
  const specAt = podAt.child('spec');
  run(plan.steps('pod'), template, podAt, podContext, collector);
  if (scope === 'metadata') return;
  walkVolumes(podSpec.volumes ?? [], volumes, specAt.child('volumes'), podContext, plan, collector);
  run(plan.steps('podSpec'), podSpec, specAt, podContext, collector);
  visitPlaces(plan.places('podSpec'), podSpec, specAt, podContext, collector);
  if (podSpec.affinity) run(plan.steps('affinity'), podSpec.affinity, specAt.child('affinity'), podContext, collector);
  walkContainers(podSpec.initContainers, 'init', specAt.child('initContainers'), podContext, plan, collector);
  walkContainers(podSpec.containers, 'app', specAt.child('containers'), podContext, plan, collector);
  walkContainers(
    podSpec.ephemeralContainers,
    'ephemeral',
    specAt.child('ephemeralContainers'),
    podContext,
    plan,
    collector,
  );
}

/**
 * Volumes come first: a mount of a volume in which a rule found an error is a mount of nothing. Claim templates come
 * before the other volumes, each in the stead of the volume of its name.
 */
function walkVolumes(
  list: readonly Volume[],
  valid: Map<string, Volume>,
  at: FieldPath,
  context: PodContext,
  plan: Plan,
  collector: Collector,
): void {
  const claims = claimTemplateVolumes(context);
  let position = 0;
  const walkVolume = (volume: Volume, place: FieldPath) => {
    const before = collector.errors;
    const volumeAt = claims.size === 0 ? place : at.index(position).standingAt(place);
    run(plan.steps('volume'), volume, volumeAt, context, collector);
    const surplus = surplusPodSources(volume);
    visitPlaces(plan.places('volume'), withoutSources(volume, surplus), volumeAt, context, collector);
    if (collector.errors === before && volume.name && !valid.has(volume.name)) valid.set(volume.name, volume);
    position += 1;
  };
  for (const { volume, place } of claims.values()) walkVolume(volume, place);
  list.forEach((volume, index) => {
    if (!claims.has(volume.name ?? '')) walkVolume(volume, at.index(index));
  });
}

function walkContainers(
  list: readonly (Container | EphemeralContainer)[] | undefined,
  kind: 'app' | 'init' | 'ephemeral',
  at: FieldPath,
  podContext: PodContext,
  plan: Plan,
  collector: Collector,
): void {
  list?.forEach((container, index) => {
    const role: ContainerRole = kind === 'init' && container.restartPolicy === 'Always' ? 'sidecar' : kind;
    const containerAt = at.index(index);
    walkContainer({ ...podContext, role, container, containerAt }, plan, collector);
  });
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const HANDLERS = ['postStart', 'preStop'] as const;

function walkContainer(context: ContainerContext, plan: Plan, collector: Collector): void {
  const { container, containerAt: at } = context;
  run(plan.steps('container'), container, at, context, collector);
  visitPlaces(plan.places('container'), container, at, context, collector);
  runEach(plan.steps('containerPort'), container.ports, at, 'ports', context, collector);
  runEach(plan.steps('envVar'), container.env, at, 'env', context, collector);
  runEach(plan.steps('volumeMount'), container.volumeMounts, at, 'volumeMounts', context, collector);
  if (context.role !== 'app' && context.role !== 'sidecar') return;
  for (const name of PROBES) {
    const probe = container[name];
    if (!probe) continue;
    const probeContext: ProbeContext = { ...context, name };
    run(plan.steps('probe'), probe, at.child(name), probeContext, collector);
  }
  for (const name of HANDLERS) {
    const handler = container.lifecycle?.[name];
    if (!handler) continue;
    const handlerContext: HandlerContext = { ...context, name };
    run(plan.steps('lifecycleHandler'), handler, at.down('lifecycle', name), handlerContext, collector);
  }
}

function runEach(
  steps: readonly Step[],
  list: readonly unknown[] | undefined,
  at: FieldPath,
  name: string,
  context: ObjectContext,
  collector: Collector,
): void {
  if (list === undefined || steps.length === 0) return;
  const listAt = at.child(name);
  list.forEach((node, index) => {
    run(steps, node, listAt.index(index), context, collector);
  });
}

function visitPlaces(
  places: readonly Place[],
  node: unknown,
  at: FieldPath,
  context: ObjectContext,
  collector: Collector,
): void {
  for (const { path, steps } of places) descend(node, path, 0, at, steps, context, collector);
}

function descend(
  node: unknown,
  path: readonly string[],
  depth: number,
  at: FieldPath,
  steps: readonly Step[],
  context: ObjectContext,
  collector: Collector,
): void {
  if (node === undefined || node === null) return;
  const step = path[depth];
  if (step === undefined) {
    run(steps, node, at, context, collector);
  } else if (step === '[]') {
    (node as unknown[]).forEach((item, index) => {
      descend(item, path, depth + 1, at.index(index), steps, context, collector);
    });
  } else if (step === '{}') {
    for (const [name, item] of Object.entries(node))
      descend(item, path, depth + 1, at.key(name), steps, context, collector);
  } else {
    const child = (node as Record<string, unknown>)[step];
    if (child !== undefined) descend(child, path, depth + 1, at.child(step), steps, context, collector);
  }
}

function run(steps: readonly Step[], node: unknown, at: FieldPath, context: ObjectContext, collector: Collector): void {
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index] as Step;
    if (step.isAdvice && collector.errors > 0) continue;
    collector.rule = step.rule;
    // A plan files every visit under the node that it was written for, which the compiler cannot follow.
    step.visit(node as NodeTypes[NodeName] & Record<string, unknown>, at, collector.report, context as never);
  }
}
