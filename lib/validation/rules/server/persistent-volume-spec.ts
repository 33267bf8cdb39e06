import { dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import type { PersistentVolumeSpec, SecretReference } from '../../../kubernetes/generated/decoded';
import { parseQuantity } from '../../../kubernetes/quantity';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { surplusVolumeSources } from '../../volume-sources';
import { reportCSIDriverName } from './csi-driver-name';
import { didYouMean } from './did-you-mean';

const RECLAIM_POLICIES = ['Delete', 'Recycle', 'Retain'];
const SECRET_REFERENCES = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
] as const;
/** Every field of the spec that is no source. */
const OTHER_FIELDS = new Set([
  'accessModes',
  'capacity',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
]);
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';
const VOLUME = 'apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: data }\n';
const REST = 'accessModes: [ReadWriteOnce], capacity: { storage: 1Gi }';
const HOST_PATH = 'hostPath: { path: /data }';

/** A PersistentVolume; access modes, volume mode and class follow the rules of claims, most sources those of pods. */
export const persistentVolumeSpecRules = defineRules([
  {
    id: 'valid-volume-capacity',
    summary: 'The capacity of a volume is an amount of storage above zero, and nothing else.',
    why: 'Claims are matched by the storage that they request.',
    fix: 'Write capacity: { storage: 10Gi }.',
    source: `${SOURCE} ValidatePersistentVolumeSpec`,
    example: {
      bad: `${VOLUME}spec: { accessModes: [ReadWriteOnce], ${HOST_PATH} }`,
      good: `${VOLUME}spec: { ${REST}, ${HOST_PATH} }`,
    },
    visit: {
      persistentVolumeSpec({ capacity = {} }, at, report) {
        const field = at.child('capacity');
        const names = Object.keys(capacity);
        if (names.length === 0) report(required(field));
        if (names.length !== 1 || names[0] !== 'storage') report(notSupported(field, capacity, ['storage']));
        for (const name of names) {
          const amount = capacity[name] ?? '';
          if ((parseQuantity(amount)?.nano ?? 1n) <= 0n)
            report(invalid(field.key(name), amount, 'must be greater than zero'));
        }
      },
    },
  },
  {
    id: 'valid-volume-reclaim-policy',
    summary: 'The persistentVolumeReclaimPolicy of a volume is Retain, Delete or Recycle.',
    why: 'It says what becomes of the volume when its claim goes.',
    fix: 'Leave persistentVolumeReclaimPolicy out for Retain, or write Delete.',
    source: `${SOURCE} ValidatePersistentVolumeSpec`,
    example: {
      bad: `${VOLUME}spec: { ${REST}, ${HOST_PATH}, persistentVolumeReclaimPolicy: Keep }`,
      good: `${VOLUME}spec: { ${REST}, ${HOST_PATH}, persistentVolumeReclaimPolicy: Retain }`,
    },
    visit: {
      persistentVolumeSpec({ persistentVolumeReclaimPolicy: policy }, at, report) {
        if (!policy || RECLAIM_POLICIES.includes(policy)) return;
        const field = at.child('persistentVolumeReclaimPolicy');
        report(notSupported(field, policy, RECLAIM_POLICIES, didYouMean(policy, RECLAIM_POLICIES)));
      },
    },
  },
  {
    id: 'no-recycled-root',
    summary: 'A volume that is the root directory of a node is not recycled.',
    why: 'Recycling deletes everything in the directory.',
    fix: 'Write persistentVolumeReclaimPolicy: Retain, or another path.',
    source: `${SOURCE} ValidatePersistentVolumeSpec`,
    example: {
      bad: `${VOLUME}spec: { ${REST}, hostPath: { path: / }, persistentVolumeReclaimPolicy: Recycle }`,
      good: `${VOLUME}spec: { ${REST}, hostPath: { path: / }, persistentVolumeReclaimPolicy: Retain }`,
    },
    visit: {
      persistentVolumeSpec({ hostPath, persistentVolumeReclaimPolicy }, at, report) {
        if (persistentVolumeReclaimPolicy !== 'Recycle' || !isRoot(hostPath?.path ?? '')) return;
        report(forbidden(at.child('persistentVolumeReclaimPolicy'), 'may not be Recycle for the root directory'));
      },
    },
  },
  {
    id: 'valid-volume-node-affinity',
    summary: 'The nodeAffinity of a volume has required terms, and a local volume has a nodeAffinity.',
    why: 'Pods that use the volume have to run where it can be reached.',
    fix: 'Write nodeAffinity.required with the nodes that can reach the volume.',
    source: `${SOURCE} validateVolumeNodeAffinity, ValidatePersistentVolumeSpec`,
    example: {
      bad: `${VOLUME}spec: { ${REST}, local: { path: /data } }`,
      good: `${VOLUME}spec: { ${REST}, ${HOST_PATH} }`,
    },
    visit: {
      persistentVolumeSpec(spec, at, report) {
        const field = at.child('nodeAffinity');
        if (spec.nodeAffinity !== undefined) {
          if (spec.nodeAffinity.required === undefined) report(required(field.child('required')));
        } else if (spec.local !== undefined && !surplusVolumeSources(spec).includes('local'))
          report(required(field, 'a local volume is on one node'));
      },
    },
  },
  {
    id: 'require-one-volume-source',
    summary: 'A volume has exactly one source.',
    why: 'It is one piece of storage.',
    fix: 'Write one source, such as csi, nfs or hostPath, and no other.',
    source: `${SOURCE} ValidatePersistentVolumeSpec`,
    example: { bad: `${VOLUME}spec: { ${REST} }`, good: `${VOLUME}spec: { ${REST}, ${HOST_PATH} }` },
    visit: {
      persistentVolumeSpec(spec, at, report) {
        if (!hasSource(spec)) report(required(at, 'a volume source must be given'));
        for (const source of surplusVolumeSources(spec)) {
          const place = at.child(source);
          const field = source === 'cephfs' ? at.child('cephFS') : place;
          report(forbidden(field, 'a volume may have one source only', { place }));
        }
      },
    },
  },
  {
    id: 'valid-local-volume-path',
    summary: 'A local volume has a path without `..`.',
    why: 'The path must not lead out of the directory that it names.',
    fix: 'Write the path of a directory or a device on the node.',
    source: `${SOURCE} validateLocalVolumeSource`,
    example: {
      bad: `${VOLUME}spec: { ${REST}, local: { path: ../data } }`,
      good: `${VOLUME}spec: { ${REST}, local: { path: /data } }`,
    },
    visit: {
      localVolumeSource({ path = '' }, at, report) {
        if (path === '') report(required(at.child('path')));
        else if (path.split('/').includes('..')) report(invalid(at.child('path'), path, "must not contain '..'"));
      },
    },
  },
  {
    id: 'valid-csi-volume',
    summary: 'A CSI volume names its driver, its handle, and the name and namespace of each Secret.',
    why: 'The driver is asked for the volume of that handle, with what the Secrets hold.',
    fix: 'Give driver and volumeHandle, and for each Secret name and namespace.',
    source: `${SOURCE} validateCSIPersistentVolumeSource, validatePVSecretReference`,
    example: {
      bad: `${VOLUME}spec: { ${REST}, csi: { driver: ebs.csi.aws.com } }`,
      good: `${VOLUME}spec: { ${REST}, csi: { driver: ebs.csi.aws.com, volumeHandle: vol-1 } }`,
    },
    visit: {
      csiPersistentVolumeSource(source, at, report, { minor }) {
        reportCSIDriverName(source.driver ?? '', at.child('driver'), report, minor);
        if (!source.volumeHandle) report(required(at.child('volumeHandle')));
        for (const name of SECRET_REFERENCES) {
          const reference = source[name];
          if (reference) checkSecretReference(reference, at.child(name), report);
        }
      },
    },
  },
  {
    id: 'valid-volume-attributes',
    summary: 'The volumeAttributesClassName of a volume names a class, and the volume is a CSI volume.',
    why: 'Only CSI drivers can change the attributes of a volume.',
    fix: 'Write the name of a VolumeAttributesClass, or leave it out.',
    source: `${SOURCE} ValidatePersistentVolumeSpec`,
    since: 34,
    example: {
      bad: `${VOLUME}spec: { ${REST}, ${HOST_PATH}, volumeAttributesClassName: gold }`,
      good: `${VOLUME}spec: { ${REST}, csi: { driver: a.example, volumeHandle: v }, volumeAttributesClassName: gold }`,
    },
    visit: {
      persistentVolumeSpec({ volumeAttributesClassName: name, csi }, at, report) {
        if (name === undefined) return;
        const field = at.child('volumeAttributesClassName');
        if (name === '') report(required(field, 'may not be empty'));
        else for (const reason of dnsSubdomain(name)) report(invalid(field, name, reason));
        if (csi === undefined) report(required(at.child('csi'), 'is needed for volumeAttributesClassName'));
      },
    },
  },
]);

/** Follows Go's path.Clean: `..` at the root leads nowhere. */
function isRoot(path: string): boolean {
  if (!path.startsWith('/')) return false;
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth = Math.max(0, depth - 1);
    else if (part !== '' && part !== '.') depth += 1;
  }
  return depth === 0;
}

function hasSource(spec: PersistentVolumeSpec): boolean {
  for (const field in spec) if (!OTHER_FIELDS.has(field)) return true;
  return false;
}

function checkSecretReference({ name, namespace }: SecretReference, at: FieldPath, report: Report): void {
  if (!name) report(required(at.child('name')));
  else for (const reason of dnsSubdomain(name)) report(invalid(at.child('name'), name, reason));
  if (!namespace) report(required(at.child('namespace')));
  else for (const reason of dnsLabel(namespace)) report(invalid(at.child('namespace'), namespace, reason));
}
