/** The flags of `kubectl drain`. */
export interface DrainOptions {
  /** `--delete-emptydir-data`; default false. */
  readonly deleteEmptyDirData?: boolean;
  /** `--ignore-daemonsets`; default false. */
  readonly ignoreDaemonSets?: boolean;
  /** `--force`: also pods that nothing would replace; default false. */
  readonly force?: boolean;
  /** `--disable-eviction`: delete instead, whatever budgets say; default false. */
  readonly disableEviction?: boolean;
  /** `--timeout`, in seconds; default none. */
  readonly timeoutSeconds?: number;
  /** `--grace-period`, in seconds; default that of each pod. */
  readonly gracePeriodSeconds?: number;
}
