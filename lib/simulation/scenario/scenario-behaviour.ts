import type { Container, LifecycleHandler, PodSpec, Probe } from '../../kubernetes/generated/decoded';
import { isSidecar } from '../kubelet/restart-policy';
import { type Answer, type ContainerLife, HEALTHY_LIFE, type PodBehaviour, type ProbeRequest } from '../pod-behaviour';
import type { Scenario } from './scenario';

/** Seconds that a container takes which is to come to an end: an init container, or one of a Job. */
const WORK_SECONDS = 1;
/** The exit code of a process that SIGKILL ended. */
const KILLED = 137;

/** How a pod takes part in a scenario. */
export interface Part {
  /** Whether `hang` and `kill` strike it; default true. */
  readonly isStruck?: boolean;
}

/** The tag of an image whose containers exit with 1 at once. */
export const BAD_TAG = 'podwright-bad';

/** What the containers of a pod do under a scenario; those that it does not speak of are well. */
export function scenarioBehaviour(spec: PodSpec, scenario: Scenario, part: Part = {}): PodBehaviour {
  const about = scenario.container ?? spec.containers?.[0]?.name;
  const { isStruck = true } = part;
  const completes = spec.restartPolicy !== undefined && spec.restartPolicy !== 'Always';
  const init = new Map((spec.initContainers ?? []).map((container) => [container.name, container]));
  const all = new Map([...init, ...(spec.containers ?? []).map((container) => [container.name, container] as const)]);

  return ({ container: name, at: startedAt }) => {
    const container = all.get(name) ?? {};
    const ends = init.has(name) ? !isSidecar(container) : completes;
    const well: ContainerLife = {
      ...HEALTHY_LIFE,
      ...(ends && { exit: { at: WORK_SECONDS, code: 0 } }),
      answer: ({ handler }) => ({ after: secondsOf(handler) }),
    };
    if (name !== about) return well;
    const exit = firstExit(scenario, startedAt, isStruck, container);
    return {
      ...well,
      ...(exit && { exit }),
      ...(scenario.slowStop !== undefined && { onTerm: { after: scenario.slowStop, code: 0 } }),
      ...(scenario.ignoresSigterm && { onTerm: 'ignored' }),
      answer(request, age) {
        const isHung = isStruck && isHungAt(scenario, startedAt, startedAt + age);
        return isHung
          ? { after: Number.POSITIVE_INFINITY }
          : (troubledAnswer(container, scenario, request, startedAt, age) ?? well.answer(request, age));
      },
    };
  };
}

/** Whether a process that started then hangs at a moment: it must have been running when the scenario struck. */
export function isHungAt({ hang }: Scenario, startedAt: number, now: number): boolean {
  return hang !== undefined && startedAt <= hang && now >= hang;
}

/** The way in which a life ends by itself that comes first. */
function firstExit(
  { exit, leak, kill }: Scenario,
  startedAt: number,
  isStruck: boolean,
  { image }: Container,
): ContainerLife['exit'] {
  const ways = [
    ...(exit ? [{ at: exit.after ?? 0, code: exit.code ?? 1 }] : []),
    ...(leak === undefined ? [] : [{ at: leak, code: KILLED, reason: 'OOMKilled' }]),
    ...(image?.endsWith(`:${BAD_TAG}`) ? [{ at: 0, code: 1 }] : []),
    ...(!isStruck || kill === undefined || kill < startedAt ? [] : [{ at: kill - startedAt, code: KILLED }]),
  ];
  return ways.sort((one, other) => one.at - other.at)[0];
}

function troubledAnswer(
  container: Container,
  scenario: Scenario,
  { purpose, handler, port }: ProbeRequest,
  startedAt: number,
  age: number,
): Answer | undefined {
  const { slowStart = 0, slowAnswers, dependencyDown, failingProbes = [] } = scenario;
  const now = startedAt + age;
  if (age < slowStart) return { after: 0, ...(port === undefined ? { value: 1 } : { refused: true }) };
  if (purpose === 'postStart' || purpose === 'preStop') return undefined;
  if (failingProbes.some(({ probe, after = 0 }) => probe === purpose && age >= after)) return failure(handler, 404);
  if (dependencyDown && isWithin(now, dependencyDown) && noticesDependency(container, purpose, handler)) {
    return failure(handler, 503);
  }
  if (slowAnswers && isWithin(now, slowAnswers)) return { after: slowAnswers.seconds };
  return undefined;
}

function isWithin(now: number, { from = 0, to = Number.POSITIVE_INFINITY }: { from?: number; to?: number }): boolean {
  return now >= from && now < to;
}

function failure(handler: Probe | LifecycleHandler, status: number): Answer {
  if (handler.tcpSocket) return { after: 0, refused: true };
  return { after: 0, value: handler.httpGet ? status : 1 };
}

function noticesDependency(container: Container, purpose: string, handler: Probe | LifecycleHandler): boolean {
  if (handler.tcpSocket) return false;
  const { readinessProbe } = container;
  return purpose === 'readiness' || !readinessProbe || question(handler) === question(readinessProbe);
}

/** What a probe asks, apart from how often. */
function question({ httpGet, exec, ...rest }: Probe | LifecycleHandler): string {
  return JSON.stringify([httpGet, exec, 'grpc' in rest && rest.grpc]);
}

/** How long a hook's command takes: as long as it sleeps. */
function secondsOf({ exec }: Probe | LifecycleHandler): number {
  return Number(/\bsleep (\d+(?:\.\d+)?)\b/.exec(exec?.command?.join(' ') ?? '')?.[1] ?? 0);
}
