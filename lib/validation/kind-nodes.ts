import type {
  APIService,
  AutoscalingV1HorizontalPodAutoscaler,
  Binding,
  CertificateSigningRequest,
  ClusterRole,
  ClusterRoleBinding,
  ConfigMap,
  ControllerRevision,
  CronJob,
  CSIDriver,
  CSINode,
  CSIPersistentVolumeSource,
  CSIStorageCapacity,
  CustomResourceDefinition,
  DaemonSet,
  Deployment,
  DeviceClaim,
  DeviceClass,
  DeviceRequest,
  DeviceSelector,
  DeviceToleration,
  DiscoveryV1EndpointPort,
  Endpoint,
  EndpointAddress,
  EndpointPort,
  EndpointSlice,
  EndpointSubset,
  Endpoints,
  Event,
  EventsV1Event,
  FlowSchema,
  HorizontalPodAutoscaler,
  HPAScalingRules,
  Ingress,
  IngressClass,
  IPAddress,
  IPBlock,
  Job,
  JobSpec,
  LabelSelector,
  Lease,
  LimitRange,
  LimitRangeItem,
  LocalSubjectAccessReview,
  LocalVolumeSource,
  MatchCondition,
  MatchResources,
  MetricSpec,
  MutatingAdmissionPolicy,
  MutatingAdmissionPolicyBinding,
  MutatingAdmissionPolicySpec,
  MutatingWebhook,
  MutatingWebhookConfiguration,
  NamedRuleWithOperations,
  Namespace,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  Node,
  NodeSelector,
  NodeSelectorTerm,
  PersistentVolume,
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  PersistentVolumeSpec,
  PodDisruptionBudget,
  PolicyRule,
  PriorityClass,
  PriorityLevelConfiguration,
  ReplicaSet,
  ReplicationController,
  ResourceClaimTemplate,
  ResourceQuota,
  ResourceSlice,
  Role,
  RoleBinding,
  RoleRef,
  RuntimeClass,
  Secret,
  SelfSubjectAccessReview,
  Service,
  ServiceAccount,
  ServiceCIDR,
  ServicePort,
  StatefulSet,
  StorageClass,
  Subject,
  SubjectAccessReview,
  Toleration,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  ValidatingAdmissionPolicySpec,
  ValidatingWebhookConfiguration,
  VolumeAttachment,
  VolumeAttributesClass,
  WebhookConversion,
} from '../kubernetes/generated/decoded';
import { volumeNodePlaces } from './volume-nodes';

/** The objects of one kind each, by the kind's name; a rule on `Service` sees every Service whole. */
export interface KindNodeTypes {
  APIService: APIService;
  Binding: Binding;
  CertificateSigningRequest: CertificateSigningRequest;
  ClusterRole: ClusterRole;
  ClusterRoleBinding: ClusterRoleBinding;
  ConfigMap: ConfigMap;
  ControllerRevision: ControllerRevision;
  CronJob: CronJob;
  CSIDriver: CSIDriver;
  CSINode: CSINode;
  CSIStorageCapacity: CSIStorageCapacity;
  CustomResourceDefinition: CustomResourceDefinition;
  DaemonSet: DaemonSet;
  Deployment: Deployment;
  DeviceClass: DeviceClass;
  Endpoints: Endpoints;
  EndpointSlice: EndpointSlice;
  Event: Event & EventsV1Event;
  FlowSchema: FlowSchema;
  HorizontalPodAutoscaler: HorizontalPodAutoscaler & AutoscalingV1HorizontalPodAutoscaler;
  Ingress: Ingress;
  IngressClass: IngressClass;
  IPAddress: IPAddress;
  Job: Job;
  Lease: Lease;
  LimitRange: LimitRange;
  LocalSubjectAccessReview: LocalSubjectAccessReview;
  MutatingAdmissionPolicy: MutatingAdmissionPolicy;
  MutatingAdmissionPolicyBinding: MutatingAdmissionPolicyBinding;
  MutatingWebhookConfiguration: MutatingWebhookConfiguration;
  Namespace: Namespace;
  NetworkPolicy: NetworkPolicy;
  Node: Node;
  PersistentVolume: PersistentVolume;
  PersistentVolumeClaim: PersistentVolumeClaim;
  PodDisruptionBudget: PodDisruptionBudget;
  PriorityClass: PriorityClass;
  PriorityLevelConfiguration: PriorityLevelConfiguration;
  ReplicaSet: ReplicaSet;
  ReplicationController: ReplicationController;
  ResourceClaimTemplate: ResourceClaimTemplate;
  ResourceQuota: ResourceQuota;
  ResourceSlice: ResourceSlice;
  Role: Role;
  RoleBinding: RoleBinding;
  RuntimeClass: RuntimeClass;
  Secret: Secret;
  SelfSubjectAccessReview: SelfSubjectAccessReview;
  Service: Service;
  ServiceAccount: ServiceAccount;
  ServiceCIDR: ServiceCIDR;
  StatefulSet: StatefulSet;
  StorageClass: StorageClass;
  SubjectAccessReview: SubjectAccessReview;
  ValidatingAdmissionPolicy: ValidatingAdmissionPolicy;
  ValidatingAdmissionPolicyBinding: ValidatingAdmissionPolicyBinding;
  ValidatingWebhookConfiguration: ValidatingWebhookConfiguration;
  VolumeAttachment: VolumeAttachment;
  VolumeAttributesClass: VolumeAttributesClass;
  /** The rules for scaling up or down. */
  horizontalPodAutoscalerScalingRules: HPAScalingRules;
  /** The spec of a Job, or of the Jobs that a CronJob creates. */
  jobSpec: JobSpec;
  /** A selector by labels that the server asks to be well formed. */
  labelSelector: LabelSelector;
  /** The devices that a claim, or a template of claims, asks for. */
  deviceClaim: DeviceClaim;
  deviceRequest: DeviceRequest;
  /** Which devices a class or a request is about. */
  deviceSelector: DeviceSelector;
  deviceToleration: DeviceToleration;
  limitRangeItem: LimitRangeItem;
  metricSpec: MetricSpec;
  /** What a claim asks for, wherever it is. */
  persistentVolumeClaimSpec: PersistentVolumeClaimSpec;
  persistentVolumeSpec: PersistentVolumeSpec;
  /** A condition on nodes that must hold. */
  nodeSelector: NodeSelector;
  /** One of the alternatives of a condition on nodes, required or preferred. */
  nodeSelectorTerm: NodeSelectorTerm;
  toleration: Toleration;
  /** One of the endpoints of an EndpointSlice. */
  endpoint: Endpoint;
  endpointAddress: EndpointAddress;
  endpointPort: EndpointPort;
  endpointSlicePort: DiscoveryV1EndpointPort;
  endpointSubset: EndpointSubset;
  servicePort: ServicePort;
  /** The CSI source of a PersistentVolume; that of a pod has other fields. */
  csiPersistentVolumeSource: CSIPersistentVolumeSource;
  localVolumeSource: LocalVolumeSource;
  /** The spec of a policy that admits requests, whether it may change them or not. */
  admissionPolicySpec: ValidatingAdmissionPolicySpec & MutatingAdmissionPolicySpec;
  matchCondition: MatchCondition;
  matchResources: MatchResources;
  /** Which requests a webhook or an admission policy is asked about. */
  ruleWithOperations: NamedRuleWithOperations;
  /** A webhook that admits requests; a validating one has no reinvocationPolicy. */
  webhook: MutatingWebhook;
  webhookConversion: WebhookConversion;
  /** A range of addresses in a NetworkPolicy. */
  ipBlock: IPBlock;
  networkPolicyPeer: NetworkPolicyPeer;
  networkPolicyPort: NetworkPolicyPort;
  /** What a Role or a ClusterRole allows. */
  policyRule: PolicyRule;
  roleRef: RoleRef;
  /** Whom a binding grants a role. */
  subject: Subject;
}

const POD_AFFINITY_TERMS = ['podAffinity', 'podAntiAffinity'].flatMap((side) => [
  `affinity.${side}.requiredDuringSchedulingIgnoredDuringExecution[]`,
  `affinity.${side}.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm`,
]);

const ADMISSION_RULES = ['resourceRules[]', 'excludeResourceRules[]'];
const NETWORK_POLICY_PEERS = ['spec.ingress[].from[]', 'spec.egress[].to[]'];

const everyRequest = (field: string) => [`.requests[].exactly.${field}`, `.requests[].firstAvailable[].${field}`];
const inDeviceClaims = (...places: string[]) => ({
  ResourceClaim: places.map((place) => `spec.devices${place}`),
  ResourceClaimTemplate: places.map((place) => `spec.spec.devices${place}`),
});

/**
 * Where nodes are that are neither whole objects nor visited with their pod.
 *
 * By the node's name: for each kind, or for `podSpec`, `container`, `volume` and `persistentVolume` (its spec), the
 * paths from there; `[]` stands for every item of a list, `{}` for every entry of a map. Of the sources of a volume
 * only the first is visited.
 */
export const nodePlaces: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  appArmorProfile: {
    podSpec: ['securityContext.appArmorProfile'],
    container: ['securityContext.appArmorProfile'],
  },
  envFromSource: { container: ['envFrom[]'] },
  nodeSelector: {
    PersistentVolume: ['spec.nodeAffinity.required'],
    ResourceSlice: ['spec.nodeSelector'],
    podSpec: ['affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution'],
  },
  nodeSelectorTerm: {
    PersistentVolume: ['spec.nodeAffinity.required.nodeSelectorTerms[]'],
    ResourceSlice: ['spec.nodeSelector.nodeSelectorTerms[]'],
    podSpec: [
      'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[]',
      'affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[].preference',
    ],
  },
  horizontalPodAutoscalerScalingRules: {
    HorizontalPodAutoscaler: ['spec.behavior.scaleUp', 'spec.behavior.scaleDown'],
  },
  jobSpec: { CronJob: ['spec.jobTemplate.spec'], Job: ['spec'] },
  labelSelector: {
    CSIStorageCapacity: ['nodeTopology'],
    ClusterRole: ['aggregationRule.clusterRoleSelectors[]'],
    DaemonSet: ['spec.selector'],
    Deployment: ['spec.selector'],
    Job: ['spec.selector'],
    MutatingAdmissionPolicy: ['spec.matchConstraints.namespaceSelector', 'spec.matchConstraints.objectSelector'],
    MutatingAdmissionPolicyBinding: [
      'spec.matchResources.namespaceSelector',
      'spec.matchResources.objectSelector',
      'spec.paramRef.selector',
    ],
    MutatingWebhookConfiguration: ['webhooks[].namespaceSelector', 'webhooks[].objectSelector'],
    NetworkPolicy: [
      'spec.podSelector',
      ...NETWORK_POLICY_PEERS.flatMap((peer) => [`${peer}.podSelector`, `${peer}.namespaceSelector`]),
    ],
    PersistentVolumeClaim: ['spec.selector'],
    PodDisruptionBudget: ['spec.selector'],
    ReplicaSet: ['spec.selector'],
    StatefulSet: ['spec.selector', 'spec.volumeClaimTemplates[].spec.selector'],
    ValidatingAdmissionPolicy: ['spec.matchConstraints.namespaceSelector', 'spec.matchConstraints.objectSelector'],
    ValidatingAdmissionPolicyBinding: [
      'spec.matchResources.namespaceSelector',
      'spec.matchResources.objectSelector',
      'spec.paramRef.selector',
    ],
    ValidatingWebhookConfiguration: ['webhooks[].namespaceSelector', 'webhooks[].objectSelector'],
    podSpec: [
      ...POD_AFFINITY_TERMS.flatMap((term) => [`${term}.labelSelector`, `${term}.namespaceSelector`]),
      'topologySpreadConstraints[].labelSelector',
    ],
    volume: ['ephemeral.volumeClaimTemplate.spec.selector'],
  },
  deviceClaim: inDeviceClaims(''),
  deviceRequest: inDeviceClaims('.requests[]'),
  deviceSelector: { ...inDeviceClaims(...everyRequest('selectors[]')), DeviceClass: ['spec.selectors[]'] },
  deviceToleration: inDeviceClaims(...everyRequest('tolerations[]')),
  limitRangeItem: { LimitRange: ['spec.limits[]'] },
  metricSpec: { HorizontalPodAutoscaler: ['spec.metrics[]'] },
  csiPersistentVolumeSource: { persistentVolume: ['csi'] },
  endpoint: { EndpointSlice: ['endpoints[]'] },
  endpointAddress: { Endpoints: ['subsets[].addresses[]', 'subsets[].notReadyAddresses[]'] },
  endpointPort: { Endpoints: ['subsets[].ports[]'] },
  endpointSlicePort: { EndpointSlice: ['ports[]'] },
  endpointSubset: { Endpoints: ['subsets[]'] },
  localVolumeSource: { persistentVolume: ['local'] },
  persistentVolumeClaimSpec: {
    PersistentVolumeClaim: ['spec'],
    StatefulSet: ['spec.volumeClaimTemplates[].spec'],
    volume: ['ephemeral.volumeClaimTemplate.spec'],
  },
  persistentVolumeSpec: { PersistentVolume: ['spec'] },
  admissionPolicySpec: { MutatingAdmissionPolicy: ['spec'], ValidatingAdmissionPolicy: ['spec'] },
  matchCondition: {
    MutatingAdmissionPolicy: ['spec.matchConditions[]'],
    MutatingWebhookConfiguration: ['webhooks[].matchConditions[]'],
    ValidatingAdmissionPolicy: ['spec.matchConditions[]'],
    ValidatingWebhookConfiguration: ['webhooks[].matchConditions[]'],
  },
  matchResources: {
    MutatingAdmissionPolicy: ['spec.matchConstraints'],
    MutatingAdmissionPolicyBinding: ['spec.matchResources'],
    ValidatingAdmissionPolicy: ['spec.matchConstraints'],
    ValidatingAdmissionPolicyBinding: ['spec.matchResources'],
  },
  ruleWithOperations: {
    MutatingAdmissionPolicy: ADMISSION_RULES.map((rules) => `spec.matchConstraints.${rules}`),
    MutatingAdmissionPolicyBinding: ADMISSION_RULES.map((rules) => `spec.matchResources.${rules}`),
    MutatingWebhookConfiguration: ['webhooks[].rules[]'],
    ValidatingAdmissionPolicy: ADMISSION_RULES.map((rules) => `spec.matchConstraints.${rules}`),
    ValidatingAdmissionPolicyBinding: ADMISSION_RULES.map((rules) => `spec.matchResources.${rules}`),
    ValidatingWebhookConfiguration: ['webhooks[].rules[]'],
  },
  webhook: { MutatingWebhookConfiguration: ['webhooks[]'], ValidatingWebhookConfiguration: ['webhooks[]'] },
  webhookConversion: { CustomResourceDefinition: ['spec.conversion.webhook'] },
  ipBlock: { NetworkPolicy: NETWORK_POLICY_PEERS.map((peer) => `${peer}.ipBlock`) },
  networkPolicyPeer: { NetworkPolicy: NETWORK_POLICY_PEERS },
  networkPolicyPort: { NetworkPolicy: ['spec.ingress[].ports[]', 'spec.egress[].ports[]'] },
  policyRule: { ClusterRole: ['rules[]'], Role: ['rules[]'] },
  roleRef: { ClusterRoleBinding: ['roleRef'], RoleBinding: ['roleRef'] },
  subject: { ClusterRoleBinding: ['subjects[]'], RoleBinding: ['subjects[]'] },
  podAffinityTerm: { podSpec: POD_AFFINITY_TERMS },
  servicePort: { Service: ['spec.ports[]'] },
  seccompProfile: { podSpec: ['securityContext.seccompProfile'], container: ['securityContext.seccompProfile'] },
  toleration: { podSpec: ['tolerations[]'], RuntimeClass: ['scheduling.tolerations[]'] },
  topologySpreadConstraint: { podSpec: ['topologySpreadConstraints[]'] },
  windowsOptions: { podSpec: ['securityContext.windowsOptions'], container: ['securityContext.windowsOptions'] },
  ...volumeNodePlaces,
};
