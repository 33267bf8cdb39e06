import type { Choices } from '../choices';
import type { EventQueue, Scheduled } from '../event-queue';
import type { ContainerLife, PodBehaviour } from '../pod-behaviour';
import type { PodEvent } from '../pod-event';
import type { Wait } from './process';

/** One start of a container as the container runtime knows it; a new object with every change. Times in seconds. */
export interface Instance {
  readonly id: number;
  readonly container: string;
  readonly restart: number;
  readonly startedAt: number;
  /** Left out while it runs. */
  readonly ended?: { readonly at: number; readonly code: number; readonly reason: string };
}

/** The instances of each container, newest first. */
export type RuntimeSnapshot = ReadonlyMap<string, readonly Instance[]>;

/** A container runtime that starts, stops and lists at once; its containers run nothing but follow their behaviour. */
export interface ContainerRuntime {
  /** Rises with every change. */
  readonly version: number;
  readonly hasSandbox: boolean;
  snapshot(): RuntimeSnapshot;
  createSandbox(): void;
  stopSandbox(): void;
  start(container: string, restart: number): Instance;
  /** Sends SIGTERM, and SIGKILL when so many seconds are over; waits for the end. */
  stop(instance: Instance, graceSeconds: number): Wait;
  /** Waits so many seconds, or until this instance has ended. */
  endOrAfter(instance: Instance, seconds: number): Wait;
  isRunning(id: number): boolean;
  /** What a running instance does; undefined when it has ended. */
  lifeOf(id: number): ContainerLife | undefined;
  /** When a running instance started; undefined when it has ended. */
  startOf(id: number): number | undefined;
}

interface Running {
  instance: Instance;
  readonly life: ContainerLife;
  selfExit?: Scheduled;
  readonly onEnd: (() => void)[];
}

/** How many instances of a container are kept: the newest, and those that a status and a back-off look at. */
const KEPT = 3;

/** @param onChange Called after every change. */
export function createContainerRuntime(
  queue: EventQueue,
  choices: Choices,
  behaviour: PodBehaviour,
  emit: (event: PodEvent) => void,
  onChange: () => void,
): ContainerRuntime {
  const history = new Map<string, readonly Instance[]>();
  const running = new Map<number, Running>();
  let version = 0;
  let lastId = 0;
  let hasSandbox = false;

  const changed = () => {
    version++;
    onChange();
  };

  const end = (id: number, code: number, by: 'self' | 'stop', reason = code === 0 ? 'Completed' : 'Error') => {
    const entry = running.get(id);
    if (!entry) return;
    running.delete(id);
    queue.cancel(entry.selfExit);
    const { container, restart } = entry.instance;
    const instance: Instance = { ...entry.instance, ended: { at: queue.now, code, reason } };
    history.set(
      container,
      (history.get(container) ?? []).map((one) => (one.id === id ? instance : one)),
    );
    emit({ at: queue.now, type: 'exited', container, restart, code, reason, by });
    changed();
    for (const resume of entry.onEnd) resume();
  };

  return {
    get version() {
      return version;
    },
    get hasSandbox() {
      return hasSandbox;
    },
    snapshot: () => new Map(history),
    createSandbox() {
      hasSandbox = true;
      emit({ at: queue.now, type: 'sandbox-created' });
      changed();
    },
    stopSandbox() {
      if (!hasSandbox) return;
      hasSandbox = false;
      emit({ at: queue.now, type: 'sandbox-stopped' });
      changed();
    },
    start(container, restart) {
      const life = behaviour({ container, restart, at: queue.now });
      const instance: Instance = { id: ++lastId, container, restart, startedAt: queue.now };
      const entry: Running = { instance, life, onEnd: [] };
      running.set(instance.id, entry);
      const isCollected = restart > 0 && choices.next('collection') > 0.99;
      const before = isCollected ? [] : (history.get(container) ?? []);
      history.set(container, [instance, ...before].slice(0, KEPT));
      emit({ at: queue.now, type: 'created', container, restart });
      emit({ at: queue.now, type: 'started', container, restart });
      const { exit } = life;
      if (exit) entry.selfExit = queue.after(exit.at, () => end(instance.id, exit.code, 'self', exit.reason));
      changed();
      return instance;
    },
    stop: (instance, graceSeconds) => (resume) => {
      const entry = running.get(instance.id);
      if (!entry) return resume();
      const { container, restart } = instance;
      emit({ at: queue.now, type: 'stop-signal', container, restart, grace: graceSeconds });
      entry.onEnd.push(resume);
      const { onTerm } = entry.life;
      if (onTerm !== 'ignored' && onTerm.after <= graceSeconds) {
        queue.after(onTerm.after, () => end(instance.id, onTerm.code, 'stop'));
      } else {
        queue.after(graceSeconds, () => end(instance.id, 137, 'stop'));
      }
    },
    endOrAfter: (instance, seconds) => (resume) => {
      let over = false;
      const once = () => {
        if (over) return;
        over = true;
        resume();
      };
      const entry = running.get(instance.id);
      if (!entry) return resume();
      entry.onEnd.push(once);
      if (Number.isFinite(seconds)) queue.after(seconds, once);
    },
    isRunning: (id) => running.has(id),
    lifeOf: (id) => running.get(id)?.life,
    startOf: (id) => running.get(id)?.instance.startedAt,
  };
}
