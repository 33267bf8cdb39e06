import type {
  Container,
  HorizontalPodAutoscaler,
  PersistentVolume,
  PersistentVolumeClaim,
  PodSpec,
  Service,
  StatefulSet,
} from '../kubernetes/generated/decoded';
import { kinds } from '../kubernetes/kinds';
import { isHeadless } from '../kubernetes/service';
import type { GraphContainer, GraphNode, NodeRole } from './graph';
import type { HeldObject } from './held-object';

const KIND_ROLES: Readonly<Record<string, NodeRole>> = {
  Ingress: 'entry',
  Gateway: 'entry',
  Service: 'front',
  HorizontalPodAutoscaler: 'front',
  PodDisruptionBudget: 'front',
  NetworkPolicy: 'front',
  ConfigMap: 'supply',
  Secret: 'supply',
  PersistentVolumeClaim: 'supply',
  ServiceAccount: 'supply',
  PersistentVolume: 'backing',
  StorageClass: 'backing',
  RoleBinding: 'backing',
  ClusterRoleBinding: 'backing',
  Role: 'grant',
  ClusterRole: 'grant',
};

/** `Pods` are those that nothing among the objects makes. */
const POD_MAKERS = new Set(['Pods', ...kinds.filter(({ podTemplate }) => podTemplate).map(({ kind }) => kind)]);

/** The role of the objects of a kind; those of kinds that are not known stand among the supplies. */
export function roleOf(kind: string): NodeRole {
  return KIND_ROLES[kind] ?? (POD_MAKERS.has(kind) ? 'workload' : 'supply');
}

/** The node of an object. */
export function nodeOf({ kind, name, namespace, object, pod }: HeldObject, id: string): GraphNode {
  return {
    id,
    kind,
    name,
    ...(namespace !== undefined && { namespace }),
    role: roleOf(kind),
    presence: 'here',
    details: [...(DETAILS[kind]?.(object) ?? []), ...(pod ? volumeLines(pod.spec ?? {}) : [])],
    containers: pod ? containersOf(pod.spec ?? {}) : [],
  };
}

const DETAILS: Readonly<Record<string, (object: object) => string[]>> = {
  Deployment: replicas,
  ReplicaSet: replicas,
  StatefulSet: (object) => [
    ...replicas(object),
    ...((object as StatefulSet).spec?.volumeClaimTemplates ?? []).map(
      (claim) => `${claim.metadata?.name}: ${sizeOf(claim)} for each pod`,
    ),
  ],
  Service: ({ spec = {} }: Service) => {
    if (spec.type === 'ExternalName') return [`${spec.type} ${spec.externalName}`];
    return [isHeadless(spec) ? 'headless' : (spec.type ?? '')].filter((type) => type !== 'ClusterIP' && type !== '');
  },
  HorizontalPodAutoscaler: ({ spec = {} }: HorizontalPodAutoscaler) => [
    `${spec.minReplicas ?? 1} to ${spec.maxReplicas} pods`,
  ],
  PersistentVolumeClaim: (object) => [sizeOf(object)],
  PersistentVolume: ({ spec = {} }: PersistentVolume) => [String(spec.capacity?.storage ?? '')],
};

function replicas({ spec = {} }: { spec?: { replicas?: number } }): string[] {
  return [spec.replicas === 1 ? '1 pod' : `${spec.replicas ?? 1} pods`];
}

function sizeOf({ spec = {} }: PersistentVolumeClaim): string {
  return String(spec.resources?.requests?.storage ?? 'a volume');
}

function containersOf({ containers = [], initContainers = [] }: PodSpec): GraphContainer[] {
  return [
    ...initContainers.map((container) =>
      graphContainer(container, container.restartPolicy === 'Always' ? 'sidecar' : 'init container'),
    ),
    ...containers.map((container) => graphContainer(container, 'container')),
  ];
}

function graphContainer(
  { name = '', image = '', ports = [] }: Container,
  role: GraphContainer['role'],
): GraphContainer {
  return {
    name,
    role,
    image,
    ports: ports.map(({ name: port, containerPort, protocol = 'TCP' }) =>
      [port, `${containerPort}${protocol === 'TCP' ? '' : `/${protocol}`}`].filter((part) => part).join(' '),
    ),
  };
}

/** The volumes that are no objects of their own. */
function volumeLines({ volumes = [] }: PodSpec): string[] {
  const objects = ['configMap', 'secret', 'persistentVolumeClaim', 'projected'];
  return volumes.flatMap(({ name, ...source }) => {
    const [kind = 'emptyDir'] = Object.keys(source);
    return objects.includes(kind) ? [] : [`${name}: ${kind}`];
  });
}
