import type { Container, Probe } from '../../lib/kubernetes/generated/decoded';
import { constantChoices } from '../../lib/simulation/choices';
import { REDUCED_BACK_OFF } from '../../lib/simulation/kubelet/restart-back-off';
import type { ContainerLife } from '../../lib/simulation/pod-behaviour';
import { runPod } from './run-pod';

const httpGet = { path: '/healthz', port: 8080 };
const app = (more: Container = {}): Container => ({ name: 'app', image: 'app:1', ...more });
const liveness = (more: Probe = {}): Probe => ({ httpGet, ...more });
const failing: Partial<ContainerLife> = { answer: () => ({ after: 0, value: 500 }) };
const hanging: Partial<ContainerLife> = { answer: () => ({ after: Number.POSITIVE_INFINITY }) };
const failsFrom = (age: number): Partial<ContainerLife> => ({
  answer: (_, now) => ({ after: 0, value: now >= age ? 500 : 200 }),
});
const exits = (at: number, code: number): Partial<ContainerLife> => ({ exit: { at, code } });

describe('probes', () => {
  test('ticks come every period from the first sync on, whatever the pull takes', () => {
    const spec = { containers: [app({ livenessProbe: liveness({ periodSeconds: 10 }) })] };
    expect(runPod({ spec, seconds: 35 }).probes('liveness')).toEqual(['10.0 ok', '20.0 ok', '30.0 ok']);
    expect(runPod({ spec, seconds: 35, pullSeconds: 12 }).probes('liveness')).toEqual(['20.0 ok', '30.0 ok']);
  });

  test('the initial delay skips ticks and does not shift them', () => {
    const spec = { containers: [app({ livenessProbe: liveness({ initialDelaySeconds: 15, periodSeconds: 20 }) })] };
    expect(runPod({ spec, seconds: 50 }).probes('liveness')).toEqual(['20.0 ok', '40.0 ok']);
  });

  test('the fraction of the second in which a container starts decides about a tick at the delay', () => {
    const spec = { containers: [app({ livenessProbe: liveness({ initialDelaySeconds: 5, periodSeconds: 5 }) })] };
    const first = (clock: number) => {
      const choices = { next: (source: string) => (source === 'clock' ? clock : 0.5) };
      return runPod({ spec, seconds: 20, pullSeconds: 0.5, choices }).probes('liveness')[0];
    };
    expect(first(0.2)).toBe('5.0 ok');
    expect(first(0.7)).toBe('10.0 ok');
  });

  test('a probe longer than its period keeps one tick', () => {
    const spec = {
      containers: [app({ livenessProbe: liveness({ periodSeconds: 3, timeoutSeconds: 8, failureThreshold: 9 }) })],
    };
    expect(runPod({ spec, seconds: 30, lives: { app: hanging } }).probes('liveness')).toEqual([
      '11.0 failed',
      '19.0 failed',
      '27.0 failed',
    ]);
  });

  test('nothing else is probed before the startup probe succeeds, readiness at once after it', () => {
    const spec = {
      containers: [
        app({
          startupProbe: { httpGet, periodSeconds: 5, failureThreshold: 12 },
          livenessProbe: liveness({ periodSeconds: 7, failureThreshold: 1 }),
          readinessProbe: { httpGet, periodSeconds: 5 },
        }),
      ],
    };
    const run = runPod({
      spec,
      seconds: 44,
      lives: { app: { answer: (_, age) => ({ after: 0, value: age < 28 ? 503 : 200 }) } },
    });
    expect(run.probes('startup').at(-1)).toBe('30.0 ok');
    expect(run.probes('readiness')[0]).toBe('30.0 ok');
    expect(run.probes('liveness')).toEqual(['35.0 ok', '42.0 ok']);
    expect(run.happened(/exited/)).toEqual([]);
  });

  test('two failures of three and a success do nothing', () => {
    const spec = { containers: [app({ livenessProbe: liveness({ periodSeconds: 10 }) })] };
    const answer: ContainerLife['answer'] = (_, age) => ({ after: 0, value: age > 15 && age < 35 ? 500 : 200 });
    expect(runPod({ spec, seconds: 100, lives: { app: { answer } } }).happened(/kill/)).toEqual([]);
  });

  test.each<[string, Probe, Partial<ContainerLife>, boolean]>([
    ['an HTTP redirect', { httpGet }, { answer: () => ({ after: 0, value: 302 }) }, true],
    ['HTTP 399', { httpGet }, { answer: () => ({ after: 0, value: 399 }) }, true],
    ['HTTP 400', { httpGet }, { answer: () => ({ after: 0, value: 400 }) }, false],
    ['an HTTP answer after the timeout', { httpGet }, { answer: () => ({ after: 1.5 }) }, false],
    ['a refused connection', { httpGet }, { answer: () => ({ after: 0, refused: true }) }, false],
    ['a TCP connection to a process that hangs', { tcpSocket: { port: 8080 } }, hanging, true],
    [
      'a TCP connection that is refused',
      { tcpSocket: { port: 8080 } },
      { answer: () => ({ after: 0, refused: true }) },
      false,
    ],
    ['a gRPC service that serves', { grpc: { port: 8080 } }, {}, true],
    ['a gRPC service that does not', { grpc: { port: 8080 } }, { answer: () => ({ after: 0, value: 2 }) }, false],
    ['a command that exits with 1', { exec: { command: ['true'] } }, { answer: () => ({ after: 0, value: 1 }) }, false],
    ['a command that takes too long', { exec: { command: ['true'] } }, { answer: () => ({ after: 3 }) }, false],
  ])('%s', (_, probe, life, ok) => {
    const spec = { containers: [app({ livenessProbe: { ...probe, periodSeconds: 10 } })] };
    const [first] = runPod({ spec, seconds: 15, lives: { app: life } }).probes('liveness');
    expect(first?.endsWith('ok')).toBe(ok);
  });

  test('a port by its name is that of the container', () => {
    const asked: (number | undefined)[] = [];
    const answer: ContainerLife['answer'] = ({ port }) => {
      asked.push(port);
      return { after: 0 };
    };
    const container = app({
      ports: [{ name: 'http', containerPort: 9090 }],
      readinessProbe: { httpGet: { port: 'http' } },
    });
    runPod({ spec: { containers: [container] }, seconds: 5, lives: { app: { answer } } });
    expect(asked).toEqual([9090]);
  });
});

describe('readiness', () => {
  const spec = (more: Probe = {}) => ({
    containers: [app({ readinessProbe: { httpGet, periodSeconds: 5, ...more } })],
  });

  test('a healthy container is ready at once on 1.36, and without a probe as soon as it runs', () => {
    expect(runPod({ spec: spec(), seconds: 5 }).shown(/pod-ready/)).toEqual(['0.0 pod-ready']);
    expect(runPod({ spec: { containers: [app()] }, seconds: 5 }).shown(/pod-ready/)).toEqual(['0.0 pod-ready']);
  });

  test('an early trigger is lost on 1.28 and costs a period', () => {
    const lost = constantChoices(1);
    expect(runPod({ spec: spec(), seconds: 20, minor: 28, choices: lost }).shown(/pod-ready/)).toEqual([
      '5.0 pod-ready',
    ]);
  });

  test('readiness is lost by ticks only, and does not restart', () => {
    const run = runPod({ spec: spec({ failureThreshold: 3 }), seconds: 60, lives: { app: failsFrom(20.5) } });
    expect(run.shown(/pod-unready ContainersNotReady/).at(-1)).toBe('35.0 pod-unready ContainersNotReady');
    expect(run.happened(/exited/)).toEqual([]);
  });

  test('a readiness gate that nobody sets holds the pod back', () => {
    const gated = { ...spec(), readinessGates: [{ conditionType: 'example.com/ready' }] };
    const run = runPod({ spec: gated, seconds: 10 });
    expect(run.shown(/^\S+ app ready/)).toHaveLength(1);
    expect(run.shown(/pod-ready/)).toEqual([]);
  });
});

describe('kills', () => {
  const killed = (container: Container, life: Partial<ContainerLife>, grace?: number) =>
    runPod({
      spec: {
        containers: [app({ livenessProbe: liveness({ periodSeconds: 5, failureThreshold: 1 }), ...container })],
        ...(grace !== undefined && { terminationGracePeriodSeconds: grace }),
      },
      seconds: 70,
      lives: { app: ({ restart }) => (restart === 0 ? { ...failsFrom(7), ...life } : {}) },
    }).happened(/stop-signal|exited|app created 1|prestop/);

  test('the next life begins in the same sync', () => {
    expect(killed({}, {})).toEqual(['10.0 app stop-signal 0 30', '10.1 app exited 0 143 stop', '10.1 app created 1']);
  });

  test.each<[string, Container, number | undefined, string]>([
    ['30 s by default', {}, undefined, '40.0'],
    ['the grace of the pod', {}, 10, '20.0'],
    [
      'the grace of the probe',
      { livenessProbe: liveness({ periodSeconds: 5, failureThreshold: 1, terminationGracePeriodSeconds: 5 }) },
      60,
      '15.0',
    ],
    ['never less than 2 s', {}, 0, '12.0'],
  ])('a process that ignores SIGTERM: %s', (_, container, grace, end) => {
    expect(killed(container, { onTerm: 'ignored' }, grace)[1]).toBe(`${end} app exited 0 137 stop`);
  });

  const preStop = { lifecycle: { preStop: { exec: { command: ['drain'] } } } };
  const drains = (seconds: number): Partial<ContainerLife> => ({
    answer: ({ purpose }, age) => ({
      after: purpose === 'preStop' ? seconds : 0,
      ...(purpose === 'liveness' && { value: age >= 7 ? 500 : 200 }),
    }),
  });

  test('a preStop hook costs whole seconds of the grace', () => {
    expect(killed(preStop, drains(6))).toEqual([
      '10.0 app prestop-exec 6',
      '16.0 app stop-signal 0 24',
      '16.1 app exited 0 143 stop',
      '16.1 app created 1',
    ]);
  });

  test('a hook that takes the whole grace leaves 2 s', () => {
    expect(killed(preStop, { ...drains(20), onTerm: 'ignored' }, 10)).toEqual([
      '10.0 app prestop-exec 20',
      '20.0 app stop-signal 0 2',
      '22.0 app exited 0 137 stop',
      '22.0 app prestop-failed',
      '22.0 app created 1',
    ]);
  });

  test('a sleep hook sleeps', () => {
    expect(killed({ lifecycle: { preStop: { sleep: { seconds: 4 } } } }, {})[0]).toBe('14.0 app stop-signal 0 26');
  });

  test('restartPolicy Never: the rest of the pod is stopped, and it has failed', () => {
    const spec = {
      restartPolicy: 'Never',
      containers: [app({ startupProbe: { httpGet, periodSeconds: 5, failureThreshold: 2 } })],
    };
    const run = runPod({ spec, seconds: 30, lives: { app: failing } });
    expect(run.happened(/kill|created/)).toEqual(['0.0 sandbox-created', '0.0 app created 0', '10.0 app kill']);
    expect(run.machine.status().phase).toBe('Failed');
  });

  test('another container waits until a slow stop is over', () => {
    const spec = {
      containers: [
        { name: 'a', image: 'a:1' },
        app({ livenessProbe: liveness({ periodSeconds: 5, failureThreshold: 1 }) }),
      ],
    };
    const run = runPod({
      spec,
      seconds: 60,
      lives: {
        a: ({ restart }) => (restart === 0 ? exits(20, 1) : {}),
        app: ({ restart }) => (restart === 0 ? { ...failsFrom(12), onTerm: { after: 20, code: 0 } } : {}),
      },
    });
    const restarted = run.happened(/a created 1/)[0] ?? '';
    expect(Number.parseFloat(restarted)).toBeGreaterThanOrEqual(35);
    expect(Number.parseFloat(restarted)).toBeLessThan(36.5);
  });
});

describe('back-off', () => {
  const spec = { containers: [app()] };
  const starts = (run: ReturnType<typeof runPod>) =>
    run.happened(/created [1-9]/).map((line) => Number.parseFloat(line));
  const waits = (run: ReturnType<typeof runPod>) => {
    const ends = run.happened(/exited/).map((line) => Number.parseFloat(line));
    return starts(run).map((start, index) => start - (ends[index] ?? 0));
  };

  test('doubles from 10 s to 300 s, each up to half as long again but for the part beyond a minute', () => {
    const nominal = [10, 20, 40, 80, 160, 300, 300];
    for (const [value, most] of [
      [0, [12, 22, 42, 82, 162, 302, 302]],
      [1, [16, 31, 62, 112, 192, 332, 332]],
    ] as const) {
      const [first = 0, ...rest] = waits(
        runPod({ spec, seconds: 1500, lives: { app: exits(1, 1) }, choices: constantChoices(value) }),
      );
      expect(first).toBeLessThanOrEqual(1.1);
      for (const [index, wait] of rest.slice(0, 7).entries()) {
        expect(wait).toBeGreaterThanOrEqual(nominal[index] ?? 0);
        expect(wait).toBeLessThanOrEqual(most[index] ?? 0);
      }
    }
  });

  test('is looked at every 10 to 15 s on 1.28', () => {
    const [, second = 0] = waits(runPod({ spec, seconds: 60, minor: 28, lives: { app: exits(1, 1) } }));
    expect(second).toBeGreaterThanOrEqual(11);
    expect(second).toBeLessThanOrEqual(18);
  });

  test('is forgotten by a container that lived more than 10 minutes, not by one that lived 5', () => {
    const lives = (long: number) => ({ app: ({ restart }: { restart: number }) => exits(restart === 3 ? long : 2, 1) });
    const following = (long: number) => waits(runPod({ spec, seconds: 1200, lives: lives(long) })).slice(3, 5);
    const [soon = 0, short = 0] = following(660);
    expect(soon).toBeLessThan(1.1);
    expect(short).toBeLessThan(17);
    expect(following(300)[0]).toBeGreaterThan(40);
  });

  test('a success backs off too, under Always', () => {
    expect(waits(runPod({ spec, seconds: 60, lives: { app: exits(1, 0) } }))[1]).toBeGreaterThan(10);
  });

  test("a curve of one's own: 1 s doubled up to 60 s", () => {
    const run = runPod({
      spec,
      seconds: 600,
      lives: { app: exits(1, 1) },
      backOff: REDUCED_BACK_OFF,
      choices: constantChoices(0),
    });
    const [, second = 0, third = 0] = waits(run);
    expect(second).toBeLessThanOrEqual(3);
    expect(third).toBeLessThanOrEqual(4);
    expect(Math.max(...waits(run))).toBeLessThanOrEqual(62);
  });

  test('kills of a probe look at the life before: the third one waits', () => {
    const probed = {
      containers: [app({ livenessProbe: liveness({ initialDelaySeconds: 5, periodSeconds: 5, failureThreshold: 1 }) })],
    };
    const run = runPod({ spec: probed, seconds: 34, lives: { app: failing } });
    expect(starts(run).slice(0, 2)).toEqual([5.1, 10.1]);
    expect(starts(run)[2]).toBeGreaterThan(26);
    expect(run.shown(/CrashLoopBackOff/)).toEqual(['15.6 app waiting CrashLoopBackOff 10s']);
  });
});

describe('phases', () => {
  test.each<[string, Container['restartPolicy'], number, string]>([
    ['Never and 0', 'Never', 0, 'Succeeded'],
    ['Never and 1', 'Never', 1, 'Failed'],
    ['OnFailure and 0', 'OnFailure', 0, 'Succeeded'],
    ['OnFailure and 1', 'OnFailure', 1, 'Running'],
    ['Always and 0', 'Always', 0, 'Running'],
  ])('%s', (_, restartPolicy, code, phase) => {
    const run = runPod({ spec: { restartPolicy, containers: [app()] }, seconds: 10, lives: { app: exits(5, code) } });
    expect(run.machine.status().phase).toBe(phase);
  });

  test('the API server shows the end one listing later than the kubelet knows it', () => {
    const spec = { restartPolicy: 'Never', containers: [app()] };
    const end = (standalone: boolean) =>
      runPod({ spec, seconds: 20, standalone, lives: { app: exits(5, 0) } }).shown(/phase Succeeded/)[0];
    expect(Number.parseFloat(end(true) ?? '')).toBeLessThan(6.1);
    expect(Number.parseFloat(end(false) ?? '')).toBeGreaterThan(6.1);
  });

  test('a policy of the container wins over that of the pod', () => {
    const spec = {
      restartPolicy: 'Always',
      containers: [app(), { name: 'once', image: 'once:1', restartPolicy: 'Never' }],
    };
    const run = runPod({ spec, seconds: 60, lives: { once: exits(5, 1) } });
    expect(run.happened(/once created/)).toEqual(['0.0 once created 0']);
    expect(run.machine.status().phase).toBe('Running');
  });

  test('a rule for an exit code restarts in spite of Never', () => {
    const rules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }];
    const container = { restartPolicy: 'Never', restartPolicyRules: rules };
    const run = (code: number) =>
      runPod({
        spec: { restartPolicy: 'Never', containers: [app(container)] },
        seconds: 10,
        lives: { app: exits(2, code) },
      });
    expect(run(42).happened(/created 1/)).toHaveLength(1);
    expect(run(1).happened(/created 1/)).toHaveLength(0);
  });
});

describe('init containers and sidecars', () => {
  const sidecar = { name: 'side', image: 'side:1', restartPolicy: 'Always' };

  test('init containers run one after the other, then the app', () => {
    const spec = {
      initContainers: [
        { name: 'one', image: 'one:1' },
        { name: 'two', image: 'two:1' },
      ],
      containers: [app()],
    };
    const run = runPod({ spec, seconds: 30, lives: { one: exits(5, 0), two: exits(8, 0) } });
    const [one, two, main] = run.happened(/(one|two|app) created/).map((line) => Number.parseFloat(line));
    expect(one).toBe(0);
    expect(two).toBeGreaterThan(5);
    expect(two).toBeLessThanOrEqual(6.1);
    expect((main ?? 0) - (two ?? 0)).toBeGreaterThan(8);
    expect(run.shown(/phase/)).toEqual(['0.0 phase Pending', expect.stringContaining('phase Running')]);
  });

  test('a failing init container is tried again and again, and fails the pod under Never', () => {
    const spec = (restartPolicy: string) => ({
      restartPolicy,
      initContainers: [{ name: 'one', image: 'one:1' }],
      containers: [app()],
    });
    const lives = { one: exits(1, 1) };
    const always = runPod({ spec: spec('Always'), seconds: 100, lives });
    expect(always.happened(/one created/).length).toBeGreaterThan(3);
    expect(always.machine.status().phase).toBe('Pending');
    const never = runPod({ spec: spec('Never'), seconds: 10, lives });
    expect(never.machine.status().phase).toBe('Failed');
    expect(never.happened(/app created/)).toEqual([]);
  });

  test('the app waits for the startup probe of a sidecar, not for its readiness', () => {
    const probed = {
      ...sidecar,
      startupProbe: { httpGet, periodSeconds: 2, failureThreshold: 30 },
      readinessProbe: { httpGet, periodSeconds: 2 },
    };
    const answer: ContainerLife['answer'] = ({ purpose }, age) => ({
      after: 0,
      value: purpose === 'startup' && age > 12 ? 200 : 503,
    });
    const run = runPod({
      spec: { initContainers: [probed], containers: [app()] },
      seconds: 40,
      lives: { side: { answer } },
    });
    expect(run.happened(/app created/)).toEqual(['14.0 app created 0']);
    expect(run.shown(/pod-ready/)).toEqual([]);
  });

  test('a sidecar that ends is restarted, and the app is left alone', () => {
    const run = runPod({
      spec: { initContainers: [sidecar], containers: [app()] },
      seconds: 60,
      lives: { side: exits(20, 1) },
    });
    expect(run.happened(/side created/).length).toBeGreaterThan(2);
    expect(run.happened(/app (created|exited)/)).toEqual(['0.0 app created 0']);
  });

  test('sidecars are stopped when the app is done', () => {
    const spec = { restartPolicy: 'Never', initContainers: [sidecar], containers: [app()] };
    const run = runPod({ spec, seconds: 40, lives: { app: exits(20, 0), side: { onTerm: { after: 1, code: 0 } } } });
    expect(run.happened(/side kill/)).toHaveLength(1);
    expect(run.machine.status().phase).toBe('Succeeded');
  });

  test('deletion stops the app, then the sidecars in reverse order, within one grace', () => {
    const spec = { initContainers: [sidecar, { ...sidecar, name: 'last' }], containers: [app()] };
    const slow: Partial<ContainerLife> = { onTerm: { after: 3, code: 0 } };
    const run = runPod({ spec, seconds: 60, deleteAt: 10, lives: { app: slow, last: slow, side: slow } });
    expect(run.happened(/exited|stop-signal/)).toEqual([
      '10.0 app stop-signal 0 30',
      '13.0 app exited 0 0 stop',
      '13.0 last stop-signal 0 27',
      '16.0 last exited 0 0 stop',
      '16.0 side stop-signal 0 24',
      '19.0 side exited 0 0 stop',
    ]);
  });

  test('an app that uses the grace up leaves 2 s to all sidecars', () => {
    const spec = {
      terminationGracePeriodSeconds: 10,
      initContainers: [sidecar, { ...sidecar, name: 'last' }],
      containers: [app()],
    };
    const stubborn: Partial<ContainerLife> = { onTerm: 'ignored' };
    const run = runPod({ spec, seconds: 60, deleteAt: 10, lives: { app: stubborn, last: stubborn, side: stubborn } });
    expect(run.happened(/exited/)).toEqual([
      '20.0 app exited 0 137 stop',
      '22.0 side exited 0 137 stop',
      '22.0 last exited 0 137 stop',
    ]);
  });
});

describe('deletion', () => {
  const spec = {
    containers: [
      app({
        livenessProbe: liveness({ periodSeconds: 5, failureThreshold: 1 }),
        readinessProbe: { httpGet, periodSeconds: 5, failureThreshold: 1 },
      }),
    ],
  };

  test('liveness stops, readiness goes on and is lost, the pod is gone after its containers', () => {
    const run = runPod({ spec, seconds: 60, deleteAt: 11, lives: { app: { ...failsFrom(13), onTerm: 'ignored' } } });
    expect(run.happened(/stop-signal|exited|probe-kill/)).toEqual([
      '11.0 app stop-signal 0 30',
      '41.0 app exited 0 137 stop',
    ]);
    expect(run.shown(/pod-unready ContainersNotReady/).at(-1)).toBe('15.0 pod-unready ContainersNotReady');
    expect(run.machine.isGone()).toBe(true);
    const gone = run.events.find(({ type }) => type === 'gone')?.at ?? 0;
    expect(gone).toBeGreaterThan(41);
    expect(gone).toBeLessThan(42.2);
  });

  test('a healthy pod stays ready until its containers end', () => {
    const run = runPod({ spec, seconds: 60, deleteAt: 11, lives: { app: { onTerm: { after: 8, code: 0 } } } });
    expect(run.shown(/pod-unready PodCompleted/)).toEqual(['19.0 pod-unready PodCompleted']);
  });

  test('the grace of the deletion wins; it does not shorten a kill that has begun', () => {
    expect(
      runPod({ spec, seconds: 60, deleteAt: 11, deleteGrace: 5, lives: { app: { onTerm: 'ignored' } } }).happened(
        /exited/,
      ),
    ).toEqual(['16.0 app exited 0 137 stop']);
    const during = runPod({
      spec,
      seconds: 60,
      deleteAt: 20,
      deleteGrace: 5,
      lives: { app: { ...failsFrom(13), onTerm: 'ignored' } },
    });
    expect(during.happened(/exited|app created/)).toEqual([
      '0.0 app created 0',
      '45.0 app exited 0 137 stop',
      '45.0 app created 1',
      '50.0 app exited 1 137 stop',
    ]);
  });

  test('a pod in back-off is deleted at once', () => {
    const run = runPod({ spec: { containers: [app()] }, seconds: 40, deleteAt: 20, lives: { app: exits(1, 1) } });
    expect(run.happened(/sandbox-stopped/)[0]).toMatch(/^20\./);
    expect(run.machine.status().phase).toBe('Failed');
  });
});

describe('postStart', () => {
  const hooked = { lifecycle: { postStart: { exec: { command: ['init'] } } } };

  test('keeps the container waiting while it runs', () => {
    const life: Partial<ContainerLife> = { answer: ({ purpose }) => ({ after: purpose === 'postStart' ? 5 : 0 }) };
    const run = runPod({ spec: { containers: [app(hooked)] }, seconds: 10, lives: { app: life } });
    expect(run.shown(/waiting|running/)).toEqual(['0.0 app waiting ContainerCreating', '5.0 app running']);
  });

  test('kills the container when it fails', () => {
    const life: Partial<ContainerLife> = {
      answer: ({ purpose }) => ({ after: 0, value: purpose === 'postStart' ? 1 : 0 }),
    };
    const run = runPod({ spec: { containers: [app(hooked)] }, seconds: 30, lives: { app: life } });
    expect(run.events.some((event) => event.type === 'event' && event.reason === 'FailedPostStartHook')).toBe(true);
    expect(run.shown(/PostStartHookError/).length).toBeGreaterThan(0);
    expect(run.happened(/exited/).length).toBeGreaterThan(1);
  });
});

test('the same choices give the same run', () => {
  const spec = { containers: [app({ livenessProbe: liveness({ periodSeconds: 5, failureThreshold: 1 }) })] };
  const run = () => runPod({ spec, seconds: 600, lives: { app: failing } });
  expect(run().events).toEqual(run().events);
});
