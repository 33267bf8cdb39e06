import type { LifecycleHandler, Probe } from '../kubernetes/generated/decoded';

/** What asks a container something. */
export type RequestPurpose = 'startup' | 'liveness' | 'readiness' | 'postStart' | 'preStop';

/** A probe's or hook's request to a container. */
export interface ProbeRequest {
  readonly purpose: RequestPurpose;
  readonly handler: Probe | LifecycleHandler;
  /** The port that is asked, as a number, where the handler has one. */
  readonly port?: number;
}

/** What a container says to a request. */
export interface Answer {
  /** Seconds until it answers; Infinity is never. */
  readonly after: number;
  /** Nothing listens: httpGet, tcpSocket and grpc fail at once. */
  readonly refused?: boolean;
  /** The HTTP status or the exit code; for grpc, 0 is SERVING. Default 200 or 0. */
  readonly value?: number;
}

/** What the process of one container does from one start to its end. Seconds are counted from that start. */
export interface ContainerLife {
  /** When it ends by itself; never when left out. `reason` is Completed for code 0 and Error otherwise, unless given. */
  readonly exit?: { readonly at: number; readonly code: number; readonly reason?: string };
  /** How it takes SIGTERM: it ends so many seconds later with this exit code, or ignores it. */
  readonly onTerm: { readonly after: number; readonly code: number } | 'ignored';
  /** Its answer to a request at this age, in seconds. */
  answer(request: ProbeRequest, age: number): Answer;
}

/** One start of a container. */
export interface ContainerStart {
  readonly container: string;
  /** 0 for the first start. */
  readonly restart: number;
  /** The simulated time, in seconds. */
  readonly at: number;
}

/** What the containers of a pod do. */
export type PodBehaviour = (start: ContainerStart) => ContainerLife;

/** A container that runs for ever, answers well and at once, and ends 0.05 s after SIGTERM. */
export const HEALTHY_LIFE: ContainerLife = {
  onTerm: { after: 0.05, code: 143 },
  answer: () => ({ after: 0 }),
};
