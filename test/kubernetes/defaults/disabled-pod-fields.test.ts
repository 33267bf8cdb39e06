import { defaultedContainer, defaultedInitContainer, defaultedPodSpec } from './defaulted';

type Body = Record<string, unknown>;

const claims = [{ name: 'gpu' }];
const sleep = { sleep: { seconds: 1 } };
const mounts = [{ name: 'v', mountPath: '/v', readOnly: true, recursiveReadOnly: 'Enabled' }];
const term = { topologyKey: 'zone', labelSelector: {}, matchLabelKeys: ['a'], mismatchLabelKeys: ['b'] };
const antiAffinity = {
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [term],
    preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }],
  },
};
const bareTerm = { topologyKey: 'zone', labelSelector: {} };
const bareAntiAffinity = {
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [bareTerm],
    preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: bareTerm }],
  },
};
const fileKeyRef = { volumeName: 'v', path: 'p', key: 'k', optional: false };
const rules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }];
const resizePolicy = [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }];

describe('dropDisabledPodFields, in a container', () => {
  test.each<[string, number, Body, Body | undefined, number, Body]>([
    ['resizePolicy', 32, { resizePolicy }, undefined, 33, { resizePolicy }],
    ['resources.claims', 33, { resources: { claims } }, { resources: {} }, 34, { resources: { claims } }],
    [
      'procMount',
      32,
      { securityContext: { procMount: 'Unmasked' } },
      { securityContext: { procMount: 'Default' } },
      33,
      { securityContext: { procMount: 'Unmasked' } },
    ],
    [
      'lifecycle.sleep',
      29,
      { lifecycle: { preStop: sleep, postStart: sleep } },
      { lifecycle: { preStop: {}, postStart: {} } },
      30,
      { lifecycle: { preStop: sleep, postStart: sleep } },
    ],
    [
      'recursiveReadOnly',
      30,
      { volumeMounts: mounts },
      { volumeMounts: [{ name: 'v', mountPath: '/v', readOnly: true }] },
      31,
      { volumeMounts: mounts },
    ],
    [
      'fileKeyRef',
      34,
      { env: [{ name: 'A', valueFrom: { fileKeyRef } }] },
      { env: [{ name: 'A', valueFrom: {} }] },
      35,
      { env: [{ name: 'A', valueFrom: { fileKeyRef } }] },
    ],
    ['restartPolicy', 34, { restartPolicy: 'Never' }, undefined, 35, { restartPolicy: 'Never' }],
    [
      'restartPolicy, which is refused in 1.33 and so kept',
      34,
      { restartPolicy: 'Never' },
      undefined,
      33,
      { restartPolicy: 'Never' },
    ],
    ['restartPolicyRules', 34, { restartPolicyRules: rules }, undefined, 35, { restartPolicyRules: rules }],
  ])('%s: dropped in 1.%i', (_, off, written, dropped, on, kept) => {
    const bare = defaultedContainer({}, {}, off);
    expect(defaultedContainer(written, {}, off)).toEqual({ ...bare, ...dropped });
    expect(defaultedContainer(written, {}, on)).toEqual({ ...bare, ...kept });
  });

  test.each<[string, Body, Body | undefined]>([
    ['goes with a lifecycle that held nothing else', { stopSignal: 'SIGTERM' }, undefined],
    ['leaves a hook', { stopSignal: 'SIGTERM', preStop: { exec: {} } }, { preStop: { exec: {} } }],
  ])('stopSignal: %s', (_, lifecycle, expected) => {
    expect(defaultedContainer({ lifecycle }, { os: { name: 'linux' } }).lifecycle).toEqual(expected);
  });
});

describe('dropDisabledPodFields, in an init container', () => {
  test.each<[number, string, string | undefined]>([
    [28, 'Always', undefined],
    [28, 'nonsense', undefined],
    [29, 'Always', 'Always'],
    [33, 'OnFailure', 'OnFailure'],
    [34, 'OnFailure', undefined],
    [34, 'Always', 'Always'],
    [35, 'OnFailure', 'OnFailure'],
  ])('1.%i takes restartPolicy %s as %s', (minor, restartPolicy, expected) => {
    expect(defaultedInitContainer({ restartPolicy }, minor).restartPolicy).toBe(expected);
  });

  test('drops restart rules in 1.34', () => {
    const sidecar = { restartPolicy: 'Always', restartPolicyRules: rules };
    expect(defaultedInitContainer(sidecar, 34)).not.toHaveProperty('restartPolicyRules');
    expect(defaultedInitContainer(sidecar, 35)).toHaveProperty('restartPolicyRules', rules);
  });
});

describe('dropDisabledPodFields, in the spec', () => {
  test.each<[string, number, Body, Body, number]>([
    ['hostUsers', 32, { hostUsers: false }, {}, 33],
    [
      'supplementalGroupsPolicy',
      32,
      { securityContext: { supplementalGroupsPolicy: 'Strict' } },
      { securityContext: {} },
      33,
    ],
    ['seLinuxChangePolicy', 32, { securityContext: { seLinuxChangePolicy: 'Recursive' } }, { securityContext: {} }, 33],
    ['resourceClaims', 33, { resourceClaims: [{ name: 'gpu', resourceClaimName: 'gpu' }] }, {}, 34],
    ['resources', 33, { resources: { requests: { cpu: '1' } } }, {}, 34],
    ['hostnameOverride', 34, { hostnameOverride: 'a' }, {}, 35],
    ['matchLabelKeys in affinity', 30, { affinity: antiAffinity }, { affinity: bareAntiAffinity }, 31],
    [
      'sources that are off by default',
      36,
      { volumes: [{ name: 'v', projected: { defaultMode: 0, sources: [{ clusterTrustBundle: { path: 'p' } }] } }] },
      { volumes: [{ name: 'v', projected: { defaultMode: 0, sources: [{}] } }] },
      99,
    ],
    ['workloadRef', 35, { workloadRef: { name: 'w', podGroup: 'g' } }, {}, 99],
    ['schedulingGroup', 36, { schedulingGroup: { podGroupName: 'g' } }, {}, 99],
  ])('%s: dropped in 1.%i', (_, off, written, dropped, on) => {
    expect(defaultedPodSpec(written, off)).toEqual({ ...defaultedPodSpec({}, off), ...dropped });
    if (on < 99) expect(defaultedPodSpec(written, on)).toEqual({ ...defaultedPodSpec({}, on), ...written });
  });

  test('an image volume goes with its mounts until 1.34', () => {
    const volumes = [
      { name: 'i', image: { reference: 'data:1' } },
      { name: 'e', emptyDir: {} },
    ];
    const volumeMounts = [
      { name: 'i', mountPath: '/i' },
      { name: 'e', mountPath: '/e' },
    ];
    const containers = [{ name: 'app', image: 'app:1', volumeMounts }];
    const [off, on] = [34, 35].map((minor) =>
      defaultedPodSpec({ volumes, containers, initContainers: containers }, minor),
    );
    expect(off?.volumes).toEqual([{ name: 'e', emptyDir: {} }]);
    expect(off?.containers).toMatchObject([{ volumeMounts: [{ name: 'e' }] }]);
    expect(off?.initContainers).toMatchObject([{ volumeMounts: [{ name: 'e' }] }]);
    expect(on?.volumes).toMatchObject([{ image: { pullPolicy: 'IfNotPresent' } }, {}]);
    expect(on?.containers).toMatchObject([{ volumeMounts }]);
  });
});
