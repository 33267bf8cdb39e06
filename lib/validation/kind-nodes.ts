import type {
  AutoscalingV1HorizontalPodAutoscaler,
  ClusterRole,
  ClusterRoleBinding,
  ConfigMap,
  CronJob,
  CSIDriver,
  CustomResourceDefinition,
  DaemonSet,
  Deployment,
  EndpointSlice,
  Endpoints,
  HorizontalPodAutoscaler,
  Ingress,
  IngressClass,
  Job,
  Lease,
  LimitRange,
  MutatingWebhookConfiguration,
  Namespace,
  NetworkPolicy,
  Node,
  PersistentVolume,
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  PersistentVolumeSpec,
  PodDisruptionBudget,
  PriorityClass,
  ReplicaSet,
  ReplicationController,
  ResourceQuota,
  Role,
  RoleBinding,
  RuntimeClass,
  Secret,
  Service,
  ServiceAccount,
  StatefulSet,
  StorageClass,
  ValidatingWebhookConfiguration,
} from '../kubernetes/generated/decoded';

/** The objects of one kind each, by the kind's name; a rule on `Service` sees every Service whole. */
export interface KindNodeTypes {
  ClusterRole: ClusterRole;
  ClusterRoleBinding: ClusterRoleBinding;
  ConfigMap: ConfigMap;
  CronJob: CronJob;
  CSIDriver: CSIDriver;
  CustomResourceDefinition: CustomResourceDefinition;
  DaemonSet: DaemonSet;
  Deployment: Deployment;
  Endpoints: Endpoints;
  EndpointSlice: EndpointSlice;
  HorizontalPodAutoscaler: HorizontalPodAutoscaler & AutoscalingV1HorizontalPodAutoscaler;
  Ingress: Ingress;
  IngressClass: IngressClass;
  Job: Job;
  Lease: Lease;
  LimitRange: LimitRange;
  MutatingWebhookConfiguration: MutatingWebhookConfiguration;
  Namespace: Namespace;
  NetworkPolicy: NetworkPolicy;
  Node: Node;
  PersistentVolume: PersistentVolume;
  PersistentVolumeClaim: PersistentVolumeClaim;
  PodDisruptionBudget: PodDisruptionBudget;
  PriorityClass: PriorityClass;
  ReplicaSet: ReplicaSet;
  ReplicationController: ReplicationController;
  ResourceQuota: ResourceQuota;
  Role: Role;
  RoleBinding: RoleBinding;
  RuntimeClass: RuntimeClass;
  Secret: Secret;
  Service: Service;
  ServiceAccount: ServiceAccount;
  StatefulSet: StatefulSet;
  StorageClass: StorageClass;
  ValidatingWebhookConfiguration: ValidatingWebhookConfiguration;
  /** What a claim asks for, wherever it is. */
  persistentVolumeClaimSpec: PersistentVolumeClaimSpec;
  persistentVolumeSpec: PersistentVolumeSpec;
}

/**
 * Where nodes are that are neither whole objects nor visited with their pod.
 *
 * By the node's name: for each kind, or for `podSpec`, `volume` and `container`, the paths from there; `[]` stands
 * for every item of a list, `{}` for every entry of a map.
 */
export const nodePlaces: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  appArmorProfile: {
    podSpec: ['securityContext.appArmorProfile'],
    container: ['securityContext.appArmorProfile'],
  },
  envFromSource: { container: ['envFrom[]'] },
  persistentVolumeClaimSpec: {
    PersistentVolumeClaim: ['spec'],
    StatefulSet: ['spec.volumeClaimTemplates[].spec'],
    volume: ['ephemeral.volumeClaimTemplate.spec'],
  },
  persistentVolumeSpec: { PersistentVolume: ['spec'] },
  seccompProfile: { podSpec: ['securityContext.seccompProfile'], container: ['securityContext.seccompProfile'] },
  windowsOptions: { podSpec: ['securityContext.windowsOptions'], container: ['securityContext.windowsOptions'] },
};
