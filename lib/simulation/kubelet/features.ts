/** What kubelets of different minors do differently. */
export interface KubeletFeatures {
  /** A sync that started or stopped something asks for a listing at once. Feature PLEGOnDemandRelist. */
  readonly relistsOnDemand: boolean;
  /** A restart attempt comes when the back-off ends rather than every 10 s. Follows pod_workers.go completeWork. */
  readonly retriesWhenBackOffEnds: boolean;
  /** `started` stays true over a restart until the startup probe says otherwise. Gate ChangeContainerStatusOnKubeletRestart. */
  readonly keepsStarted: boolean;
  /** An immediate readiness probe restarts the ticker. Follows prober/worker.go run. */
  readonly triggerRestartsTicker: boolean;
  /** The condition PodReadyToStartContainers is reported. */
  readonly reportsReadyToStart: boolean;
  /** The messages of Events leave the container's name to their field path. */
  readonly shortMessages: boolean;
}

/** The features that are on by default in a minor; 36 stands for 1.36. */
export function featuresOf(minor: number): KubeletFeatures {
  return {
    relistsOnDemand: minor >= 36,
    retriesWhenBackOffEnds: minor >= 35,
    keepsStarted: minor >= 35,
    triggerRestartsTicker: minor >= 30,
    reportsReadyToStart: minor >= 29,
    shortMessages: minor >= 35,
  };
}
