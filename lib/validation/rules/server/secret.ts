import { decodeBase64 } from '../../../kubernetes/base64';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const ACCOUNT = 'kubernetes.io/service-account.name';
/** The keys without which a Secret of the type is refused. */
const REQUIRED_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['kubernetes.io/dockercfg', ['.dockercfg']],
  ['kubernetes.io/dockerconfigjson', ['.dockerconfigjson']],
  ['kubernetes.io/ssh-auth', ['ssh-privatekey']],
  ['kubernetes.io/tls', ['tls.crt', 'tls.key']],
]);
const LOGIN_KEYS = ['username', 'password'];
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go ValidateSecret';

/** What the types of Secrets that Kubernetes knows ask for; `stringData` counts as data. */
export const secretRules = defineRules([
  {
    id: 'require-secret-key',
    summary: 'A Secret of a type that Kubernetes knows has the keys of that type.',
    why: 'Whoever uses the Secret looks for these keys.',
    fix: 'Add the key, or leave type out for a Secret of any content.',
    source: SOURCE,
    example: {
      bad: 'type: kubernetes.io/tls\nstringData: { tls.crt: PEM }',
      good: 'type: kubernetes.io/tls\nstringData: { tls.crt: PEM, tls.key: PEM }',
    },
    visit: {
      Secret({ type = '', data = {} }, at, report) {
        for (const key of REQUIRED_KEYS.get(type) ?? []) {
          const filled = key === 'ssh-privatekey' ? Boolean(data[key]?.length) : Object.hasOwn(data, key);
          if (!filled) report(required(at.child('data').key(key)));
        }
        if (type !== 'kubernetes.io/basic-auth' || LOGIN_KEYS.some((key) => Object.hasOwn(data, key))) return;
        for (const key of LOGIN_KEYS) report(required(at.child('data').key(key), 'username or password is needed'));
      },
    },
  },
  {
    id: 'valid-docker-config',
    summary: 'The credentials for an image registry are a JSON object.',
    why: 'The kubelet reads them as docker writes them.',
    fix: 'Put the contents of ~/.docker/config.json into stringData, or encode them to base64 once.',
    source: SOURCE,
    example: {
      bad: 'type: kubernetes.io/dockerconfigjson\nstringData: { .dockerconfigjson: token }',
      good: `type: kubernetes.io/dockerconfigjson\nstringData: { .dockerconfigjson: '{"auths":{}}' }`,
    },
    visit: {
      Secret({ type = '', data = {} }, at, report) {
        if (type !== 'kubernetes.io/dockercfg' && type !== 'kubernetes.io/dockerconfigjson') return;
        for (const key of REQUIRED_KEYS.get(type) ?? []) {
          const value = data[key];
          if (value === undefined || isJsonObject(decodeBase64(value))) continue;
          report(invalid(at.child('data').key(key), undefined, 'must hold a JSON object'));
        }
      },
    },
  },
  {
    id: 'require-service-account-name',
    summary: 'A token Secret names its ServiceAccount in an annotation.',
    why: 'The token is made for that account.',
    fix: `Add the annotation ${ACCOUNT}.`,
    source: SOURCE,
    example: {
      bad: 'type: kubernetes.io/service-account-token',
      good: `type: kubernetes.io/service-account-token\nmetadata: { name: web, annotations: { ${ACCOUNT}: web } }`,
    },
    visit: {
      Secret({ type, metadata }, at, report) {
        if (type !== 'kubernetes.io/service-account-token' || metadata?.annotations?.[ACCOUNT]) return;
        report(required(at.down('metadata', 'annotations').key(ACCOUNT)));
      },
    },
  },
]);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Whether bytes are what Go reads into a map: a JSON object, or null. Follows encoding/json Unmarshal. */
function isJsonObject(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
