import type { Container } from '../../kubernetes/generated/decoded';
import type { EventQueue } from '../event-queue';
import type { KubernetesEvent, PodEvent } from '../pod-event';
import type { StartFailure } from './container-status';
import type { KubeletFeatures } from './features';
import type { Process } from './process';
import { runHook } from './run-hook';
import type { ContainerRuntime } from './runtime';
import { stopContainer } from './stop-container';

/** What a container needs to start. */
export interface StartContext {
  readonly queue: EventQueue;
  readonly features: KubeletFeatures;
  readonly runtime: ContainerRuntime;
  readonly emit: (event: PodEvent) => void;
  /** Seconds that pulling an image takes the first time. */
  readonly pullSeconds: number;
  /** The images that the node has. */
  readonly pulled: Set<string>;
  /** Seconds of grace for a container whose postStart hook failed. */
  readonly graceSeconds: number;
}

/**
 * Pulls, creates, starts, and runs the postStart hook, which holds up everything else in the pod.
 *
 * Follows kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer.
 *
 * @returns Why it failed, if it did.
 */
export function* startContainer(
  context: StartContext,
  container: Container,
  restart: number,
): Process<StartFailure | undefined> {
  const { queue, features, runtime, emit } = context;
  const name = container.name ?? '';
  const report = (reason: string, message: string, severity: KubernetesEvent['severity'] = 'Normal') =>
    emit({ at: queue.now, type: 'event', severity, reason, message, container: name });
  yield* pull(context, container, report);
  report('Created', features.shortMessages ? 'Container created' : `Created container ${name}`);
  const instance = runtime.start(name, restart);
  report('Started', features.shortMessages ? 'Container started' : `Started container ${name}`);
  const handler = container.lifecycle?.postStart;
  if (!handler) return undefined;
  if (yield* runHook(queue, runtime, emit, { container, instance, handler, purpose: 'postStart' })) return undefined;
  report('FailedPostStartHook', 'PostStartHook failed', 'Warning');
  const message = 'FailedPostStartHook';
  yield* stopContainer(queue, runtime, emit, { container, instance, graceSeconds: context.graceSeconds, message });
  return { reason: 'PostStartHookError', message: 'PostStartHook failed' };
}

function* pull(
  context: StartContext,
  container: Container,
  report: (reason: string, message: string) => void,
): Process {
  const { queue, pulled, pullSeconds, features } = context;
  const { image = '', imagePullPolicy } = container;
  if (pulled.has(image) && imagePullPolicy !== 'Always') {
    const accessible = features.shortMessages ? ' and can be accessed by the pod' : '';
    return report('Pulled', `Container image "${image}" already present on machine${accessible}`);
  }
  report('Pulling', `Pulling image "${image}"`);
  const seconds = pulled.has(image) ? 0 : pullSeconds;
  if (seconds > 0) yield (resume) => void queue.after(seconds, resume);
  pulled.add(image);
  report('Pulled', `Successfully pulled image "${image}" in ${seconds}s (${seconds}s including waiting)`);
}
