import type { Container, KeyToPath, PodTemplateSpec, Volume } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';

/** The kinds that a pod refers to by name. */
export type ReferencedKind = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'ServiceAccount';

/** One reference from a pod to another object. */
export interface PodReference {
  readonly kind: ReferencedKind;
  readonly name: string;
  readonly nameAt: FieldPath;
  readonly key?: string;
  readonly keyAt?: FieldPath;
  /** Whether the pod starts without it. */
  readonly optional: boolean;
}

/** Everything that a pod refers to by name. */
export function* podReferences({ spec = {} }: PodTemplateSpec, at: FieldPath): Generator<PodReference> {
  const specAt = at.child('spec');
  for (const list of ['initContainers', 'containers'] as const) {
    for (const [index, container] of (spec[list] ?? []).entries())
      yield* containerReferences(container, specAt.child(list).index(index));
  }
  for (const [index, volume] of (spec.volumes ?? []).entries())
    yield* volumeReferences(volume, specAt.child('volumes').index(index));
  const { serviceAccountName } = spec;
  if (serviceAccountName && serviceAccountName !== 'default') {
    yield {
      kind: 'ServiceAccount',
      name: serviceAccountName,
      nameAt: specAt.child('serviceAccountName'),
      optional: false,
    };
  }
}

function* containerReferences(container: Container, at: FieldPath): Generator<PodReference> {
  for (const [index, { valueFrom = {} }] of (container.env ?? []).entries()) {
    for (const [field, kind] of [
      ['configMapKeyRef', 'ConfigMap'],
      ['secretKeyRef', 'Secret'],
    ] as const) {
      const source = valueFrom[field];
      if (source)
        yield* keyReferences(
          kind,
          source,
          at.child('env').index(index).down('valueFrom', field),
          [{ key: source.key }],
          ['key'],
        );
    }
  }
  for (const [index, source] of (container.envFrom ?? []).entries()) {
    const sourceAt = at.child('envFrom').index(index);
    if (source.configMapRef) yield* keyReferences('ConfigMap', source.configMapRef, sourceAt.child('configMapRef'));
    if (source.secretRef) yield* keyReferences('Secret', source.secretRef, sourceAt.child('secretRef'));
  }
}

function* volumeReferences(volume: Volume, at: FieldPath): Generator<PodReference> {
  const { configMap, secret, persistentVolumeClaim: claim, projected } = volume;
  if (configMap) yield* keyReferences('ConfigMap', configMap, at.child('configMap'), configMap.items, ['items']);
  if (secret) {
    const named = { ...(secret.secretName && { name: secret.secretName }), ...(secret.optional && { optional: true }) };
    yield* keyReferences('Secret', named, at.child('secret'), secret.items, ['items'], 'secretName');
  }
  if (claim?.claimName) {
    yield {
      kind: 'PersistentVolumeClaim',
      name: claim.claimName,
      nameAt: at.down('persistentVolumeClaim', 'claimName'),
      optional: false,
    };
  }
  for (const [index, source] of (projected?.sources ?? []).entries()) {
    const sourceAt = at.down('projected', 'sources').index(index);
    if (source.configMap)
      yield* keyReferences('ConfigMap', source.configMap, sourceAt.child('configMap'), source.configMap.items, [
        'items',
      ]);
    if (source.secret)
      yield* keyReferences('Secret', source.secret, sourceAt.child('secret'), source.secret.items, ['items']);
  }
}

/** A reference for each key, or one without a key where the whole object is meant. `keysIn` is `key` or a list, `items`. */
function* keyReferences(
  kind: ReferencedKind,
  source: { readonly name?: string; readonly optional?: boolean },
  at: FieldPath,
  keys: readonly KeyToPath[] = [],
  [keysIn = '']: readonly string[] = [],
  nameField = 'name',
): Generator<PodReference> {
  if (!source.name) return;
  const reference = { kind, name: source.name, nameAt: at.child(nameField), optional: source.optional === true };
  if (keys.length === 0) yield reference;
  for (const [index, { key }] of keys.entries()) {
    const keyAt = keysIn === 'key' ? at.child('key') : at.child(keysIn).index(index).child('key');
    yield { ...reference, ...(key && { key, keyAt }) };
  }
}
