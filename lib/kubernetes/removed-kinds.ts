/** An API version that Kubernetes stopped serving before 1.28. */
export interface RemovedKind {
  /** The last minor that served it. */
  readonly until: number;
  /** What to do where the kind has no successor. */
  readonly fix: string;
}

const GONE = 'Remove the object; Kubernetes has no successor for it.';
const POD_SECURITY = 'Use Pod Security admission: label the Namespace with pod-security.kubernetes.io/enforce.';

/** Rows of `apiVersion`, kinds and the last minor. Follows https://kubernetes.io/docs/reference/using-api/deprecation-guide/ */
const REMOVED: readonly (readonly [apiVersion: string, kinds: readonly string[], until: number])[] = [
  ['extensions/v1beta1', ['Deployment', 'DaemonSet', 'ReplicaSet', 'NetworkPolicy', 'PodSecurityPolicy'], 15],
  ['extensions/v1beta1', ['Ingress'], 21],
  ['apps/v1beta1', ['Deployment', 'StatefulSet', 'ControllerRevision'], 15],
  ['apps/v1beta2', ['Deployment', 'DaemonSet', 'ReplicaSet', 'StatefulSet', 'ControllerRevision'], 15],
  ['admissionregistration.k8s.io/v1beta1', ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'], 21],
  ['apiextensions.k8s.io/v1beta1', ['CustomResourceDefinition'], 21],
  ['apiregistration.k8s.io/v1beta1', ['APIService'], 21],
  ['authentication.k8s.io/v1beta1', ['TokenReview'], 21],
  ['authorization.k8s.io/v1beta1', ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SubjectAccessReview'], 21],
  ['certificates.k8s.io/v1beta1', ['CertificateSigningRequest'], 21],
  ['coordination.k8s.io/v1beta1', ['Lease'], 21],
  ['networking.k8s.io/v1beta1', ['Ingress', 'IngressClass'], 21],
  ['rbac.authorization.k8s.io/v1beta1', ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'], 21],
  ['scheduling.k8s.io/v1beta1', ['PriorityClass'], 21],
  ['storage.k8s.io/v1beta1', ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'], 21],
  ['storage.k8s.io/v1beta1', ['CSIStorageCapacity'], 26],
  ['batch/v1beta1', ['CronJob'], 24],
  ['discovery.k8s.io/v1beta1', ['EndpointSlice'], 24],
  ['events.k8s.io/v1beta1', ['Event'], 24],
  ['autoscaling/v2beta1', ['HorizontalPodAutoscaler'], 24],
  ['autoscaling/v2beta2', ['HorizontalPodAutoscaler'], 25],
  ['policy/v1beta1', ['PodDisruptionBudget', 'PodSecurityPolicy'], 24],
  ['node.k8s.io/v1beta1', ['RuntimeClass'], 24],
  ['flowcontrol.apiserver.k8s.io/v1beta1', ['FlowSchema', 'PriorityLevelConfiguration'], 25],
];

/** When a kind of an API version that is gone was served last. */
export function removedKind(apiVersion: string, kind: string): RemovedKind | undefined {
  const row = REMOVED.find(([version, names]) => version === apiVersion && names.includes(kind));
  return row && { until: row[2], fix: kind === 'PodSecurityPolicy' ? POD_SECURITY : GONE };
}
