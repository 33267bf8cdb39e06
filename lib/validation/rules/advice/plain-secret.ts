import type { ConfigMap } from '../../../kubernetes/generated/decoded';
import { podWithContainer } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice } from '../../finding';

/** A name whose value is a secret, letter case and `_`, `-`, `.` aside. */
const NAME =
  /(password|passwd|passphrase|pwd|secret|apikey|accesskey|secretkey|privatekey|authtoken|accesstoken|credentials?|token)$/;
/** Values that are no secret, whatever the name says: switches, numbers, paths, places for a value. */
const HARMLESS = /^(|true|false|yes|no|on|off|none|null|enabled|disabled|\d+[smhd]?|\/.*|\$\(.*|\$\{.*|\{\{.*|<.*>)$/is;
/** The name of a Secret rather than its content: `web-tls`. */
const OBJECT_NAME = /^[a-z]+(-[a-z]+)+$/;
/** Values that are secrets, whatever the name says, with what they are. */
const SECRETS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, 'a private key'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:(?!\$|\{|<)[^\s/@]+@/i, 'a URL with a password'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'an access key of AWS'],
  [/\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{50})/, 'a token of GitHub'],
  [/\bglpat-[\w-]{20}/, 'a token of GitLab'],
  [/\bxox[abprs]-[\w-]{10}/, 'a token of Slack'],
  [/\bsk_live_\w{16}/, 'a key of Stripe'],
];
/** What one of these has in any case. */
const MARKS = /-----BEGIN|:\/\/|AKIA|gh[pousr]_|github_pat_|glpat-|xox|sk_live_/;
/** Longer texts are files, of which no more is read. */
const LONGEST_TEXT = 20_000;

const ENV = {
  typescript: "env: { PASSWORD: { secretKeyRef: { name: 'web', key: 'password' } } }",
  yaml: 'env:\n  - name: PASSWORD\n    valueFrom:\n      secretKeyRef:\n        name: web\n        key: password',
};

/** Secrets that stand where everybody reads them. */
export const plainSecretAdvice = defineAdvice([
  {
    id: 'no-plain-secret',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'No environment variable and no ConfigMap holds what looks like a secret in plain text.',
    why: 'Whoever may read the pod, the ConfigMap or the repository has it; it stays in the history of all of them.',
    fix: 'Keep it in a Secret that is not committed, and refer to it by secretKeyRef.',
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
    seeAlso: [
      'kube-linter env-var-secret',
      'kube-linter read-secret-from-env-var',
      'Polaris sensitiveContainerEnvVar',
      'Polaris sensitiveConfigmapContent',
    ],
    example: {
      bad: podWithContainer('env:\n  - name: DB_PASSWORD\n    value: hunter2'),
      good: podWithContainer(
        'env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef:\n        name: db\n        key: password',
      ),
    },
    visit: {
      envVar({ name = '', value }, at, report) {
        const what = secretIn(name, value);
        if (what) report(advice(at.child('value'), `${name} is ${what} in plain text`, { change: ENV }));
      },
      ConfigMap({ data }: ConfigMap, _at, report) {
        for (const [key, value] of Object.entries(data ?? {})) {
          const what = secretIn(key, value);
          if (what) report(advice(FieldPath.root.child('data').key(key), `${key} holds ${what} in plain text`));
        }
      },
    },
  },
]);

/** What kind of secret a value seems to be; never the value. */
function secretIn(name: string, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  const text = value.length > LONGEST_TEXT ? value.slice(0, LONGEST_TEXT) : value;
  if (MARKS.test(text)) for (const [pattern, what] of SECRETS) if (pattern.test(text)) return what;
  const isOneLine = text.length < 200 && !text.includes('\n');
  if (!isOneLine || !NAME.test(name.toLowerCase().replace(/[_.-]/g, '')) || HARMLESS.test(text.trim()))
    return undefined;
  if (name.toLowerCase().endsWith('secret') && OBJECT_NAME.test(text)) return undefined;
  return 'what looks like a secret';
}
