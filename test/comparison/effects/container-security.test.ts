import { deployment, effectsBetween } from '../versions';

type Json = Record<string, unknown>;

const app = 'spec.template.spec.containers[name=app]';
const context = (securityContext: Json) => deployment({}, { securityContext });
const nonRoot = { runAsNonRoot: true };

test.each<[string, Json, Json, string[]]>([
  ['privileged', context({}), context({ privileged: true }), ['privileged: container app is privileged']],
  [
    'a capability',
    context({ capabilities: { add: ['CHOWN'] } }),
    context({ capabilities: { add: ['CHOWN', 'NET_ADMIN'] } }),
    ['capabilities.add: container app has the capability NET_ADMIN'],
  ],
  [
    'root',
    context({ runAsUser: 1 }),
    context({ runAsUser: 0 }),
    ['runAsUser: container app runs as root', 'runAsNonRoot: container app may run as root'],
  ],
  [
    'all of /proc',
    context({}),
    deployment({}, { securityContext: { procMount: 'Unmasked' } }, { hostUsers: false }),
    ['procMount: container app sees all of /proc'],
  ],
  [
    'any system call',
    context({}),
    context({ seccompProfile: { type: 'Unconfined' } }),
    ['seccompProfile: container app may make any system call (seccomp Unconfined)'],
  ],
  [
    'no AppArmor',
    context({}),
    context({ appArmorProfile: { type: 'Unconfined' } }),
    ['appArmorProfile: container app is not confined by AppArmor'],
  ],
  [
    'a Windows node',
    context({}),
    context({ windowsOptions: { hostProcess: true } }),
    ['windowsOptions.hostProcess: container app is a process of its Windows node'],
  ],
  [
    'privilege escalation',
    context({ allowPrivilegeEscalation: false }),
    context({}),
    ['allowPrivilegeEscalation: container app may gain privileges'],
  ],
  [
    'a writable root',
    context({ readOnlyRootFilesystem: true }),
    context({}),
    ['readOnlyRootFilesystem: container app may write to its root file system'],
  ],
  [
    'capabilities that were dropped',
    context({ capabilities: { drop: ['ALL'] } }),
    context({}),
    ['capabilities.drop: container app no longer drops the capability ALL'],
  ],
  ['perhaps root', context(nonRoot), context({}), ['runAsNonRoot: container app may run as root']],
  [
    'perhaps root, by its pod',
    deployment({}, {}, { securityContext: nonRoot }),
    deployment(),
    ['runAsNonRoot: container app may run as root'],
  ],
  [
    'no seccomp profile',
    context({ seccompProfile: { type: 'RuntimeDefault' } }),
    context({}),
    ['seccompProfile: container app is no longer confined by a seccomp profile'],
  ],
  [
    'no AppArmor profile',
    context({ appArmorProfile: { type: 'RuntimeDefault' } }),
    context({}),
    ['appArmorProfile: container app no longer asks for an AppArmor profile'],
  ],
])('a container gets %s', (_name, before, after, expected) => {
  const effects = effectsBetween('loosens-security', before, after);
  expect(effects.map((effect) => effect.replace(`${app}.securityContext.`, ''))).toEqual(expected);
});

test('a port of the node', () => {
  const ports = [{ containerPort: 80, hostPort: 8080 }];
  expect(effectsBetween('loosens-security', deployment(), deployment({}, { ports }))).toEqual([
    `${app}.ports: container app listens on port 8080 of the node`,
  ]);
});

test.each<[string, Json, Json]>([
  ['a protection moves to the pod', context(nonRoot), deployment({}, {}, { securityContext: nonRoot })],
  ['another user that is not root', context({ runAsUser: 1 }), context({ runAsUser: 2 })],
  ['the protected container goes', deployment({}, { name: 'old', securityContext: nonRoot }), deployment()],
  ['a protection is new', context({}), context({ allowPrivilegeEscalation: false })],
])('nothing is loosened when %s', (_name, before, after) => {
  expect(effectsBetween('loosens-security', before, after)).toEqual([]);
});
