import { duplicate, invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const RESOURCES = ['cpu', 'memory'];
const POLICIES = ['NotRequired', 'RestartContainer'];
/** The first minor that looks at the resize policies of init containers. */
const INIT_CHECKED_SINCE = 36;

/** What happens to a container whose resources are changed while it runs. */
export const containerResizePolicyRules = defineRules([
  {
    id: 'valid-resize-policy',
    summary: 'A resize policy names cpu or memory, and NotRequired or RestartContainer.',
    why: 'No other resource can be changed while a container runs.',
    fix: 'Write resourceName cpu or memory, and restartPolicy NotRequired or RestartContainer.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateResizePolicy',
    since: 33,
    example: {
      bad: 'resizePolicy: [{ resourceName: storage, restartPolicy: NotRequired }]',
      good: 'resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }]',
    },
    visit: {
      container({ resizePolicy }, at, report) {
        resizePolicy?.forEach(({ resourceName, restartPolicy }, index) => {
          const field = at.child('resizePolicy');
          const nameAt = field.index(index).child('resourceName');
          const policyAt = field.index(index).child('restartPolicy');
          if (!resourceName) report(required(field, 'resourceName must be set', { place: nameAt }));
          else if (!RESOURCES.includes(resourceName))
            report(
              notSupported(field, resourceName, RESOURCES, { place: nameAt, ...didYouMean(resourceName, RESOURCES) }),
            );
          if (!restartPolicy) report(required(field, 'restartPolicy must be set', { place: policyAt }));
          else if (!POLICIES.includes(restartPolicy))
            report(
              notSupported(field, restartPolicy, POLICIES, { place: policyAt, ...didYouMean(restartPolicy, POLICIES) }),
            );
        });
      },
    },
  },
  {
    id: 'unique-resize-policy',
    summary: 'A container has one resize policy for each resource.',
    why: 'Of two policies only one can hold.',
    fix: 'Keep one of them.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateResizePolicy',
    since: 33,
    example: {
      bad: 'resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }, { resourceName: cpu, restartPolicy: RestartContainer }]',
      good: 'resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }, { resourceName: memory, restartPolicy: RestartContainer }]',
    },
    visit: {
      container({ resizePolicy }, at, report) {
        if (resizePolicy === undefined || resizePolicy.length < 2) return;
        const seen = new Set<string>();
        resizePolicy.forEach(({ resourceName = '' }, index) => {
          if (seen.has(resourceName)) report(duplicate(at.child('resizePolicy').index(index), resourceName));
          seen.add(resourceName);
        });
      },
    },
  },
  {
    id: 'no-resize-restart',
    summary: 'A container that is not restarted is not restarted to resize it either.',
    why: 'An init container, and every container of a pod with restartPolicy: Never, runs once.',
    fix: 'Write restartPolicy: NotRequired in the resize policy.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateResizePolicy, validateInitContainers',
    since: 33,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { restartPolicy: Never, containers: [{ name: app, image: a, resizePolicy: [{ resourceName: cpu, restartPolicy: RestartContainer }] }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { restartPolicy: Never, containers: [{ name: app, image: a, resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }] }] }',
    },
    visit: {
      container({ resizePolicy }, at, report, { role, podSpec, minor }) {
        resizePolicy?.forEach(({ restartPolicy = '' }, index) => {
          const field = at.child('resizePolicy');
          const place = field.index(index).child('restartPolicy');
          if (podSpec.restartPolicy === 'Never' && restartPolicy !== 'NotRequired')
            report(
              invalid(field, restartPolicy, 'must be NotRequired when the pod has restartPolicy: Never', { place }),
            );
          if (role === 'init' && minor >= INIT_CHECKED_SINCE && restartPolicy === 'RestartContainer')
            report(invalid(place, restartPolicy, 'must not be RestartContainer for an init container'));
        });
      },
    },
  },
]);
