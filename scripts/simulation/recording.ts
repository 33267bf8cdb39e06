import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ExecAction, Pod } from '../../lib/kubernetes/generated/decoded';
import type { Answer, ContainerLife, PodBehaviour, ProbeRequest } from '../../lib/simulation/pod-behaviour';

/** An event of a recording; `t` is seconds since the first container start. */
export interface RecordedEvent {
  readonly t: number;
  readonly container: string;
  readonly event: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

interface Window {
  readonly from: number;
  readonly to?: number;
  readonly status?: number;
  readonly code?: number;
  readonly delay?: number;
}

interface RecordedLife {
  readonly exit?: { readonly at: number; readonly code: number };
  readonly listen?: { readonly port: number; readonly from: number; readonly to?: number };
  readonly http?: Readonly<Record<string, readonly Window[]>>;
  readonly exec?: Readonly<Record<string, readonly Window[]>>;
  readonly term?: { readonly after?: number; readonly code?: number; readonly ignore?: boolean };
}

interface RecordedBehaviour extends RecordedLife {
  readonly restarts?: Readonly<Record<string, RecordedLife>>;
}

/** A scenario that was run several times on a real kubelet. */
export interface Recording {
  readonly id: string;
  readonly pod: Pod;
  readonly behaviour: Readonly<Record<string, RecordedBehaviour>>;
  readonly seconds: number;
  readonly deleteAt?: number;
  readonly deleteGrace?: number;
  readonly modes: readonly ('standalone' | 'api')[];
  readonly runs: readonly (readonly RecordedEvent[])[];
}

/** Reads recordings from a JSON file, compressed if its name ends in `.gz`. */
export function readRecordings(file: string): Recording[] {
  const bytes = readFileSync(file);
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as Recording[];
}

/** The minor of the kubelet that was recorded: ids end in `@1.28` for the older one. */
export function recordedMinor({ id }: Recording): number {
  return Number(/@1\.(\d+)$/.exec(id)?.[1] ?? 36);
}

/** Seconds that the pull took in this run: from the sandbox to the first container. */
export function recordedPull({ id }: Recording, run: readonly RecordedEvent[]): number {
  const sandbox = run.find(({ event }) => event === 'sandbox-created');
  return id.startsWith('pull') && sandbox ? -sandbox.t : 0;
}

/** The recorded behaviour in the simulator's terms. */
export function recordedBehaviour({ behaviour }: Recording): PodBehaviour {
  return ({ container, restart }) => {
    const { restarts = {}, ...first } = behaviour[container] ?? {};
    return lifeOf(lifeOfRestart(restarts, restart) ?? first);
  };
}

function lifeOfRestart(restarts: Readonly<Record<string, RecordedLife>>, restart: number): RecordedLife | undefined {
  if (restarts[restart]) return restarts[restart];
  const from = Object.keys(restarts)
    .filter((key) => key.endsWith('+') && Number.parseInt(key, 10) <= restart)
    .sort((one, other) => Number.parseInt(other, 10) - Number.parseInt(one, 10));
  return restarts[from[0] ?? ''];
}

function lifeOf(life: RecordedLife): ContainerLife {
  const { term, exit } = life;
  return {
    ...(exit && { exit }),
    onTerm: term?.ignore ? 'ignored' : { after: term?.after ?? 0.05, code: term?.code ?? 143 },
    answer: (request, age) => answerOf(life, request, age),
  };
}

function answerOf({ listen, http, exec }: RecordedLife, { handler, port }: ProbeRequest, age: number): Answer {
  const command = (handler.exec as ExecAction | undefined)?.command?.join(' ');
  if (command !== undefined) {
    const window = at(exec?.[command], age);
    return { after: window?.delay ?? 0, value: window?.code ?? 0 };
  }
  const listens =
    listen !== undefined && listen.port === port && age >= listen.from && age < (listen.to ?? Number.POSITIVE_INFINITY);
  if (!listens) return { after: 0, refused: true };
  const window = at(http?.[handler.httpGet?.path ?? ''], age);
  return { after: window?.delay ?? 0, value: window?.status ?? 200 };
}

function at(windows: readonly Window[] | undefined, age: number): Window | undefined {
  return windows?.find(({ from, to = Number.POSITIVE_INFINITY }) => age >= from && age < to);
}
