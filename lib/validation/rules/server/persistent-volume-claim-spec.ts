import { dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import type {
  PersistentVolumeClaimSpec,
  PersistentVolumeSpec,
  TypedLocalObjectReference,
  TypedObjectReference,
} from '../../../kubernetes/generated/decoded';
import { parseQuantity } from '../../../kubernetes/quantity';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES = ['Block', 'Filesystem'];
const CLAIM = 'PersistentVolumeClaim';
/** The first minor that checks the form of a data source's apiGroup. */
const GROUPS_CHECKED_SINCE = 29;

/** What a claim asks for: of a PersistentVolumeClaim, a StatefulSet's template or an ephemeral volume; in part shared with volumes. */
export const persistentVolumeClaimSpecRules = defineRules([
  {
    id: 'require-access-mode',
    summary: 'A volume and a claim name at least one access mode.',
    why: 'Volumes and claims are matched by their access modes.',
    fix: 'Write accessModes: [ReadWriteOnce], or another mode.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go ValidatePersistentVolumeSpec, ValidatePersistentVolumeClaimSpec',
    example: {
      bad: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { resources: { requests: { storage: 1Gi } } }',
      good: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }',
    },
    visit: { persistentVolumeClaimSpec: requireAccessMode, persistentVolumeSpec: requireAccessMode },
  },
  {
    id: 'valid-access-mode',
    summary: 'Access modes are those that Kubernetes knows, and ReadWriteOncePod stands alone.',
    why: 'A volume that a single pod may use cannot be shared with others as well.',
    fix: 'Use ReadWriteOnce, ReadOnlyMany and ReadWriteMany, or ReadWriteOncePod alone.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go ValidatePersistentVolumeSpec, ValidatePersistentVolumeClaimSpec',
    example: {
      bad: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { accessModes: [RWO], resources: { requests: { storage: 1Gi } } }',
      good: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }',
    },
    visit: { persistentVolumeClaimSpec: validAccessModes, persistentVolumeSpec: validAccessModes },
  },
  {
    id: 'valid-storage-request',
    summary: 'A claim requests storage, more than zero.',
    why: 'Without a size no volume can be chosen or made for the claim.',
    fix: 'Write resources.requests.storage with an amount such as 10Gi.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePersistentVolumeClaimSpec',
    example: {
      bad: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { accessModes: [ReadWriteOnce] }',
      good: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }',
    },
    visit: {
      persistentVolumeClaimSpec({ resources }, at, report) {
        const storage = resources?.requests?.storage;
        if (storage !== undefined && (parseQuantity(storage)?.nano ?? 1n) > 0n) return;
        const field = at.child('resources').key('storage');
        if (storage === undefined) report(required(field, '', { place: at.down('resources', 'requests', 'storage') }));
        else {
          const place = at.down('resources', 'requests', 'storage');
          report(invalid(field, storage, 'must be greater than zero', { place }));
        }
      },
    },
  },
  {
    id: 'valid-storage-class-name',
    summary: 'The storageClassName of a volume or a claim is a DNS subdomain, or empty.',
    why: 'No StorageClass can have another name.',
    fix: 'Write the name of a StorageClass, or "" for none.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateClassName',
    example: {
      bad: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { storageClassName: Fast_SSD }',
      good: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { storageClassName: fast-ssd }',
    },
    visit: { persistentVolumeClaimSpec: validStorageClassName, persistentVolumeSpec: validStorageClassName },
  },
  {
    id: 'valid-volume-mode',
    summary: 'The volumeMode of a volume or a claim is Filesystem or Block.',
    why: 'A volume is either mounted as a directory or handed to the container as a raw device.',
    fix: 'Leave volumeMode out for a file system, or write Block.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go ValidatePersistentVolumeSpec, ValidatePersistentVolumeClaimSpec',
    example: {
      bad: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { volumeMode: block }',
      good: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { volumeMode: Block }',
    },
    visit: { persistentVolumeClaimSpec: validVolumeMode, persistentVolumeSpec: validVolumeMode },
  },
  {
    id: 'valid-data-source',
    summary: 'What a claim is filled from has a name and a kind, and without an apiGroup it is another claim.',
    why: 'The provisioner looks the source up by group, kind and name.',
    fix: 'Name a PersistentVolumeClaim, or give the apiGroup of the source, such as snapshot.storage.k8s.io.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateDataSource, validateDataSourceRef',
    example: {
      bad: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { dataSource: { kind: PersistentVolumeClaim } }',
      good: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { dataSource: { kind: PersistentVolumeClaim, name: old } }',
    },
    visit: {
      persistentVolumeClaimSpec({ dataSource, dataSourceRef }, at, report, { minor }) {
        if (!dataSource && !dataSourceRef) return;
        if (dataSource) checkDataSource(dataSource, at.child('dataSource'), report, minor);
        if (!dataSourceRef) return;
        const field = at.child('dataSourceRef');
        checkDataSource(dataSourceRef, field, report, minor);
        const { namespace } = dataSourceRef;
        if (!namespace) return;
        for (const reason of dnsLabel(namespace)) report(invalid(field.child('namespace'), namespace, reason));
      },
    },
  },
  {
    id: 'valid-data-source-pair',
    summary: 'dataSource and dataSourceRef, where both are given, name the same source in the same namespace.',
    why: 'They are two notations of one source.',
    fix: 'Give dataSourceRef alone.',
    source: 'kubernetes pkg/apis/core/validation/validation.go isDataSourceEqualDataSourceRef',
    example: {
      bad: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { dataSource: { kind: PersistentVolumeClaim, name: a }, dataSourceRef: { kind: PersistentVolumeClaim, name: b } }',
      good: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { dataSourceRef: { kind: PersistentVolumeClaim, name: b } }',
    },
    visit: {
      persistentVolumeClaimSpec({ dataSource, dataSourceRef }, at, report) {
        if (!dataSource || !dataSourceRef) return;
        const place = at.child('dataSource');
        if (dataSourceRef.namespace)
          report(invalid(at, 'dataSource', 'may not be given beside dataSourceRef.namespace', { place }));
        else if (!isSameSource(dataSource, dataSourceRef))
          report(invalid(at, 'dataSource', 'must match dataSourceRef', { place }));
      },
    },
  },
  {
    id: 'valid-volume-attributes-class-name',
    summary: 'The volumeAttributesClassName of a claim is a DNS subdomain, or empty.',
    why: 'No VolumeAttributesClass can have another name.',
    fix: 'Write the name of a VolumeAttributesClass.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePersistentVolumeClaimSpec',
    since: 34,
    example: {
      bad: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { volumeAttributesClassName: Gold_Class }',
      good: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { volumeAttributesClassName: gold }',
    },
    visit: {
      persistentVolumeClaimSpec({ volumeAttributesClassName }, at, report) {
        if (!volumeAttributesClassName) return;
        for (const reason of dnsSubdomain(volumeAttributesClassName))
          report(invalid(at.child('volumeAttributesClassName'), volumeAttributesClassName, reason));
      },
    },
  },
]);

type VolumeOrClaimSpec = PersistentVolumeClaimSpec | PersistentVolumeSpec;

function requireAccessMode(spec: VolumeOrClaimSpec, at: FieldPath, report: Report): void {
  if (spec.accessModes?.length) return;
  report(required(at.child('accessModes'), 'at least one access mode is needed'));
}

function validAccessModes(spec: VolumeOrClaimSpec, at: FieldPath, report: Report): void {
  const { accessModes } = spec;
  if (!accessModes) return;
  let single = false;
  let shared = false;
  accessModes.forEach((mode, index) => {
    if (mode === 'ReadWriteOncePod') single = true;
    else if (ACCESS_MODES.includes(mode)) shared = true;
    else {
      const field = at.child('accessModes');
      report(notSupported(field, mode, ACCESS_MODES, { place: field.index(index), ...didYouMean(mode, ACCESS_MODES) }));
    }
  });
  if (single && shared) report(forbidden(at.child('accessModes'), 'ReadWriteOncePod may not stand beside other modes'));
}

function validStorageClassName(spec: VolumeOrClaimSpec, at: FieldPath, report: Report): void {
  const name = spec.storageClassName;
  if (!name) return;
  for (const reason of dnsSubdomain(name)) report(invalid(at.child('storageClassName'), name, reason));
}

function validVolumeMode(spec: VolumeOrClaimSpec, at: FieldPath, report: Report): void {
  const mode = spec.volumeMode;
  if (mode === undefined || VOLUME_MODES.includes(mode)) return;
  report(notSupported(at.child('volumeMode'), mode, VOLUME_MODES, didYouMean(mode, VOLUME_MODES)));
}

function checkDataSource(
  { apiGroup = '', kind, name }: TypedLocalObjectReference,
  at: FieldPath,
  report: Report,
  minor: number,
): void {
  if (!name) report(required(at.child('name')));
  if (!kind) report(required(at.child('kind')));
  if (apiGroup === '' && kind !== CLAIM) report(invalid(at, kind, `must be ${CLAIM} when there is no apiGroup`));
  if (apiGroup === '' || minor < GROUPS_CHECKED_SINCE) return;
  for (const reason of dnsSubdomain(apiGroup)) report(invalid(at.child('apiGroup'), apiGroup, reason));
}

function isSameSource(source: TypedLocalObjectReference, reference: TypedObjectReference): boolean {
  return source.apiGroup === reference.apiGroup && source.kind === reference.kind && source.name === reference.name;
}
