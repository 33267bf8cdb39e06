import type { HTTPGetAction, Probe } from '../../kubernetes/generated/decoded';
import type { Answer } from '../pod-behaviour';

/** How one execution of a probe ends. */
export interface ProbeOutcome {
  readonly ok: boolean;
  /** Seconds that it takes. */
  readonly seconds: number;
  /** What the Event `Unhealthy` quotes; empty for a success. */
  readonly output: string;
}

/** Seconds that the quickest probe takes. */
const QUICKEST = 0.002;

/**
 * The outcome of a probe that is answered like this.
 *
 * Follows kubernetes pkg/probe: http, tcp, grpc and exec. HTTP statuses from 200 to 399 are a success; a TCP connection
 * is one as soon as something listens; none waits longer than `timeoutSeconds`.
 */
export function probeOutcome(probe: Probe, port: number | undefined, answer: Answer): ProbeOutcome {
  const timeout = probe.timeoutSeconds ?? 1;
  const seconds = Math.max(Math.min(answer.after, timeout), QUICKEST);
  const isLate = answer.after > timeout;
  const fail = (output: string, after = seconds): ProbeOutcome => ({ ok: false, seconds: after, output });
  const success: ProbeOutcome = { ok: true, seconds, output: '' };

  if (probe.tcpSocket) return answer.refused ? fail(refusal(port), QUICKEST) : { ...success, seconds: QUICKEST };
  if (probe.httpGet) {
    if (answer.refused) return fail(`${get(probe.httpGet, port)} ${refusal(port)}`, QUICKEST);
    if (isLate) {
      const reason = 'context deadline exceeded (Client.Timeout exceeded while awaiting headers)';
      return fail(`${get(probe.httpGet, port)} ${reason}`);
    }
    const status = answer.value ?? 200;
    return status >= 200 && status < 400 ? success : fail(`HTTP probe failed with statuscode: ${status}`);
  }
  if (probe.grpc) {
    if (answer.refused) return fail(`error: this probe failed: ${refusal(port)}`, QUICKEST);
    if (isLate) return fail(`timeout: failed to connect service "POD-IP:${port}" within ${timeout}s`);
    return (answer.value ?? 0) === 0 ? success : fail('service unhealthy (responded with "NOT_SERVING")');
  }
  if (isLate) {
    const command = probe.exec?.command?.join(' ') ?? '';
    return fail(`command timed out: "${command}" timed out after ${timeout}s`);
  }
  return (answer.value ?? 0) === 0 ? success : fail('');
}

function refusal(port: number | undefined): string {
  return `dial tcp POD-IP:${port}: connect: connection refused`;
}

function get({ scheme = 'HTTP', path = '/' }: HTTPGetAction, port: number | undefined): string {
  return `Get "${scheme.toLowerCase()}://POD-IP:${port}${path}":`;
}
