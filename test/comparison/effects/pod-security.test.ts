import { deployment, effectsBetween, object, template } from '../versions';

type Json = Record<string, unknown>;

const pod = 'spec.template.spec';

test.each<[string, Json, Json, string[]]>([
  ['the network of the node', {}, { hostNetwork: true }, [`${pod}.hostNetwork: pods use the network of the node`]],
  ['the processes of the node', {}, { hostPID: true }, [`${pod}.hostPID: pods see the processes of the node`]],
  [
    'the memory of the node',
    {},
    { hostIPC: true },
    [`${pod}.hostIPC: pods share memory with the processes of the node`],
  ],
  [
    'a folder of the node',
    {},
    { volumes: [{ name: 'a', hostPath: { path: '/var' } }] },
    [`${pod}.volumes[name=a]: volume a is /var of the node`],
  ],
  [
    'another folder of the node',
    { volumes: [{ name: 'a', hostPath: { path: '/var' } }] },
    { volumes: [{ name: 'a', hostPath: { path: '/' } }] },
    [`${pod}.volumes[name=a]: volume a is / of the node`],
  ],
  [
    'a kernel parameter',
    {},
    { securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } },
    [`${pod}.securityContext.sysctls: pods set the kernel parameter kernel.msgmax`],
  ],
  [
    'the users of the node',
    { hostUsers: false },
    {},
    [`${pod}.hostUsers: the users of the containers are users of the node`],
  ],
  [
    'a token',
    { automountServiceAccountToken: false },
    {},
    [`${pod}.automountServiceAccountToken: containers get the token of the service account`],
  ],
  ['nothing that was there before', { hostNetwork: true }, { hostNetwork: true, hostPID: false, nodeName: 'a' }, []],
  ['nothing that is taken away', { hostNetwork: true }, {}, []],
])('pods get %s', (_name, before, after, expected) => {
  expect(effectsBetween('loosens-security', deployment({}, {}, before), deployment({}, {}, after))).toEqual(expected);
});

test('a new pod loosens by what it may do, not by what it leaves out', () => {
  const after = object('Pod', template({ securityContext: { privileged: true } }, { hostNetwork: true }));
  expect(effectsBetween('loosens-security', undefined, after)).toEqual([
    'spec.hostNetwork: pods use the network of the node',
    'spec.containers[name=app].securityContext.privileged: container app is privileged',
  ]);
});
