import { dnsSubdomain, maskTrailingDash } from '../../../kubernetes/formats';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { envNameFaults } from './env-var';

const REFERENCES = ['configMapRef', 'secretRef'] as const;

/** A ConfigMap or Secret whose keys become environment variables. */
export const envFromSourceRules = defineRules([
  {
    id: 'valid-env-from-source',
    summary: 'Every item of envFrom has exactly one of configMapRef and secretRef.',
    why: 'The variables of an item come from one object.',
    fix: 'Write an item for each ConfigMap and each Secret.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateEnvFrom',
    example: { bad: 'prefix: APP_', good: 'prefix: APP_\nconfigMapRef: { name: app }' },
    visit: {
      envFromSource({ configMapRef, secretRef }, at, report, { containerAt }) {
        if ((configMapRef === undefined) !== (secretRef === undefined)) return;
        const field = containerAt.child('envFrom');
        if (configMapRef) report(invalid(field, '', 'may not have more than one source', { place: at }));
        else {
          const fix = 'Write one of the two, or remove the item.';
          report(invalid(field, '', 'must specify configMapRef or secretRef', { place: at, fix }));
        }
      },
    },
  },
  {
    id: 'valid-env-from-prefix',
    summary: 'The prefix of an item of envFrom could itself be the name of an environment variable.',
    why: 'The prefix is put before every key; the name ends at the first = when a process starts.',
    fix: 'Write the prefix with letters, digits and _, beginning with a letter.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateEnvFrom, IsEnvVarName, IsRelaxedEnvVarName',
    example: {
      bad: 'prefix: APP=\nconfigMapRef: { name: app }',
      good: 'prefix: APP_\nconfigMapRef: { name: app }',
    },
    visit: {
      envFromSource({ prefix }, at, report, { minor }) {
        if (!prefix) return;
        for (const reason of envNameFaults(prefix, minor)) report(invalid(at.child('prefix'), prefix, reason));
      },
    },
  },
  {
    id: 'valid-env-from-name',
    summary: 'configMapRef and secretRef name an object: a DNS subdomain.',
    why: 'No ConfigMap and no Secret can have another name.',
    fix: 'Write the name of the ConfigMap or Secret.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go validateConfigMapEnvSource, validateSecretEnvSource, with the name as a prefix',
    example: { bad: 'configMapRef: { name: App_Config }', good: 'configMapRef: { name: app-config }' },
    visit: {
      envFromSource(source, at, report) {
        for (const reference of REFERENCES) {
          const name = source[reference]?.name;
          if (source[reference] === undefined) continue;
          if (!name) report(required(at.down(reference, 'name')));
          else
            for (const reason of dnsSubdomain(maskTrailingDash(name)))
              report(invalid(at.down(reference, 'name'), name, reason));
        }
      },
    },
  },
]);
