import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MINORS } from '../../../lib/kubernetes/version';
import { adviceCatalogue } from '../../../lib/validation/rules/advice-catalogue';
import { findRule } from '../../../lib/validation/rules/catalogue';
import { validate } from '../../../lib/validation/validate';
import { deployment, pod, podTemplate } from '../manifests';

/** What `restricted` asks for, which every pod of the table has unless it says otherwise. */
const podContext = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
const context = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

const container = (fields: object = {}) => ({ name: 'app', image: 'a:1', securityContext: context, ...fields });
const contained = (securityContext: object, spec: object = {}) => ({
  securityContext: podContext,
  ...spec,
  containers: [container({ securityContext: { ...context, ...securityContext } })],
});
const podded = (securityContext: object, spec: object = {}) => ({
  containers: [container()],
  ...spec,
  securityContext: { ...podContext, ...securityContext },
});
const withVolume = (source: object) => ({ ...podded({}), volumes: [{ name: 'data', ...source }] });
const withSidecar = (fields: object) => ({
  ...podded({}),
  initContainers: [{ ...container(), name: 'side', restartPolicy: 'Always', ...fields }],
});
const sysctl = (name: string) => podded({ sysctls: [{ name, value: '1' }] });
const bare = { name: 'app', image: 'a:1' };

const ALWAYS = MINORS;
const NEVER: readonly number[] = [];
const from = (since: number) => MINORS.filter((minor) => minor >= since);
const until = (last: number) => MINORS.filter((minor) => minor <= last);

/** For each pod spec the minors in which a namespace that enforces baseline, and restricted, refuses it. */
const CASES: Record<string, readonly [spec: object, baseline: readonly number[], restricted: readonly number[]]> = {
  'all that restricted asks for': [podded({}), NEVER, NEVER],
  'nothing said': [{ containers: [bare] }, NEVER, ALWAYS],
  // hostNamespaces, hostPorts, hostPathVolumes, privileged
  hostNetwork: [podded({}, { hostNetwork: true }), ALWAYS, ALWAYS],
  hostPID: [podded({}, { hostPID: true }), ALWAYS, ALWAYS],
  hostIPC: [podded({}, { hostIPC: true }), ALWAYS, ALWAYS],
  'a host port': [
    { ...podded({}), containers: [container({ ports: [{ containerPort: 80, hostPort: 80 }] })] },
    ALWAYS,
    ALWAYS,
  ],
  'a port in the network of the node': [
    { ...podded({}, { hostNetwork: true }), containers: [container({ ports: [{ containerPort: 80 }] })] },
    ALWAYS,
    ALWAYS,
  ],
  hostPath: [withVolume({ hostPath: { path: '/srv' } }), ALWAYS, ALWAYS],
  privileged: [contained({ privileged: true, allowPrivilegeEscalation: undefined }), ALWAYS, ALWAYS],
  // capabilities_baseline, capabilities_restricted
  'a capability of the default set': [contained({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } }), NEVER, ALWAYS],
  'a capability beyond it': [contained({ capabilities: { drop: ['ALL'], add: ['NET_RAW'] } }), ALWAYS, ALWAYS],
  NET_BIND_SERVICE: [contained({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }), NEVER, NEVER],
  'nothing dropped': [contained({ capabilities: undefined }), NEVER, ALWAYS],
  'all dropped in small letters': [contained({ capabilities: { drop: ['all'] } }), NEVER, ALWAYS],
  'all dropped, but not in a sidecar': [
    withSidecar({ securityContext: { allowPrivilegeEscalation: false } }),
    NEVER,
    ALWAYS,
  ],
  // allowPrivilegeEscalation
  'escalation unsaid': [contained({ allowPrivilegeEscalation: undefined }), NEVER, ALWAYS],
  'escalation allowed': [contained({ allowPrivilegeEscalation: true }), NEVER, ALWAYS],
  'CAP_SYS_ADMIN, which goes with no false': [
    contained({ allowPrivilegeEscalation: undefined, capabilities: { drop: ['ALL'], add: ['CAP_SYS_ADMIN'] } }),
    ALWAYS,
    ALWAYS,
  ],
  // runAsNonRoot, runAsUser
  'runAsNonRoot unsaid': [podded({ runAsNonRoot: undefined }), NEVER, ALWAYS],
  'runAsNonRoot of each container': [
    {
      ...podded({ runAsNonRoot: undefined }),
      containers: [container({ securityContext: { ...context, runAsNonRoot: true } })],
    },
    NEVER,
    NEVER,
  ],
  'runAsNonRoot: false of the pod, true of each container': [
    {
      ...podded({ runAsNonRoot: false }),
      containers: [container({ securityContext: { ...context, runAsNonRoot: true } })],
    },
    NEVER,
    ALWAYS,
  ],
  'a user instead of runAsNonRoot': [podded({ runAsNonRoot: undefined, runAsUser: 1000 }), NEVER, ALWAYS],
  'user 0 of the pod': [podded({ runAsUser: 0 }), NEVER, ALWAYS],
  'user 0 of the pod, another of each container': [
    { ...podded({ runAsUser: 0 }), containers: [container({ securityContext: { ...context, runAsUser: 1000 } })] },
    NEVER,
    ALWAYS,
  ],
  'user 0 of a container': [contained({ runAsUser: 0 }), NEVER, ALWAYS],
  'user 0 among users of its own': [podded({ runAsUser: 0 }, { hostUsers: false }), NEVER, until(34)],
  'runAsNonRoot unsaid among users of its own': [
    podded({ runAsNonRoot: undefined }, { hostUsers: false }),
    NEVER,
    until(34),
  ],
  // seccompProfile_baseline, seccompProfile_restricted
  'seccomp unsaid': [podded({ seccompProfile: undefined }), NEVER, ALWAYS],
  'seccomp of each container': [
    {
      ...podded({ seccompProfile: undefined }),
      containers: [container({ securityContext: { ...context, seccompProfile: { type: 'RuntimeDefault' } } })],
    },
    NEVER,
    NEVER,
  ],
  'seccomp Unconfined': [podded({ seccompProfile: { type: 'Unconfined' } }), ALWAYS, ALWAYS],
  'seccomp Unconfined in a container': [contained({ seccompProfile: { type: 'Unconfined' } }), ALWAYS, ALWAYS],
  'seccomp Localhost': [podded({ seccompProfile: { type: 'Localhost', localhostProfile: 'a.json' } }), NEVER, NEVER],
  // appArmorProfile, whose fields appear in 1.30, seLinuxOptions
  'AppArmor RuntimeDefault': [podded({ appArmorProfile: { type: 'RuntimeDefault' } }), NEVER, NEVER],
  'AppArmor Unconfined': [podded({ appArmorProfile: { type: 'Unconfined' } }), from(30), from(30)],
  'a type of SELinux': [podded({ seLinuxOptions: { type: 'container_init_t' } }), NEVER, NEVER],
  'a type of container engines': [podded({ seLinuxOptions: { type: 'container_engine_t' } }), until(30), until(30)],
  'another type of SELinux': [contained({ seLinuxOptions: { type: 'spc_t' } }), ALWAYS, ALWAYS],
  'a user of SELinux': [podded({ seLinuxOptions: { user: 'root' } }), ALWAYS, ALWAYS],
  'a role of SELinux': [podded({ seLinuxOptions: { role: 'r' } }), ALWAYS, ALWAYS],
  // sysctls
  'a safe sysctl': [sysctl('net.ipv4.ip_local_port_range'), NEVER, NEVER],
  'a sysctl that is safe since 1.27': [sysctl('net.ipv4.ip_local_reserved_ports'), NEVER, NEVER],
  'a sysctl that is safe since 1.29': [sysctl('net.ipv4.tcp_keepalive_intvl'), until(28), until(28)],
  'a sysctl that is safe since 1.32': [sysctl('net.ipv4.tcp_wmem'), until(31), until(31)],
  'a sysctl that is not safe': [sysctl('net.core.somaxconn'), ALWAYS, ALWAYS],
  // procMount, which the server drops before 1.33
  'all of /proc among users of its own': [
    contained({ procMount: 'Unmasked' }, { hostUsers: false }),
    [33, 34],
    from(33),
  ],
  // hostProbesAndHostLifecycle
  'the host of a probe': [
    { ...podded({}), containers: [container({ livenessProbe: { tcpSocket: { host: 'a', port: 80 } } })] },
    from(34),
    from(34),
  ],
  'the host of a hook': [
    { ...podded({}), containers: [container({ lifecycle: { postStart: { httpGet: { host: 'a', port: 80 } } } })] },
    from(34),
    from(34),
  ],
  // windowsHostProcess, and what Windows pods are spared
  'a Windows pod': [
    { os: { name: 'windows' }, securityContext: { runAsNonRoot: true }, containers: [bare] },
    NEVER,
    NEVER,
  ],
  'a Windows pod that may be the administrator': [{ os: { name: 'windows' }, containers: [bare] }, NEVER, ALWAYS],
  hostProcess: [
    {
      os: { name: 'windows' },
      hostNetwork: true,
      securityContext: {
        runAsNonRoot: true,
        windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' },
      },
      containers: [bare],
    },
    ALWAYS,
    ALWAYS,
  ],
  // restrictedVolumes
  'a claim': [withVolume({ persistentVolumeClaim: { claimName: 'a' } }), NEVER, NEVER],
  NFS: [withVolume({ nfs: { server: 'a', path: '/' } }), NEVER, ALWAYS],
  'an ephemeral claim': [
    withVolume({
      ephemeral: {
        volumeClaimTemplate: {
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      },
    }),
    NEVER,
    NEVER,
  ],
};

function refusedIn(manifest: object, profile: 'baseline' | 'restricted'): number[] {
  return MINORS.filter((minor) => {
    const found = validate([structuredClone(manifest)], { kubeVersion: `1.${minor}`, profile });
    const errors = found.filter(({ severity }) => severity === 'error');
    // A field that a version does not know yet keeps the pod out of it, whatever the level.
    expect(errors.filter(({ reason }) => reason !== 'UnknownField')).toEqual([]);
    return errors.length === 0 && found.length > 0;
  });
}

describe.each(Object.entries(CASES))('%s', (_name, [spec, baseline, restricted]) => {
  test('is refused where the level refuses it', () => {
    expect([refusedIn(pod({ ...spec }), 'baseline'), refusedIn(pod({ ...spec }), 'restricted')]).toEqual([
      [...baseline],
      [...restricted],
    ]);
  });
});

test('the pods of a Deployment are asked the same', () => {
  const template = podTemplate({ ...podded({}, { hostPID: true }) });
  expect(refusedIn(deployment({ template }), 'restricted')).toEqual([...ALWAYS]);
});

test('restricted has all of baseline, and so has what is recommended, but for what only some need', () => {
  const idsOf = (profile: 'recommended' | 'baseline' | 'restricted') =>
    adviceCatalogue.filter(({ profiles }) => (profiles as readonly string[]).includes(profile)).map(({ id }) => id);
  const missing = (profile: 'recommended' | 'restricted') =>
    idsOf('baseline').filter((id) => !idsOf(profile).includes(id));
  expect(missing('restricted')).toEqual([]);
  expect(missing('recommended')).toEqual(['no-unmasked-proc']);
});

test('docs/pod-security.md has a row for each rule of the levels, at the first level that has it', () => {
  const text = readFileSync(join(__dirname, '../../../docs/pod-security.md'), 'utf8');
  const rows = [...text.matchAll(/^\| \w[^|]*\| ((?:`[a-z-]+`(?:, )?)+) \| (baseline|restricted) \|/gm)];
  const documented = new Map<string, string>();
  for (const [, rules = '', level = ''] of rows) {
    for (const [, id = ''] of rules.matchAll(/`([a-z-]+)`/g)) if (!documented.has(id)) documented.set(id, level);
  }
  const levelOf = (profiles: readonly string[]) => (profiles.includes('baseline') ? 'baseline' : 'restricted');
  const rulesOfLevels = adviceCatalogue.filter(({ profiles }) =>
    (profiles as readonly string[]).includes('restricted'),
  );
  expect([...documented].sort()).toEqual(rulesOfLevels.map(({ id, profiles }) => [id, levelOf(profiles)]).sort());
  const servers = [...text.matchAll(/^\| [^|]*kube-linter[^|]*\| (.*) \|$/gm)].flatMap(
    ([, cell = '']) => cell.match(/[a-z-]{5,}/g) ?? [],
  );
  expect(servers.map((id) => [id, findRule(id)?.severity ?? 'error'])).toEqual(servers.map((id) => [id, 'error']));
  expect(servers.filter((id) => !findRule(id))).toEqual([]);
});
