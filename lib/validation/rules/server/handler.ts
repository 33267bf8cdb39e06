import { httpHeaderName, portName, portNumber } from '../../../kubernetes/formats';
import type { HTTPGetAction, LifecycleHandler, Probe } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

/** What a probe or a lifecycle hook does; a probe has no sleep, a hook no grpc. */
type Handler = Probe & LifecycleHandler;

/** The kinds of handlers, in the order in which the server looks for one. */
const ACTIONS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;
const SCHEMES = ['HTTP', 'HTTPS'];

/** What probes and lifecycle hooks do: of several handlers, only the first is looked into. */
export const handlerRules = defineRules([
  {
    id: 'require-handler',
    summary: 'A probe or a lifecycle hook says what to do.',
    why: 'Timing alone probes nothing.',
    fix: 'Write one of exec, httpGet, tcpSocket, grpc (probes) and sleep (hooks).',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateHandler',
    example: { bad: 'periodSeconds: 5', good: 'periodSeconds: 5\ntcpSocket: { port: 8080 }' },
    visit: { probe: requireHandler, lifecycleHandler: requireHandler },
  },
  {
    id: 'no-second-handler',
    summary: 'A probe or a lifecycle hook does one thing.',
    why: 'The kubelet would not know which of two results counts.',
    fix: 'Keep one of exec, httpGet, tcpSocket, grpc and sleep.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateHandler',
    example: {
      bad: 'exec: { command: ["true"] }\ntcpSocket: { port: 8080 }',
      good: 'tcpSocket: { port: 8080 }',
    },
    visit: { probe: noSecondHandler, lifecycleHandler: noSecondHandler },
  },
  {
    id: 'require-exec-command',
    summary: 'exec has a command.',
    why: 'There is nothing to run without one.',
    fix: 'Write the command and its arguments as a list.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateExecAction',
    example: { bad: 'exec: { command: [] }', good: 'exec: { command: [cat, /tmp/healthy] }' },
    visit: { probe: requireExecCommand, lifecycleHandler: requireExecCommand },
  },
  {
    id: 'valid-handler-port',
    summary: 'The port of a probe or a lifecycle hook is between 1 and 65535, or the name of a port.',
    why: 'The kubelet connects to it; a number in quotes is taken for a name.',
    fix: 'Write a number without quotes, or the name of a port of the container.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go validateHTTPGetAction, validateTCPSocketAction, validateGRPCAction, ValidatePortNumOrName',
    example: { bad: 'tcpSocket: { port: "8080" }', good: 'tcpSocket: { port: 8080 }' },
    visit: { probe: validPort, lifecycleHandler: validPort },
  },
  {
    id: 'valid-http-get-scheme',
    summary: 'The scheme of httpGet is HTTP or HTTPS, in capitals.',
    why: 'The kubelet speaks no other protocol here.',
    fix: 'Write one of the two, or leave scheme out for HTTP.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateHTTPGetAction',
    example: { bad: 'httpGet: { port: 8080, scheme: https }', good: 'httpGet: { port: 8080, scheme: HTTPS }' },
    visit: { probe: validScheme, lifecycleHandler: validScheme },
  },
  {
    id: 'valid-http-get-header',
    summary: 'The name of an HTTP header holds letters, digits and - only.',
    why: 'A request with another header is not valid HTTP.',
    fix: 'Write a header name such as X-Probe.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateHTTPGetAction, IsHTTPHeaderName',
    example: {
      bad: 'httpGet: { port: 8080, httpHeaders: [{ name: X_Probe, value: "1" }] }',
      good: 'httpGet: { port: 8080, httpHeaders: [{ name: X-Probe, value: "1" }] }',
    },
    visit: { probe: validHeaders, lifecycleHandler: validHeaders },
  },
]);

/** The handler that counts: the first in the server's order. */
export function firstAction(handler: Handler): (typeof ACTIONS)[number] | undefined {
  for (const action of ACTIONS) if (handler[action] !== undefined) return action;
  return undefined;
}

function requireHandler(handler: Handler, at: FieldPath, report: Report): void {
  if (firstAction(handler) === undefined) report(required(at, 'must specify a handler'));
}

function noSecondHandler(handler: Handler, at: FieldPath, report: Report): void {
  const first = firstAction(handler);
  for (const action of ACTIONS)
    if (action !== first && handler[action] !== undefined)
      report(forbidden(at.child(action), `may not be set beside ${first}`));
}

function requireExecCommand(handler: Handler, at: FieldPath, report: Report): void {
  if (handler.exec && !handler.exec.command?.length) report(required(at.down('exec', 'command')));
}

function validPort(handler: Handler, at: FieldPath, report: Report): void {
  const action = firstAction(handler);
  if (action !== 'httpGet' && action !== 'tcpSocket' && action !== 'grpc') return;
  const port = handler[action]?.port ?? 0;
  const extra = action === 'grpc' ? { fix: 'Write the number of the port.' } : undefined;
  for (const reason of typeof port === 'string' ? portName(port) : portNumber(port))
    report(invalid(at.down(action, 'port'), port, reason, extra));
}

function httpGetOf(handler: Handler): HTTPGetAction | undefined {
  return firstAction(handler) === 'httpGet' ? handler.httpGet : undefined;
}

function validScheme(handler: Handler, at: FieldPath, report: Report): void {
  const scheme = httpGetOf(handler)?.scheme;
  if (scheme && !SCHEMES.includes(scheme))
    report(notSupported(at.down('httpGet', 'scheme'), scheme, SCHEMES, didYouMean(scheme, SCHEMES)));
}

function validHeaders(handler: Handler, at: FieldPath, report: Report): void {
  httpGetOf(handler)?.httpHeaders?.forEach(({ name = '' }, index) => {
    const field = at.down('httpGet', 'httpHeaders');
    for (const reason of httpHeaderName(name))
      report(invalid(field, name, reason, { place: field.index(index).child('name') }));
  });
}
