import type { HTTPGetAction, Probe } from '../kubernetes/generated/decoded';

/**
 * A defaulted probe as `kubectl describe` prints it:
 * `http-get http://:8080/healthy delay=5s timeout=1s period=1s #success=1 #failure=3`.
 *
 * Follows kubectl pkg/describe/describe.go DescribeProbe.
 */
export function describeProbe(probe: Probe): string {
  const { initialDelaySeconds = 0, timeoutSeconds = 0, periodSeconds = 0 } = probe;
  const { successThreshold = 0, failureThreshold = 0, exec, httpGet, tcpSocket, grpc } = probe;
  const numbers = `delay=${initialDelaySeconds}s timeout=${timeoutSeconds}s period=${periodSeconds}s #success=${successThreshold} #failure=${failureThreshold}`;
  if (exec) return `exec [${(exec.command ?? []).join(' ')}] ${numbers}`;
  if (httpGet) return `http-get ${urlOf(httpGet)} ${numbers}`;
  if (tcpSocket) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port ?? 0} ${numbers}`;
  if (grpc) return `grpc <pod>:${grpc.port ?? 0} ${grpc.service ?? ''} ${numbers}`;
  return `unknown ${numbers}`;
}

/** Follows Go's net/url URL.String for a URL of a scheme, a host and a path, and net.JoinHostPort. */
function urlOf({ scheme = '', host = '', port = 0, path = '' }: HTTPGetAction): string {
  const bracketed = host.includes(':') ? `[${host}]` : host;
  const address = String(port) === '' ? host : `${bracketed}:${port}`;
  const start = scheme === '' ? '' : `${scheme.toLowerCase()}:`;
  const authority = address === '' && scheme === '' ? '' : `//${escapeWith(HOST, address)}`;
  const slash = path !== '' && !path.startsWith('/') && address !== '' ? '/' : '';
  return `${start}${authority}${slash}${path === '*' ? path : escapeWith(PATH, path)}`;
}

/** What Go leaves as it is in a host and in a path; all else is percent-encoded. */
const HOST = /[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]/;
const PATH = /[A-Za-z0-9\-_.~$&+,/:;=@]/;

function escapeWith(kept: RegExp, text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return kept.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
