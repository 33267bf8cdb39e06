import { describeEvents, eventTable } from '../../lib/simulation/describe-events';
import type { PodEvent } from '../../lib/simulation/pod-event';

const event = (at: number, reason: string, message: string, severity: 'Normal' | 'Warning' = 'Normal'): PodEvent => ({
  at,
  type: 'event',
  severity,
  reason,
  message,
  container: 'app',
});

const events: PodEvent[] = [
  event(0, 'Scheduled', 'Successfully assigned default/echo to node-1'),
  { at: 1, type: 'started', container: 'app', restart: 0 },
  event(5, 'Unhealthy', 'Liveness probe failed', 'Warning'),
  event(10, 'Unhealthy', 'Liveness probe failed', 'Warning'),
  event(10, 'Killing', 'Container app failed liveness probe, will be restarted'),
  event(15, 'Unhealthy', 'Liveness probe failed', 'Warning'),
];

test('equal Events are one row with a count, the latest comes last, other happenings are left out', () => {
  expect(describeEvents(events, 45).map(({ reason, age, from }) => `${reason} ${age} ${from}`)).toEqual([
    'Scheduled 45s default-scheduler',
    'Killing 35s kubelet',
    'Unhealthy 30s (x3 over 40s) kubelet',
  ]);
});

test('Events of the future are not known', () => {
  expect(describeEvents(events, 7).map(({ reason, age }) => `${reason} ${age}`)).toEqual([
    'Scheduled 7s',
    'Unhealthy 2s',
  ]);
});

test('the table is that of kubectl', () => {
  expect(eventTable([])).toEqual(['Events:  <none>']);
  expect(eventTable(describeEvents(events, 7))).toEqual([
    'Events:',
    '  Type     Reason     Age   From               Message',
    '  ----     ------     ----  ----               -------',
    '  Normal   Scheduled  7s    default-scheduler  Successfully assigned default/echo to node-1',
    '  Warning  Unhealthy  2s    kubelet            Liveness probe failed',
  ]);
});
