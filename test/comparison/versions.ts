import { compareManifests } from '../../lib/comparison/compare-manifests';
import type { EffectKind } from '../../lib/comparison/effect';
import type { ObjectChange } from '../../lib/comparison/object-change';

type Json = Record<string, unknown>;

const API_VERSIONS: Record<string, string> = {
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
  CronJob: 'batch/v1',
  CSIDriver: 'storage.k8s.io/v1',
  DaemonSet: 'apps/v1',
  Deployment: 'apps/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  Ingress: 'networking.k8s.io/v1',
  IngressClass: 'networking.k8s.io/v1',
  Job: 'batch/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  PodDisruptionBudget: 'policy/v1',
  PriorityClass: 'scheduling.k8s.io/v1',
  ReplicaSet: 'apps/v1',
  ResourceSlice: 'resource.k8s.io/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  RuntimeClass: 'node.k8s.io/v1',
  StatefulSet: 'apps/v1',
  StorageClass: 'storage.k8s.io/v1',
  ValidatingAdmissionPolicy: 'admissionregistration.k8s.io/v1',
  ValidatingAdmissionPolicyBinding: 'admissionregistration.k8s.io/v1',
  ValidatingWebhookConfiguration: 'admissionregistration.k8s.io/v1',
};

/** An object named `web` of a kind, with these fields. */
export function object(kind: string, fields: Json = {}, metadata: Json = {}): Json {
  return { apiVersion: API_VERSIONS[kind] ?? 'v1', kind, metadata: { name: 'web', ...metadata }, ...fields };
}

/** A pod template with one container, `app`, with these fields. */
export function template(container: Json = {}, spec: Json = {}): Json {
  const containers = [{ name: 'app', image: 'nginx:1.28', ...container }];
  return { metadata: { labels: { app: 'web' } }, spec: { containers, ...spec } };
}

/** A Deployment of such pods. */
export function deployment(spec: Json = {}, container: Json = {}, podSpec: Json = {}): Json {
  const selector = { matchLabels: { app: 'web' } };
  return object('Deployment', { spec: { selector, template: template(container, podSpec), ...spec } });
}

/** The one change between two versions of an object; either may be absent. */
export function changeBetween(before: Json | undefined, after: Json | undefined, kubeVersion?: string): ObjectChange {
  const side = (json: Json | undefined) => (json ? [{ object: json }] : []);
  const changes = compareManifests(side(before), side(after), kubeVersion === undefined ? {} : { kubeVersion });
  const [change] = changes;
  if (!change || changes.length > 1) throw new Error(`${changes.length} changes instead of one`);
  return change;
}

/** Its effects of one kind, as `field: detail`. */
export function effectsBetween(
  kind: EffectKind,
  before: Json | undefined,
  after: Json | undefined,
  kubeVersion?: string,
): string[] {
  return changeBetween(before, after, kubeVersion)
    .effects.filter((effect) => effect.kind === kind)
    .map(({ field, detail }) => (field ? `${field}: ${detail}` : detail));
}
