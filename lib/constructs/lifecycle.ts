import type { Lifecycle as KubernetesLifecycle } from '../../imports/k8s';
import type { ExactlyOne } from './exactly-one';
import type { LifecycleHandlers } from './handler';

/** One action of the kubelet on a container: exactly one of `exec`, `httpGet`, `sleep` and `tcpSocket`. */
export type LifecycleHandler<Name extends string = string> = ExactlyOne<
  LifecycleHandlers<Name>,
  'a lifecycle hook has exactly one handler: exec, httpGet, sleep or tcpSocket'
>;

/** What the kubelet does when a container has started and before it stops. */
export interface Lifecycle<Name extends string = string> extends Omit<KubernetesLifecycle, 'postStart' | 'preStop'> {
  /** Runs right after the container was created; if it fails the container is killed and restarted. */
  readonly postStart?: LifecycleHandler<Name>;
  /** Runs before the container is told to stop, within the pod's `terminationGracePeriodSeconds`. */
  readonly preStop?: LifecycleHandler<Name>;
}
