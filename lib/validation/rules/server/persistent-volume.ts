import { forbidden } from '../../finding';
import { defineRules } from '../../rule';

const MOUNT_OPTIONS = 'volume.beta.kubernetes.io/mount-options';
/** The sources that were mounted with options when the annotation was in use. */
const MOUNTED_WITH_OPTIONS = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'gcePersistentDisk',
  'glusterfs',
  'iscsi',
  'nfs',
  'quobyte',
  'rbd',
  'vsphereVolume',
] as const;

/** A PersistentVolume beside its spec. */
export const persistentVolumeRules = defineRules([
  {
    id: 'no-mount-options-annotation',
    summary: `The annotation ${MOUNT_OPTIONS} stands only on volumes that are mounted with options.`,
    why: 'Other volumes take no mount options from the annotation.',
    fix: 'Drop the annotation; where the driver takes them, write spec.mountOptions.',
    source: 'kubernetes pkg/volume/validation/pv_validation.go checkMountOption',
    example: {
      bad: `metadata: { name: data, annotations: { ${MOUNT_OPTIONS}: ro } }\nspec: { hostPath: { path: /data } }`,
      good: `metadata: { name: data, annotations: { ${MOUNT_OPTIONS}: ro } }\nspec: { nfs: { server: nfs.example, path: / } }`,
    },
    visit: {
      PersistentVolume({ metadata, spec = {} }, at, report) {
        if (metadata?.annotations?.[MOUNT_OPTIONS] === undefined) return;
        if (MOUNTED_WITH_OPTIONS.some((source) => spec[source] !== undefined)) return;
        const annotations = at.down('metadata', 'annotations');
        const field = annotations.child(MOUNT_OPTIONS);
        report(forbidden(field, 'may not be set on this type of volume', { place: annotations.key(MOUNT_OPTIONS) }));
      },
    },
  },
]);
