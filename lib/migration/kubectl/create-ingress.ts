import type { PlainObject } from '../plain-object';
import { wrong } from './flags';
import { kubectlCommand, metadata, nameOf, orAbsent, splitPair, withoutAbsent } from './object-parts';

/** `host/path=service:port[,tls[=secret]]`. */
const RULE = /^([\w*\-.]*)(\/.*)=([\w-]+):([\w-]+)(,tls=?([\w-]+)?)?$/;
const BACKEND = /^([\w-]+):([\w-]+)$/;

/** `kubectl create ingress`. Follows kubectl pkg/cmd/create/create_ingress.go. */
export const createIngress = kubectlCommand(
  {
    annotation: { type: 'each' },
    class: { type: 'string' },
    'default-backend': { type: 'string' },
    rule: { type: 'each' },
  },
  (command, { flags, operands }) => {
    const { annotation, class: ingressClassName, 'default-backend': backend, rule = [], namespace } = flags;
    if (rule.length === 0 && !backend) throw wrong(command, 'give --rule or --default-backend.');
    const annotations = orAbsent(annotation)?.map((text) => splitPair(command, 'annotation', text));
    const rules = rule.map((text) => ruleOf(command, text));
    return [
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: metadata(nameOf(command, operands), namespace, {
          annotations: annotations && Object.fromEntries(annotations),
        }),
        spec: withoutAbsent({
          ingressClassName: ingressClassName || undefined,
          defaultBackend: backend ? defaultBackend(command, backend) : undefined,
          tls: orAbsent(tlsOf(rules)),
          rules: orAbsent(rulesOf(rules)),
        }),
      },
    ];
  },
);

interface Rule {
  readonly host: string;
  readonly path: PlainObject;
  readonly tls: boolean;
  readonly secret: string | undefined;
}

function ruleOf(command: string, text: string): Rule {
  const match = RULE.exec(text);
  if (!match) throw wrong(command, `--rule takes HOST/PATH=SERVICE:PORT[,tls[=SECRET]], not '${text}'.`);
  const [, host = '', path = '', service = '', port = '', tls, secret] = match;
  const isPrefix = path.endsWith('*');
  const rulePath = {
    path: isPrefix ? path.slice(0, -1) : path,
    pathType: isPrefix ? 'Prefix' : 'Exact',
    backend: backendOf(service, port),
  };
  return { host, path: rulePath, tls: tls !== undefined, secret };
}

function defaultBackend(command: string, text: string): PlainObject {
  const [, service, port] = BACKEND.exec(text) ?? [];
  if (service === undefined || port === undefined)
    throw wrong(command, `--default-backend takes SERVICE:PORT, not '${text}'.`);
  return backendOf(service, port);
}

function backendOf(name: string, port: string): PlainObject {
  return { service: { name, port: /^\d+$/.test(port) ? { number: Number(port) } : { name: port } } };
}

/** One rule a host, with all its paths. */
function rulesOf(rules: readonly Rule[]): PlainObject[] {
  const hosts = [...new Set(rules.map(({ host }) => host))];
  return hosts.map((host) => {
    const paths = rules.filter((rule) => rule.host === host).map(({ path }) => path);
    return withoutAbsent({ host: host || undefined, http: { paths } });
  });
}

/** One entry a secret, each host in the first that names it. */
function tlsOf(rules: readonly Rule[]): PlainObject[] {
  const entries: { hosts: string[]; secretName: string }[] = [];
  const seen = new Set<string>();
  for (const { host, tls, secret = '' } of rules) {
    if (!tls || seen.has(host)) continue;
    seen.add(host);
    const known = entries.find(({ secretName }) => secretName === secret);
    if (known) known.hosts.push(host);
    else if (host !== '' || secret !== '') entries.push({ hosts: host === '' ? [] : [host], secretName: secret });
  }
  return entries.map(({ hosts, secretName }) =>
    withoutAbsent({ hosts: orAbsent(hosts), secretName: secretName || undefined }),
  );
}
