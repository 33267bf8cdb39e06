import { isPlainObject, type PlainObject } from '../plain-object';
import { type FlagValues, wrong } from './flags';
import { kubectlCommand, metadata, nameOf, orAbsent, splitPair, withoutAbsent } from './object-parts';

const FLAGS = {
  annotations: { type: 'each' },
  attach: { type: 'boolean' },
  cascade: { type: 'string' },
  command: { type: 'boolean' },
  'detach-keys': { type: 'string' },
  env: { type: 'each' },
  expose: { type: 'boolean' },
  force: { type: 'boolean' },
  'grace-period': { type: 'number' },
  image: { type: 'string' },
  'image-pull-policy': { type: 'string' },
  labels: { type: 'string', short: 'l' },
  'leave-stdin-open': { type: 'boolean' },
  'override-type': { type: 'string' },
  overrides: { type: 'string' },
  'pod-running-timeout': { type: 'string' },
  port: { type: 'string' },
  privileged: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  restart: { type: 'string' },
  rm: { type: 'boolean' },
  stdin: { type: 'boolean', short: 'i' },
  timeout: { type: 'string' },
  tty: { type: 'boolean', short: 't' },
  wait: { type: 'boolean' },
} as const;

type Flags = FlagValues<typeof FLAGS>;

/** `kubectl run`: a Pod, and with `--expose` a Service. Follows kubectl pkg/cmd/run/run.go. */
export const run = kubectlCommand(FLAGS, (command, { flags, operands, rest }) => {
  const [name, ...words] = operands;
  const podName = nameOf(command, name === undefined ? [] : [name]);
  const { image, port, expose, namespace } = flags;
  if (image === undefined || image === '') throw wrong(command, '--image is required.');
  if (flags.tty && !flags.stdin) throw wrong(command, '-t needs -i as well.');
  if (expose && port === undefined) throw wrong(command, '--expose needs --port.');
  if (port !== undefined && !/^[-+]?\d+$/.test(port)) throw wrong(command, `--port takes a number, not '${port}'.`);
  const given = flags.labels ? labelsOf(command, flags.labels) : undefined;
  const labels = given ?? { run: podName };
  const container = containerOf(command, podName, image, [...words, ...rest], flags);
  const annotations = orAbsent(flags.annotations)?.map((text) => splitPair(command, 'annotations', text));
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata(podName, undefined, { labels, annotations: annotations && Object.fromEntries(annotations) }),
    spec: { containers: [container], dnsPolicy: 'ClusterFirst', restartPolicy: restartPolicy(command, flags) },
  };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(podName, undefined, { labels: given }),
    spec: { selector: labels, ports: [{ port: Number(port), protocol: 'TCP', targetPort: Number(port) }] },
  };
  const objects = [...(expose ? [service] : []), overridden(command, pod, flags)];
  return namespace === undefined ? objects : objects.map((object) => inNamespace(object, namespace));
});

function containerOf(
  command: string,
  name: string,
  image: string,
  words: readonly string[],
  flags: Flags,
): PlainObject {
  const { stdin = false, tty, port, privileged } = flags;
  return withoutAbsent({
    name,
    image,
    imagePullPolicy: flags['image-pull-policy'] || undefined,
    [flags.command ? 'command' : 'args']: orAbsent(words),
    ports: port === undefined ? undefined : [{ containerPort: Number(port) }],
    env: orAbsent(flags.env)?.map((text) => envVar(command, text)),
    securityContext: privileged ? { privileged } : undefined,
    stdin: stdin || undefined,
    stdinOnce: (stdin && !flags['leave-stdin-open']) || undefined,
    tty: tty || undefined,
  });
}

/** An empty value is left out, as it is the default. */
function envVar(command: string, text: string): PlainObject {
  const [name, value] = splitPair(command, 'env', text);
  return value === '' ? { name } : { name, value };
}

function restartPolicy(command: string, { restart, stdin }: Flags): string {
  if (restart === undefined) return 'Always';
  if (restart === '') return stdin ? 'OnFailure' : 'Always';
  if (['Always', 'Never', 'OnFailure'].includes(restart)) return restart;
  throw wrong(command, `--restart ${restart} is not known; give Always, OnFailure or Never.`);
}

function labelsOf(command: string, text: string): PlainObject {
  const pairs = text.split(',').map((part) => {
    const [key, value, ...more] = part.split('=');
    if (!key || value === undefined || more.length > 0)
      throw wrong(command, `--labels takes KEY=VALUE,KEY=VALUE, not '${part}'.`);
    return [key, value] as const;
  });
  return Object.fromEntries(pairs);
}

function overridden(
  command: string,
  pod: PlainObject,
  { overrides, 'override-type': type = 'merge' }: Flags,
): PlainObject {
  if (overrides === undefined || overrides === '') return pod;
  if (type !== 'merge')
    throw wrong(
      command,
      `--override-type ${type} is not done here; write the override as a merge, or change the chart.`,
    );
  try {
    return mergePatch(pod, JSON.parse(overrides)) as PlainObject;
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong(command, '--overrides is no JSON.');
    throw error;
  }
}

/** JSON Merge Patch, RFC 7396. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isPlainObject(patch)) return patch;
  const result: Record<string, unknown> = isPlainObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

function inNamespace(object: PlainObject, namespace: string): PlainObject {
  const { name, ...rest } = object.metadata as PlainObject;
  return { ...object, metadata: { name, namespace, ...rest } };
}
