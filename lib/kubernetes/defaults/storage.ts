import type { CSIDriver, StorageClass } from '../generated/decoded';
import { featureEnabled } from './feature-gates';

/** Fills in a StorageClass. Follows kubernetes pkg/apis/storage/v1/defaults.go SetDefaults_StorageClass. */
export function defaultStorageClass(storageClass: StorageClass): void {
  storageClass.reclaimPolicy ??= 'Delete';
  storageClass.volumeBindingMode ??= 'Immediate';
}

/**
 * Fills in a CSIDriver, and drops what the minor's feature gates do not take.
 *
 * Follows kubernetes pkg/apis/storage/v1/defaults.go SetDefaults_CSIDriver and pkg/registry/storage/csidriver/strategy.go.
 */
export function defaultCSIDriver(driver: CSIDriver, minor: number): void {
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
  if (!featureEnabled('MutableCSINodeAllocatableCount', minor)) delete spec.nodeAllocatableUpdatePeriodSeconds;
}
