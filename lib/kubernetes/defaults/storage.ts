import type { CSIDriver, StorageClass } from '../generated/decoded';

/** Fills in a StorageClass. Follows kubernetes pkg/apis/storage/v1/defaults.go SetDefaults_StorageClass. */
export function defaultStorageClass(storageClass: StorageClass): void {
  storageClass.reclaimPolicy ??= 'Delete';
  storageClass.volumeBindingMode ??= 'Immediate';
}

/** Fills in a CSIDriver. Follows kubernetes pkg/apis/storage/v1/defaults.go SetDefaults_CSIDriver. */
export function defaultCSIDriver(driver: CSIDriver): void {
  driver.spec ??= {};
  const { spec } = driver;
  spec.attachRequired ??= true;
  spec.podInfoOnMount ??= false;
  spec.storageCapacity ??= false;
  spec.fsGroupPolicy ??= 'ReadWriteOnceWithFSType';
  if (spec.volumeLifecycleModes === undefined || spec.volumeLifecycleModes.length === 0) {
    spec.volumeLifecycleModes = ['Persistent'];
  }
  spec.requiresRepublish ??= false;
  spec.seLinuxMount ??= false;
}
