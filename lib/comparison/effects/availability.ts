import { type QosClass, qosClassOf } from '../../kubernetes/defaults/qos-class';
import type {
  Container,
  Deployment,
  HorizontalPodAutoscaler,
  PodDisruptionBudget,
  PodSpec,
  Service,
  StatefulSet,
} from '../../kubernetes/generated/decoded';
import type { IntOrPercent } from '../../kubernetes/int-or-percent';
import type { Effect } from '../effect';
import { containerAvailability } from './container-availability';
import { type ObjectPair, type PodPair, podsOf } from './object-pair';
import { count, rolloutBounds } from './rollout';

/** Kinds without which something stops answering, with what that is. */
const ANSWERING: Readonly<Record<string, string>> = {
  DaemonSet: 'its pods are gone',
  Deployment: 'its pods are gone',
  HorizontalPodAutoscaler: 'its pods are no longer scaled with their load',
  Ingress: 'its hosts are no longer served',
  Pod: 'it is gone',
  PodDisruptionBudget: 'a drain may evict all of its pods at once',
  ReplicaSet: 'its pods are gone',
  ReplicationController: 'its pods are gone',
  Service: 'its name and address are gone',
  StatefulSet: 'its pods are gone',
};

/** What a change takes from the availability of what an object runs or serves. */
export function availabilityEffects(pair: ObjectPair): Effect[] {
  const { kind, before, after } = pair;
  if (!before) return [];
  if (!after) return ANSWERING[kind.kind] ? [lowers(ANSWERING[kind.kind] ?? '')] : [];
  const pods = podsOf(pair);
  return [
    ...replicaEffects(pair),
    ...(kind.kind === 'Deployment' ? deploymentEffects(before, after) : []),
    ...(kind.kind === 'StatefulSet' || kind.kind === 'DaemonSet' ? updateEffects(before, after) : []),
    ...(kind.kind === 'HorizontalPodAutoscaler' ? autoscalerEffects(before, after) : []),
    ...(kind.kind === 'PodDisruptionBudget' ? budgetEffects(before, after) : []),
    ...(kind.kind === 'Service' ? serviceEffects(before, after) : []),
    ...(pods ? podEffects(pods) : []),
  ];
}

function lowers(detail: string, field?: string): Effect {
  return { kind: 'lowers-availability', detail, ...(field && { field }) };
}

/** `1 pod`, `3 pods`, `50% of the pods`. */
function podCount(value: IntOrPercent): string {
  if (typeof value === 'string') return `${value} of the pods`;
  return value === 1 ? '1 pod' : `${value} pods`;
}

function replicaEffects({ kind, before, after }: ObjectPair): Effect[] {
  if (!kind.podTemplate) return [];
  const [from, to] = [before, after].map((object) => (object as Deployment).spec?.replicas);
  if (from === undefined || to === undefined || to >= from) return [];
  return [lowers(to === 0 ? 'no pods are left' : `${podCount(to)} instead of ${from}`, 'spec.replicas')];
}

function deploymentEffects(before: Deployment, after: Deployment): Effect[] {
  const [from, to] = [before.spec?.strategy?.type, after.spec?.strategy?.type];
  if (to === 'Recreate')
    return from === 'Recreate' ? [] : [lowers('each rollout stops all pods first', 'spec.strategy.type')];
  if (from === 'Recreate') return [];
  const replicas = after.spec?.replicas ?? 1;
  const [old, young] = [rolloutBounds(before, replicas), rolloutBounds(after, replicas)];
  if (young.maxUnavailable <= old.maxUnavailable) return [];
  const field = 'spec.strategy.rollingUpdate.maxUnavailable';
  return [
    lowers(`a rollout may miss ${young.maxUnavailable} of ${replicas} pods instead of ${old.maxUnavailable}`, field),
  ];
}

/** StatefulSets and DaemonSets: more pods at once. A percentage and a number cannot be compared. */
function updateEffects(before: StatefulSet, after: StatefulSet): Effect[] {
  const [from, to] = [before, after].map(({ spec }) => spec?.updateStrategy?.rollingUpdate?.maxUnavailable ?? 1);
  if (from === undefined || to === undefined || !isMore(to, from)) return [];
  const field = 'spec.updateStrategy.rollingUpdate.maxUnavailable';
  return [lowers(`an update may miss ${podCount(to)} at once instead of ${from}`, field)];
}

function isMore(value: IntOrPercent, than: IntOrPercent): boolean {
  return typeof value === typeof than && count(value, 100, Math.round) > count(than, 100, Math.round);
}

function autoscalerEffects(before: HorizontalPodAutoscaler, after: HorizontalPodAutoscaler): Effect[] {
  return (['minReplicas', 'maxReplicas'] as const).flatMap((name) => {
    const [from, to] = [before.spec?.[name] ?? 1, after.spec?.[name] ?? 1];
    return to < from ? [lowers(`${name} is ${to} instead of ${from}`, `spec.${name}`)] : [];
  });
}

function budgetEffects(before: PodDisruptionBudget, after: PodDisruptionBudget): Effect[] {
  const [old, young] = [before.spec ?? {}, after.spec ?? {}];
  const effects: Effect[] = [];
  if (
    old.minAvailable !== undefined &&
    young.minAvailable !== undefined &&
    isMore(old.minAvailable, young.minAvailable)
  )
    effects.push(
      lowers(
        `a drain has to leave ${podCount(young.minAvailable)} instead of ${old.minAvailable}`,
        'spec.minAvailable',
      ),
    );
  if (
    old.maxUnavailable !== undefined &&
    young.maxUnavailable !== undefined &&
    isMore(young.maxUnavailable, old.maxUnavailable)
  )
    effects.push(
      lowers(
        `a drain may take ${podCount(young.maxUnavailable)} instead of ${old.maxUnavailable}`,
        'spec.maxUnavailable',
      ),
    );
  if (young.unhealthyPodEvictionPolicy === 'AlwaysAllow' && old.unhealthyPodEvictionPolicy !== 'AlwaysAllow')
    effects.push(
      lowers('a drain may take pods that are not ready, whatever the budget', 'spec.unhealthyPodEvictionPolicy'),
    );
  return effects;
}

function serviceEffects(before: Service, after: Service): Effect[] {
  if (!after.spec?.publishNotReadyAddresses || before.spec?.publishNotReadyAddresses) return [];
  return [lowers('pods that are not ready get traffic', 'spec.publishNotReadyAddresses')];
}

function podEffects(pods: PodPair): Effect[] {
  const { field, before, after } = pods;
  if (!before || !after) return [];
  const effects = containerAvailability(pods);
  const [from, to] = [before, after].map((spec) => spec.terminationGracePeriodSeconds ?? 30);
  if (from !== undefined && to !== undefined && to < from)
    effects.push(lowers(`pods have ${to} s instead of ${from} s to end`, `${field}.terminationGracePeriodSeconds`));
  if (spreads(before) && !spreads(after))
    effects.push(
      lowers(
        'all pods may land on one node',
        `${field}.${before.affinity?.podAntiAffinity ? 'affinity' : 'topologySpreadConstraints'}`,
      ),
    );
  const [oldClass, newClass] = [podQosClass(before), podQosClass(after)];
  if (QOS.indexOf(newClass) < QOS.indexOf(oldClass))
    effects.push(lowers(`pods are ${newClass} instead of ${oldClass}: a node short of memory ends them sooner`));
  return effects;
}

/** In the order in which a node evicts. */
const QOS: readonly QosClass[] = ['BestEffort', 'Burstable', 'Guaranteed'];

/** The class of the pods of a template, in which requests that only limits name are not yet filled in. */
function podQosClass({ containers, initContainers, ...rest }: PodSpec): QosClass {
  const withRequests = ({ resources, ...container }: Container) => ({
    ...container,
    resources: { ...resources, requests: { ...resources?.limits, ...resources?.requests } },
  });
  return qosClassOf({
    ...rest,
    containers: containers?.map(withRequests),
    initContainers: initContainers?.map(withRequests),
  });
}

function spreads({ affinity, topologySpreadConstraints }: PodSpec): boolean {
  return affinity?.podAntiAffinity !== undefined || (topologySpreadConstraints ?? []).length > 0;
}
