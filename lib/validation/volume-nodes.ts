import type {
  AWSElasticBlockStoreVolumeSource,
  AzureDiskVolumeSource,
  AzureFilePersistentVolumeSource,
  CephFSVolumeSource,
  CinderPersistentVolumeSource,
  ConfigMapVolumeSource,
  CSIVolumeSource,
  DownwardAPIVolumeFile,
  DownwardAPIVolumeSource,
  EphemeralVolumeSource,
  FCVolumeSource,
  FlexVolumeSource,
  FlockerVolumeSource,
  GCEPersistentDiskVolumeSource,
  GitRepoVolumeSource,
  GlusterfsPersistentVolumeSource,
  HostPathVolumeSource,
  ImageVolumeSource,
  ISCSIVolumeSource,
  KeyToPath,
  NFSVolumeSource,
  PersistentVolumeClaimVolumeSource,
  PhotonPersistentDiskVolumeSource,
  PortworxVolumeSource,
  ProjectedVolumeSource,
  QuobyteVolumeSource,
  RBDVolumeSource,
  ScaleIOVolumeSource,
  SecretVolumeSource,
  StorageOSPersistentVolumeSource,
  VsphereVirtualDiskVolumeSource,
} from '../kubernetes/generated/decoded';

/**
 * What stands inside a volume: of a pod, or a PersistentVolume where that has the same source.
 *
 * A reference of a PersistentVolume to a Secret names its namespace as well; that of a pod never does.
 */
export interface VolumeNodeTypes {
  awsElasticBlockStoreVolumeSource: AWSElasticBlockStoreVolumeSource;
  azureDiskVolumeSource: AzureDiskVolumeSource;
  azureFileVolumeSource: AzureFilePersistentVolumeSource;
  cephFSVolumeSource: CephFSVolumeSource;
  cinderVolumeSource: CinderPersistentVolumeSource;
  configMapVolumeSource: ConfigMapVolumeSource;
  csiVolumeSource: CSIVolumeSource;
  /** A file that a field of the pod, or a resource of a container, becomes. */
  downwardAPIVolumeFile: DownwardAPIVolumeFile;
  downwardAPIVolumeSource: DownwardAPIVolumeSource;
  ephemeralVolumeSource: EphemeralVolumeSource;
  fcVolumeSource: FCVolumeSource;
  flexVolumeSource: FlexVolumeSource;
  flockerVolumeSource: FlockerVolumeSource;
  gcePersistentDiskVolumeSource: GCEPersistentDiskVolumeSource;
  gitRepoVolumeSource: GitRepoVolumeSource;
  glusterfsVolumeSource: GlusterfsPersistentVolumeSource;
  hostPathVolumeSource: HostPathVolumeSource;
  imageVolumeSource: ImageVolumeSource;
  iscsiVolumeSource: ISCSIVolumeSource;
  /** A file that a key of a ConfigMap or Secret becomes. */
  keyToPath: KeyToPath;
  nfsVolumeSource: NFSVolumeSource;
  persistentVolumeClaimVolumeSource: PersistentVolumeClaimVolumeSource;
  photonPersistentDiskVolumeSource: PhotonPersistentDiskVolumeSource;
  portworxVolumeSource: PortworxVolumeSource;
  projectedVolumeSource: ProjectedVolumeSource;
  quobyteVolumeSource: QuobyteVolumeSource;
  rbdVolumeSource: RBDVolumeSource;
  scaleIOVolumeSource: ScaleIOVolumeSource;
  secretVolumeSource: SecretVolumeSource;
  storageOSVolumeSource: StorageOSPersistentVolumeSource;
  vsphereVolumeSource: VsphereVirtualDiskVolumeSource;
}

/** Where these nodes are, as `nodePlaces` says it. */
export const volumeNodePlaces: Readonly<Record<keyof VolumeNodeTypes, Readonly<Record<string, readonly string[]>>>> = {
  awsElasticBlockStoreVolumeSource: everywhere('awsElasticBlockStore'),
  azureDiskVolumeSource: everywhere('azureDisk'),
  azureFileVolumeSource: everywhere('azureFile'),
  cephFSVolumeSource: everywhere('cephfs'),
  cinderVolumeSource: everywhere('cinder'),
  configMapVolumeSource: { volume: ['configMap'] },
  csiVolumeSource: { volume: ['csi'] },
  downwardAPIVolumeFile: { volume: ['downwardAPI.items[]', 'projected.sources[].downwardAPI.items[]'] },
  downwardAPIVolumeSource: { volume: ['downwardAPI'] },
  ephemeralVolumeSource: { volume: ['ephemeral'] },
  fcVolumeSource: everywhere('fc'),
  flexVolumeSource: everywhere('flexVolume'),
  flockerVolumeSource: everywhere('flocker'),
  gcePersistentDiskVolumeSource: everywhere('gcePersistentDisk'),
  gitRepoVolumeSource: { volume: ['gitRepo'] },
  glusterfsVolumeSource: everywhere('glusterfs'),
  hostPathVolumeSource: everywhere('hostPath'),
  imageVolumeSource: { volume: ['image'] },
  iscsiVolumeSource: everywhere('iscsi'),
  keyToPath: {
    volume: [
      'configMap.items[]',
      'secret.items[]',
      'projected.sources[].configMap.items[]',
      'projected.sources[].secret.items[]',
    ],
  },
  nfsVolumeSource: everywhere('nfs'),
  persistentVolumeClaimVolumeSource: { volume: ['persistentVolumeClaim'] },
  photonPersistentDiskVolumeSource: everywhere('photonPersistentDisk'),
  portworxVolumeSource: everywhere('portworxVolume'),
  projectedVolumeSource: { volume: ['projected'] },
  quobyteVolumeSource: everywhere('quobyte'),
  rbdVolumeSource: everywhere('rbd'),
  scaleIOVolumeSource: everywhere('scaleIO'),
  secretVolumeSource: { volume: ['secret'] },
  storageOSVolumeSource: everywhere('storageos'),
  vsphereVolumeSource: everywhere('vsphereVolume'),
};

function everywhere(source: string): Readonly<Record<string, readonly string[]>> {
  return { volume: [source], persistentVolume: [source] };
}
