import { timelineText } from '../../lib/picture/timeline-text';
import { simulate } from '../../lib/simulation/scenario/simulate';
import { deployment, pod } from '../simulation/scenario/workloads';

const lines = (text: string, start: string) => text.split('\n').filter((line) => line.trim().startsWith(start));

test('a track shows starting, serving, hanging and the end of the process', () => {
  const text = timelineText(simulate(pod(), { slowStart: 20, hang: 120, duration: 300 }));
  const [podTrack, containerTrack] = lines(text, 'web');
  expect(podTrack).toMatch(/^web +─+━+─+━+$/);
  expect(containerTrack).toMatch(/^ {2}web +▒+█+\?+×▒+█+$/);
  expect(lines(text, 'liveness')[0]).toMatch(/x.*'.*x.*'/);
  expect(text).toMatch(/^Pod\/web {2}slow-start=20s hang=2m {2}5m, Kubernetes 1\.36$/m);
  expect(text).toMatch(/^serves after 20\.\ds · 1 restart · 1 outage, the longest 4\d\.\ds$/m);
  expect(text).toMatch(/^ +121\.0s {2}web +liveness probe fails 3 times in 20s: Get "http:/m);
});

test('a crash loop shows its back-off', () => {
  expect(lines(timelineText(simulate(pod(), { exit: {} })), 'web')[1]).toMatch(/~~~~~~~~~~/);
});

test('it is as wide as the terminal', () => {
  const timeline = simulate(pod(), { hang: 60 });
  for (const columns of [60, 100, 160]) {
    const tracks = lines(timelineText(timeline, { columns }), 'web').slice(0, 2);
    expect(tracks.map((line) => line.length)).toEqual([columns, columns]);
  }
});

test('colours only where they are asked for', () => {
  const timeline = simulate(pod(), { hang: 60 });
  expect(timelineText(timeline)).not.toContain('\u001b[');
  expect(timelineText(timeline, { colour: true })).toContain('\u001b[34m');
});

test('controllers and users have their lines among those of the pods', () => {
  const text = timelineText(simulate(deployment({ replicas: 2 }), { steps: [{ step: 'scale', at: 60, replicas: 3 }] }));
  expect(text).toMatch(/60\.0s {2}user +scale to 3/);
  expect(text).toMatch(/ReplicaSet\/web-r1 +scaled from 2 to 3/);
  expect(text).toMatch(/web-r1-3 +created/);
});
