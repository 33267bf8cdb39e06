import type {
  ClusterRoleBinding,
  HorizontalPodAutoscaler,
  Ingress,
  IngressBackend,
  PersistentVolumeClaim,
  Service,
  StatefulSet,
} from '../kubernetes/generated/decoded';
import { FieldPath } from '../validation/field-path';
import { podReferences } from '../validation/rules/app/pod-references';
import { type GraphBuilder, keyOf } from './graph-builder';
import type { HeldObject } from './held-object';

/** In every namespace without anybody's doing. */
const GIVEN = new Set(['ConfigMap/kube-root-ca.crt', 'ServiceAccount/default']);

/** Ties what names other objects to those. */
export function tieReferences(builder: GraphBuilder): void {
  for (const object of builder.objects) {
    if (object.pod) tiePod(object, builder);
    TIES[object.kind]?.(object, builder);
  }
}

const TIES: Readonly<Record<string, (object: HeldObject, builder: GraphBuilder) => void>> = {
  Ingress: tieIngress,
  HorizontalPodAutoscaler: tieAutoscaler,
  StatefulSet: tieServiceName,
  PersistentVolumeClaim: tieClaim,
  RoleBinding: tieBinding,
  ClusterRoleBinding: tieBinding,
};

function tiePod(workload: HeldObject, builder: GraphBuilder): void {
  const { namespace, pod = {} } = workload;
  for (const { kind, name, nameAt, optional } of podReferences(pod, FieldPath.root)) {
    if (GIVEN.has(`${kind}/${name}`)) continue;
    const id = builder.idOf({ kind, name, namespace }, optional ? 'optional' : 'missing');
    builder.tie(keyOf(workload), id, labelOf(nameAt));
  }
  for (const { name = '' } of pod.spec?.imagePullSecrets ?? []) {
    builder.tie(keyOf(workload), builder.idOf({ kind: 'Secret', name, namespace }), 'pulls images');
  }
}

/** How a pod uses what it names, by where it names it. */
function labelOf(at: FieldPath): string {
  const steps = at.segments();
  if (steps.includes('volumes')) return 'volume';
  return steps.includes('env') || steps.includes('envFrom') ? 'env' : 'runs as';
}

function tieIngress(ingress: HeldObject, builder: GraphBuilder): void {
  const { namespace, object } = ingress;
  const { rules = [], defaultBackend, tls = [] } = (object as Ingress).spec ?? {};
  const lead = (backend: IngressBackend | undefined, label: string) => {
    const name = backend?.service?.name;
    if (name === undefined) return;
    const id = builder.idOf({ kind: 'Service', name, namespace });
    const service = builder.find({ kind: 'Service', name, namespace });
    const isOpen = service === undefined || hasPort(service, backend);
    const { name: port, number } = backend?.service?.port ?? {};
    builder.tie(keyOf(ingress), id, isOpen ? label : `${label}: no port ${port ?? number}`, !isOpen);
  };
  for (const { host = '', http } of rules) {
    for (const { path = '', backend } of http?.paths ?? []) lead(backend, `${host}${path}` || '/');
  }
  lead(defaultBackend, 'all else');
  for (const { secretName } of tls) {
    if (secretName) builder.tie(keyOf(ingress), builder.idOf({ kind: 'Secret', name: secretName, namespace }), 'TLS');
  }
}

function hasPort({ object }: HeldObject, backend: IngressBackend | undefined): boolean {
  const wanted = backend?.service?.port;
  return ((object as Service).spec?.ports ?? []).some(({ name, port }) =>
    wanted?.name ? name === wanted.name : port === wanted?.number,
  );
}

function tieAutoscaler(scaler: HeldObject, builder: GraphBuilder): void {
  const { kind, name } = (scaler.object as HorizontalPodAutoscaler).spec?.scaleTargetRef ?? {};
  if (kind && name) builder.tie(keyOf(scaler), builder.idOf({ kind, name, namespace: scaler.namespace }), 'scales');
}

/** The Service that names the pods, before the StatefulSet. */
function tieServiceName(set: HeldObject, builder: GraphBuilder): void {
  const name = (set.object as StatefulSet).spec?.serviceName;
  if (name)
    builder.tie(builder.idOf({ kind: 'Service', name, namespace: set.namespace }), keyOf(set), 'names the pods');
}

/** A volume that is asked for by name; a class only where it is among the objects, as clusters have their own. */
function tieClaim(claim: HeldObject, builder: GraphBuilder): void {
  const { volumeName, storageClassName } = (claim.object as PersistentVolumeClaim).spec ?? {};
  if (volumeName) builder.tie(keyOf(claim), builder.idOf({ kind: 'PersistentVolume', name: volumeName }), 'bound to');
  const storageClass = storageClassName && builder.find({ kind: 'StorageClass', name: storageClassName });
  if (storageClass) builder.tie(keyOf(claim), keyOf(storageClass), 'made by');
}

/** Service accounts to what binds them, and that to its role; clusters have ClusterRoles of their own. */
function tieBinding(binding: HeldObject, builder: GraphBuilder): void {
  const { subjects = [], roleRef } = binding.object as ClusterRoleBinding;
  for (const { kind, name = '', namespace = binding.namespace } of subjects) {
    if (kind === 'ServiceAccount' && !GIVEN.has(`${kind}/${name}`))
      builder.tie(builder.idOf({ kind, name, namespace }), keyOf(binding), 'bound by');
  }
  const { kind = '', name = '' } = roleRef ?? {};
  const role = { kind, name, ...(kind === 'Role' && { namespace: binding.namespace }) };
  if (kind === 'Role' || builder.find(role)) builder.tie(keyOf(binding), builder.idOf(role), 'grants');
}
