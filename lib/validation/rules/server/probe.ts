import { forbidden, invalid } from '../../finding';
import { defineRules } from '../../rule';

const TIMINGS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

/** The timing of a probe, and where probes may be; what a probe does is a handler. */
export const probeRules = defineRules([
  {
    id: 'no-init-container-probe',
    summary: 'An init container that is not a sidecar has no probes.',
    why: 'It is expected to end by itself; there is nothing to watch while it runs.',
    fix: 'Remove the probe, or make the container a sidecar with restartPolicy: Always.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateInitContainers',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], initContainers: [{ name: init, image: b, livenessProbe: { exec: { command: ["true"] } } }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], initContainers: [{ name: init, image: b }] }',
    },
    visit: {
      container(container, at, report, { role }) {
        if (role !== 'init') return;
        const detail = 'may not be set for init containers without restartPolicy: Always';
        if (container.livenessProbe) report(forbidden(at.child('livenessProbe'), detail));
        if (container.readinessProbe) report(forbidden(at.child('readinessProbe'), detail));
        if (container.startupProbe) report(forbidden(at.child('startupProbe'), detail));
      },
    },
  },
  {
    id: 'valid-probe-timing',
    summary: 'The times and thresholds of a probe are not negative.',
    why: 'They count seconds and results.',
    fix: 'Write a number of zero or more, or leave the field out for its default.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateProbe',
    example: {
      bad: 'tcpSocket: { port: 8080 }\nperiodSeconds: -1',
      good: 'tcpSocket: { port: 8080 }\nperiodSeconds: 5',
    },
    visit: {
      probe(probe, at, report) {
        for (const name of TIMINGS) {
          const value = probe[name] ?? 0;
          if (value < 0) report(invalid(at.child(name), value, 'must not be negative'));
        }
      },
    },
  },
  {
    id: 'valid-probe-success-threshold',
    summary: 'A liveness or startup probe succeeds after exactly one success.',
    why: 'The kubelet restarts on failure only; a second success has nothing to decide.',
    fix: 'Leave successThreshold out, or set it to 1.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateLivenessProbe, validateStartupProbe',
    example: { bad: 'tcpSocket: { port: 8080 }\nsuccessThreshold: 2', good: 'tcpSocket: { port: 8080 }' },
    visit: {
      probe({ successThreshold = 1 }, at, report, { name }) {
        if (name !== 'readinessProbe' && successThreshold !== 1)
          report(invalid(at.child('successThreshold'), successThreshold, 'must be 1'));
      },
    },
  },
  {
    id: 'valid-probe-termination-grace-period',
    summary: 'The grace period of a liveness or startup probe is above zero.',
    why: 'It replaces that of the pod when the probe ends the container.',
    fix: 'Write the seconds that the container gets to stop, or leave the field out for those of the pod.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateProbe',
    example: {
      bad: 'tcpSocket: { port: 8080 }\nterminationGracePeriodSeconds: 0',
      good: 'tcpSocket: { port: 8080 }\nterminationGracePeriodSeconds: 10',
    },
    visit: {
      probe({ terminationGracePeriodSeconds: seconds }, at, report) {
        if (seconds !== undefined && seconds <= 0)
          report(invalid(at.child('terminationGracePeriodSeconds'), seconds, 'must be greater than 0'));
      },
    },
  },
  {
    id: 'no-readiness-termination-grace-period',
    summary: 'A readiness probe has no grace period of its own.',
    why: 'Its failure takes the pod out of service and ends nothing.',
    fix: 'Remove terminationGracePeriodSeconds.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateReadinessProbe',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a, readinessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 5 } }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a, readinessProbe: { tcpSocket: { port: 80 } } }] }',
    },
    visit: {
      probe({ terminationGracePeriodSeconds: seconds }, at, report, { name }) {
        if (name === 'readinessProbe' && seconds !== undefined)
          report(invalid(at.child('terminationGracePeriodSeconds'), seconds, 'must not be set for a readinessProbe'));
      },
    },
  },
]);
