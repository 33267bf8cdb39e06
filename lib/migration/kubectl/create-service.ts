import type { PlainObject } from '../plain-object';
import { type FlagSpecs, wrong } from './flags';
import {
  type KubectlCommand,
  kubectlCommand,
  metadata,
  nameOf,
  orAbsent,
  portNumber,
  withoutAbsent,
} from './object-parts';

const COMMON = { tcp: { type: 'list' } } as const satisfies FlagSpecs;

/** `kubectl create service ...`, by type. Follows kubectl pkg/cmd/create/create_service.go. */
export const createService: Readonly<Record<string, KubectlCommand>> = {
  clusterip: kubectlCommand({ ...COMMON, clusterip: { type: 'string' } }, (command, { flags, operands }) => {
    const { tcp = [], clusterip, namespace } = flags;
    if (tcp.length === 0 && clusterip !== 'None')
      throw wrong(command, '--tcp is required, unless --clusterip is None.');
    return [service(command, operands, namespace, 'ClusterIP', tcp, { clusterIP: clusterip || undefined })];
  }),
  nodeport: kubectlCommand({ ...COMMON, 'node-port': { type: 'number' } }, (command, { flags, operands }) => {
    const { tcp = [], 'node-port': nodePort = 0, namespace } = flags;
    requirePorts(command, tcp);
    return [service(command, operands, namespace, 'NodePort', tcp, {}, nodePort || undefined)];
  }),
  loadbalancer: kubectlCommand(COMMON, (command, { flags, operands }) => {
    const { tcp = [], namespace } = flags;
    requirePorts(command, tcp);
    return [service(command, operands, namespace, 'LoadBalancer', tcp)];
  }),
  externalname: kubectlCommand({ ...COMMON, 'external-name': { type: 'string' } }, (command, { flags, operands }) => {
    const { tcp = [], 'external-name': externalName, namespace } = flags;
    if (!externalName) throw wrong(command, '--external-name is required.');
    return [service(command, operands, namespace, 'ExternalName', tcp, { externalName })];
  }),
};

function requirePorts(command: string, tcp: readonly string[]): void {
  if (tcp.length === 0) throw wrong(command, '--tcp is required.');
}

function service(
  command: string,
  operands: readonly string[],
  namespace: string | undefined,
  type: string,
  tcp: readonly string[],
  more: PlainObject = {},
  nodePort?: number,
): PlainObject {
  const name = nameOf(command, operands);
  const labels = { app: name };
  const ports = tcp.map((text) => withoutAbsent({ ...servicePort(command, text), nodePort }));
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(name, namespace, { labels }),
    spec: withoutAbsent({ type, selector: labels, ports: orAbsent(ports), ...more }),
  };
}

/** `80:8080`, `80:http` or `80`, named after itself. */
function servicePort(command: string, text: string): PlainObject {
  const [port = '', target = port, ...more] = text.split(':');
  if (more.length > 0) throw wrong(command, `--tcp takes PORT or PORT:TARGET, not '${text}'.`);
  const targetPort = /^\d+$/.test(target) ? portNumber(command, 'tcp', target) : target;
  return { name: text.replaceAll(':', '-'), port: portNumber(command, 'tcp', port), protocol: 'TCP', targetPort };
}
