import { isUtf8 } from 'node:buffer';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { PlainObject } from '../plain-object';
import { type FlagSpecs, wrong } from './flags';
import { KEY_FLAGS, keysOf } from './key-sources';
import { goJson, nameHash } from './name-hash';
import { type KubectlCommand, kubectlCommand, metadata, nameOf, withoutAbsent } from './object-parts';

type Data = Readonly<Record<string, string>>;

/** `kubectl create configmap`. Follows kubectl pkg/cmd/create/create_configmap.go. */
export const createConfigMap = kubectlCommand(KEY_FLAGS, (command, { flags, operands }, files) => {
  const given = nameOf(command, operands);
  const keys = [...keysOf(command, flags, files)];
  const texts = keys.filter(([, content]) => isUtf8(content)).map(([key, content]) => [key, content.toString('utf8')]);
  const bytes = keys
    .filter(([, content]) => !isUtf8(content))
    .map(([key, content]) => [key, content.toString('base64')]);
  const data = sorted(Object.fromEntries(texts));
  const binaryData = sorted(Object.fromEntries(bytes));
  const hashed = {
    ...(bytes.length > 0 && { binaryData }),
    data,
    kind: 'ConfigMap',
    name: given,
  };
  return [
    withoutAbsent({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata(flags['append-hash'] ? `${given}-${nameHash(hashed)}` : given, flags.namespace),
      data: texts.length > 0 ? data : undefined,
      binaryData: bytes.length > 0 ? binaryData : undefined,
    }),
  ];
});

const HASH = { 'append-hash': { type: 'boolean' } } as const satisfies FlagSpecs;

/** `kubectl create secret ...`, by type. Follows kubectl pkg/cmd/create/create_secret*.go. */
export const createSecret: Readonly<Record<string, KubectlCommand>> = {
  generic: kubectlCommand({ ...KEY_FLAGS, type: { type: 'string' } }, (command, { flags, operands }, files) => {
    const keys = [...keysOf(command, flags, files)];
    const data = Object.fromEntries(keys.map(([key, content]) => [key, content.toString('base64')]));
    return [secret(nameOf(command, operands), flags, flags.type || undefined, data)];
  }),
  tls: kubectlCommand(
    { ...HASH, cert: { type: 'string' }, key: { type: 'string' } },
    (command, { flags, operands }, files) => {
      const { cert, key } = flags;
      if (!cert || !key) throw wrong(command, '--cert and --key are required.');
      const [certificate, privateKey] = [files.read(cert), files.read(key)];
      if (!belongTogether(certificate, privateKey))
        throw wrong(command, `${cert} and ${key} are no certificate and its key.`);
      const data = { 'tls.crt': certificate.toString('base64'), 'tls.key': privateKey.toString('base64') };
      return [secret(nameOf(command, operands), flags, 'kubernetes.io/tls', data)];
    },
  ),
  'docker-registry': kubectlCommand(
    {
      ...HASH,
      'docker-email': { type: 'string' },
      'docker-password': { type: 'string' },
      'docker-server': { type: 'string' },
      'docker-username': { type: 'string' },
      'from-file': { type: 'list' },
    },
    (command, { flags, operands }, files) => {
      const { 'docker-username': username, 'docker-password': password, 'docker-email': email } = flags;
      const { 'docker-server': server = 'https://index.docker.io/v1/', 'from-file': sources = [] } = flags;
      const name = nameOf(command, operands);
      const type = 'kubernetes.io/dockerconfigjson';
      if (sources.length > 0) {
        const keys = [...keysOf(command, { 'from-file': sources }, files)];
        const content = keys.find(([key]) => key === '.dockerconfigjson')?.[1] ?? keys[0]?.[1] ?? Buffer.from('');
        return [secret(name, flags, type, { '.dockerconfigjson': content.toString('base64') })];
      }
      if (!username || !password) throw wrong(command, '--docker-username and --docker-password are required.');
      const auth = Buffer.from(`${username}:${password}`).toString('base64');
      const login = withoutAbsent({ username, password, email: email || undefined, auth });
      const config = goJson({ auths: { [server]: login } });
      return [secret(name, flags, type, { '.dockerconfigjson': Buffer.from(config).toString('base64') })];
    },
  ),
};

function secret(
  name: string,
  flags: { readonly namespace?: string; readonly 'append-hash'?: boolean },
  type: string | undefined,
  keys: Data,
): PlainObject {
  const data = sorted(keys);
  const hasKeys = Object.keys(data).length > 0;
  const hashed = { data, kind: 'Secret', name, type: type ?? '' };
  return withoutAbsent({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata(flags['append-hash'] ? `${name}-${nameHash(hashed)}` : name, flags.namespace),
    type,
    data: hasKeys ? data : undefined,
  });
}

function sorted(data: Data): Data {
  return Object.fromEntries(Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function belongTogether(certificate: Buffer, key: Buffer): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}
