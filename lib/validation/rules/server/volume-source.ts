import type { FieldPath } from '../../field-path';
import { required } from '../../finding';
import type { ObjectContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';

/** What the sources of volumes need. */
export const volumeSourceRules = defineRules([
  {
    id: 'require-volume-source-field',
    summary: 'The source of a volume has the fields without which nothing can be found.',
    why: 'The kubelet could not mount the volume, and the pod would never start.',
    fix: 'Write the field.',
    source: `${SOURCE} validateVolumeSource and the functions of the sources`,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data, nfs: { server: files.example.com } }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data, nfs: { server: files.example.com, path: /web } }] }',
    },
    visit: {
      awsElasticBlockStoreVolumeSource: needs('volumeID'),
      azureDiskVolumeSource: needs('diskName', 'diskURI'),
      azureFileVolumeSource(source, at, report) {
        needs('secretName', 'shareName')(source, at, report);
        if (source.secretNamespace === '') report(required(at.child('secretNamespace'), 'may be left out'));
      },
      cephFSVolumeSource: needs('monitors'),
      cinderVolumeSource: needs('volumeID'),
      configMapVolumeSource: needs('name'),
      ephemeralVolumeSource: needs('volumeClaimTemplate'),
      flexVolumeSource: needs('driver'),
      gcePersistentDiskVolumeSource(source, at, report) {
        needs('pdName')(source, at.misnamed('persistentDisk'), report);
      },
      gitRepoVolumeSource: needs('repository'),
      glusterfsVolumeSource: needs('endpoints', 'path'),
      hostPathVolumeSource: needs('path'),
      imageVolumeSource(source, at, report, { kind }) {
        if (kind.kind === 'Pod') needs('reference')(source, at, report);
      },
      iscsiVolumeSource: needs('targetPortal', 'iqn'),
      nfsVolumeSource: needs('server', 'path'),
      persistentVolumeClaimVolumeSource: needs('claimName'),
      photonPersistentDiskVolumeSource: needs('pdID'),
      portworxVolumeSource: needs('volumeID'),
      quobyteVolumeSource: needs('registry', 'volume'),
      rbdVolumeSource: needs('monitors', 'image'),
      scaleIOVolumeSource: needs('gateway', 'system', 'volumeName'),
      secretVolumeSource: needs('secretName'),
      storageOSVolumeSource: needs('volumeName'),
      vsphereVolumeSource: needs('volumePath'),
    },
  },
  {
    id: 'require-volume-secret-name',
    summary: 'The reference of a volume to a Secret names it, and that of a PersistentVolume its namespace too.',
    why: 'A PersistentVolume lives in no namespace from which the Secret could be taken.',
    fix: 'Write the name of the Secret, or leave the reference out.',
    source: `${SOURCE} validateCinderVolumeSource, validateStorageOSVolumeSource, validateISCSIPersistentVolumeSource`,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data, cinder: { volumeID: a, secretRef: {} } }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data, cinder: { volumeID: a, secretRef: { name: key } } }] }',
    },
    visit: {
      cinderVolumeSource: needSecretName,
      iscsiVolumeSource({ secretRef }, at, report, { kind }) {
        if (kind.kind === 'PersistentVolume' && secretRef) needs('name')(secretRef, at.child('secretRef'), report);
      },
      storageOSVolumeSource: needSecretName,
    },
  },
]);

interface WithSecret {
  readonly secretRef?: { readonly name?: string; readonly namespace?: string };
}

function needSecretName({ secretRef }: WithSecret, at: FieldPath, report: Report, { kind }: ObjectContext): void {
  if (secretRef === undefined) return;
  if (kind.kind === 'PersistentVolume') needs('name', 'namespace')(secretRef, at.child('secretRef'), report);
  else needs('name')(secretRef, at.child('secretRef'), report);
}

/** Makes a function that reports each of these fields that is absent or empty. */
function needs<Field extends string>(
  ...fields: readonly Field[]
): (source: { readonly [field in Field]?: unknown }, at: FieldPath, report: Report) => void {
  return (source, at, report) => {
    for (const field of fields) if (isEmpty(source[field])) report(required(at.child(field)));
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
