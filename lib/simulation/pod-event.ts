/** The kinds of probes. */
export type ProbeType = 'startup' | 'liveness' | 'readiness';

/** What happens to a pod on its node. `at` is the simulated time in seconds; `restart` is 0 in a container's first life. */
export type PodEvent = { readonly at: number } & (
  | { readonly type: 'sandbox-created' | 'sandbox-stopped' | 'deleted' | 'gone' }
  | { readonly type: 'created' | 'started'; readonly container: string; readonly restart: number }
  | {
      readonly type: 'exited';
      readonly container: string;
      readonly restart: number;
      readonly code: number;
      readonly reason: string;
      /** Whether the process ended by itself or was stopped by the kubelet. */
      readonly by: 'self' | 'stop';
    }
  | {
      /** SIGTERM, with the seconds until SIGKILL. */
      readonly type: 'stop-signal';
      readonly container: string;
      readonly restart: number;
      readonly grace: number;
    }
  | {
      /** A preStop command begins; it would take so many seconds. */
      readonly type: 'prestop-exec';
      readonly container: string;
      readonly takes: number;
    }
  | {
      /** A probe has finished. */
      readonly type: 'probe';
      readonly container: string;
      readonly restart: number;
      readonly probe: ProbeType;
      readonly ok: boolean;
      readonly output: string;
    }
  | KubernetesEvent
);

/** An Event object of Kubernetes, as `kubectl describe pod` lists it. */
export interface KubernetesEvent {
  readonly at: number;
  readonly type: 'event';
  readonly severity: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly container?: string;
}
