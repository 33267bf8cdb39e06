import { parseDuration } from '../simulation/scenario/parse-duration';
import { ScenarioError } from '../simulation/scenario/scenario-error';

/** A stretch of time: seconds, or `90s`, `2m`, `1m30s`. */
export type Duration = number | `${number}${'s' | 'm' | 'h'}` | `${number}m${number}s` | `${number}h${number}m`;

type No = { readonly http?: never; readonly tcp?: never; readonly grpc?: never; readonly exec?: never };

/** How a container is asked whether it is well: one of four ways. `Port` is the name of the port, where it has one. */
export type ProbeQuestion<Port extends string = string> =
  /** An HTTP GET of a path at a port, `{ http: '/healthz', port: 'http' }`; a status from 200 to 399 is well. */
  | (Omit<No, 'http'> & { readonly http: string; readonly port: number | Port })
  /** A TCP connection to a port, `{ tcp: 'http' }`; a process that hangs still accepts it, so that only its end is noticed. */
  | (Omit<No, 'tcp'> & { readonly tcp: number | Port; readonly port?: never })
  /** The standard gRPC health service at the number of a port, `{ grpc: 5000, service: 'ready' }`. */
  | (Omit<No, 'grpc'> & { readonly grpc: number; readonly service?: string; readonly port?: never })
  /** A command in the container, `{ exec: ['cat', '/tmp/healthy'] }`; exit code 0 is well. */
  | (Omit<No, 'exec'> & { readonly exec: readonly string[]; readonly port?: never });

/** What whoever runs a container knows of it. */
export type ProbeAnswers<Port extends string = string> = ProbeQuestion<Port> & {
  /** How long a start may take at most, on a bad day: from 1 s to 30 min. */
  readonly startsWithin: Duration;
  /** How long it may hang, or answer wrongly, and yet come back, so that it is not to be restarted: from 1 s to 1 h. */
  readonly mayHangFor: Duration;
  /** How to ask whether it can take requests. Default: as it is asked whether it is well. */
  readonly ready?: ProbeQuestion<Port>;
};

type Handler<Q> = Q extends { readonly http: string; readonly port: infer P }
  ? { readonly httpGet: { readonly path: string; readonly port: P } }
  : Q extends { readonly tcp: infer P }
    ? { readonly tcpSocket: { readonly port: P } }
    : Q extends { readonly grpc: number }
      ? { readonly grpc: { readonly port: number; readonly service?: string } }
      : { readonly exec: { readonly command: string[] } };

interface Numbers {
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

/** Three probes, to be spread into a container. */
export interface Probes<Q, R> {
  readonly startupProbe: Handler<Q> & Numbers;
  readonly livenessProbe: Handler<Q> & Numbers;
  readonly readinessProbe: Handler<R> & Numbers;
}

const LONGEST_START = 30 * 60;
const LONGEST_HANG = 60 * 60;
/** Probes come at least as often as this; seconds. */
const LONGEST_PERIOD = 10;
/** A command is a process of its own, which is not to start more often; seconds. */
const SHORTEST_EXEC_PERIOD = 5;
/** So many probes look at a start, and at a hang, if that takes no more than `LONGEST_PERIOD` times as long. */
const LOOKS = { start: 30, hang: 10 };
/** A single wrong answer never restarts a container. */
const FEWEST_FAILURES = 3;

/**
 * The three probes of a container, computed from two honest answers: how long a start may take, and how long it may hang
 * without having to be restarted.
 *
 * ```ts
 * containers: { web: { image, ports: { http: 8080 }, ...probesFor({ startsWithin: '90s', mayHangFor: '30s', http: '/healthz', port: 'http' }) } }
 * ```
 *
 * - The startup probe looks about 30 times, every 1 to 10 s, and gives up after `startsWithin` and up to two periods more.
 * - The liveness probe looks about 10 times while the container hangs or answers wrongly, every 1 to 10 s, and has it
 *   killed after `mayHangFor` and up to three periods more, never for fewer than three failures.
 * - The readiness probe looks as often, and takes the pod out of its Services after a third of that time.
 * - A probe may take as long as its period. Commands run every 5 s at most.
 *
 * @throws ScenarioError when an answer is not a duration within its limits.
 */
export function probesFor<
  const Q extends ProbeQuestion<Port>,
  const Port extends string = string,
  const R extends ProbeQuestion<Port> = Q,
>(answers: Q & { readonly startsWithin: Duration; readonly mayHangFor: Duration; readonly ready?: R }): Probes<Q, R>;
export function probesFor(answers: ProbeAnswers): Probes<ProbeQuestion, ProbeQuestion> {
  const start = secondsOf('startsWithin', answers.startsWithin, LONGEST_START);
  const hang = secondsOf('mayHangFor', answers.mayHangFor, LONGEST_HANG);
  const ready = answers.ready ?? answers;
  const isCommand = (question: ProbeQuestion) => question.exec !== undefined;
  const startPeriod = periodFor(start / LOOKS.start, isCommand(answers));
  const period = periodFor(hang / LOOKS.hang, isCommand(answers) || isCommand(ready));
  const failureThreshold = Math.max(FEWEST_FAILURES, Math.floor(hang / period) + 2);
  return {
    startupProbe: { ...handlerOf(answers), ...numbers(startPeriod, Math.floor(start / startPeriod) + 2) },
    livenessProbe: { ...handlerOf(answers), ...numbers(period, failureThreshold) },
    readinessProbe: { ...handlerOf(ready), ...numbers(period, Math.floor(failureThreshold / FEWEST_FAILURES)) },
  };
}

function numbers(periodSeconds: number, failureThreshold: number): Numbers {
  return { periodSeconds, timeoutSeconds: periodSeconds, failureThreshold };
}

function periodFor(seconds: number, isCommand: boolean): number {
  return Math.min(Math.max(Math.ceil(seconds), isCommand ? SHORTEST_EXEC_PERIOD : 1), LONGEST_PERIOD);
}

function handlerOf(question: ProbeQuestion): Handler<ProbeQuestion> {
  if (question.http !== undefined) return { httpGet: { path: question.http, port: question.port } };
  if (question.tcp !== undefined) return { tcpSocket: { port: question.tcp } };
  if (question.exec !== undefined) return { exec: { command: [...question.exec] } };
  const { grpc, service } = question;
  return { grpc: { port: grpc, ...(service !== undefined && { service }) } };
}

function secondsOf(name: string, duration: Duration, longest: number): number {
  const seconds = Math.ceil(parseDuration(String(duration)));
  if (seconds >= 1 && seconds <= longest) return seconds;
  throw new ScenarioError(`${name} is ${duration}; give a duration from 1s to ${longest / 60}m.`);
}
