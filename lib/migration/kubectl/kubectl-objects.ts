import { suggest } from '../../kubernetes/suggest';
import { MigrationError } from '../migration-error';
import type { PlainObject } from '../plain-object';
import { createClusterRoleBinding, createRoleBinding } from './create-binding';
import { createConfigMap, createSecret } from './create-config';
import { createIngress } from './create-ingress';
import {
  createNamespace,
  createPodDisruptionBudget,
  createPriorityClass,
  createQuota,
  createServiceAccount,
} from './create-policy';
import { createClusterRole, createRole } from './create-role';
import { createService } from './create-service';
import { createCronJob, createDeployment, createJob } from './create-workload';
import { parseFlags } from './flags';
import type { KubectlCommand, KubectlFiles } from './object-parts';
import { run } from './run';

/** A command, or the commands below a word, of which one may be an alias of another. */
type Commands = { readonly [word: string]: KubectlCommand | Commands | string };

/** The commands that make objects out of their words. */
const COMMANDS: Commands = {
  run,
  create: {
    clusterrole: createClusterRole,
    clusterrolebinding: createClusterRoleBinding,
    cm: 'configmap',
    configmap: createConfigMap,
    cronjob: createCronJob,
    cj: 'cronjob',
    dep: 'deployment',
    deploy: 'deployment',
    deployment: createDeployment,
    ing: 'ingress',
    ingress: createIngress,
    job: createJob,
    namespace: createNamespace,
    ns: 'namespace',
    pc: 'priorityclass',
    pdb: 'poddisruptionbudget',
    poddisruptionbudget: createPodDisruptionBudget,
    priorityclass: createPriorityClass,
    quota: createQuota,
    resourcequota: 'quota',
    role: createRole,
    rolebinding: createRoleBinding,
    sa: 'serviceaccount',
    secret: createSecret,
    service: createService,
    serviceaccount: createServiceAccount,
    svc: 'service',
  },
};

/** What to do instead of commands that make no object of their words alone. */
const INSTEAD: Readonly<Record<string, string>> = {
  apply: 'give the files themselves: `podwright migrate FILE...`.',
  autoscale: 'it needs the object in the cluster; write a HorizontalPodAutoscaler, and migrate that.',
  expose: 'it reads the object from the cluster; use `kubectl create service`, or write a Service beside its workload.',
  get: 'pipe what it prints: `kubectl get ... -o yaml | podwright migrate -`.',
  patch: 'change the code of the object instead.',
  scale: 'a number of replicas is part of its workload: change `replicas` there.',
  set: 'change the code of the object instead.',
};

const BARE_POD =
  'a bare Pod cannot be scaled, nor is it created again when its node goes away. Write a Deployment: `kubectl create deployment NAME --image=IMAGE --replicas=NUMBER`.';

/**
 * The objects that a command of kubectl would make with `--dry-run=client -o yaml`, without what is empty in them.
 *
 * @param words The words of the command, `kubectl` first.
 * @param files Reads the files that it names.
 * @throws MigrationError `ERR_KUBECTL` when kubectl would refuse the command, or it makes no object of its words alone
 */
export function kubectlObjects(words: readonly string[], files: KubectlFiles): PlainObject[] {
  const rest = [...words];
  let command = rest.shift() ?? '';
  let commands: Commands = COMMANDS;
  for (;;) {
    const word = rest.shift();
    const found = commandOf(commands, word, command, rest);
    command += ` ${word}`;
    if (isCommand(found)) return found.make(command, parseFlags(command, rest, found.flags), files);
    commands = found;
  }
}

function commandOf(commands: Commands, word: string | undefined, command: string, rest: readonly string[]) {
  const known = word !== undefined && Object.hasOwn(commands, word) ? commands[word] : undefined;
  const found = typeof known === 'string' ? commands[known] : known;
  if (found !== undefined && typeof found !== 'string') return found;
  throw new MigrationError(
    'ERR_KUBECTL',
    `${command}${word === undefined ? '' : ` ${word}`}: ${explain(commands, word, rest)}`,
  );
}

function explain(commands: Commands, word: string | undefined, rest: readonly string[]): string {
  if (commands === COMMANDS && word === 'scale' && rest.some((next) => /^(po|pods?)(\/|$)/i.test(next)))
    return BARE_POD;
  if (commands === COMMANDS && word !== undefined && INSTEAD[word] !== undefined) return INSTEAD[word];
  if (commands === COMMANDS.create && word?.startsWith('-')) return INSTEAD.apply ?? '';
  const names = Object.keys(commands).filter((name) => typeof commands[name] !== 'string');
  const meant = word === undefined ? undefined : suggest(word, names);
  return meant ? `there is no such command; did you mean ${meant}?` : `give one of ${names.join(', ')}.`;
}

function isCommand(found: KubectlCommand | Commands): found is KubectlCommand {
  return typeof (found as KubectlCommand).make === 'function';
}
