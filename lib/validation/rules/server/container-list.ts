import type { Container, EphemeralContainer, PodSpec } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, required } from '../../finding';
import { defineRules, type Report } from '../../rule';

/** The containers of a pod taken together. */
export const containerListRules = defineRules([
  {
    id: 'require-container',
    summary: 'A pod has at least one container in spec.containers.',
    why: 'A pod of init containers alone would have nothing to run.',
    fix: 'Write a container with name and image in spec.containers.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainers',
    example: { bad: 'containers: []', good: 'containers: [{ name: app, image: registry.example/app:1.2.3 }]' },
    visit: {
      podSpec({ containers }, at, report) {
        if (!containers?.length) report(required(at.child('containers')));
      },
    },
  },
  {
    id: 'unique-container-name',
    summary: 'No two containers of a pod have the same name, whatever their lists.',
    why: 'A name stands for one container in logs, status and patches.',
    fix: 'Give each container, init container and ephemeral container a name of its own.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go validateContainers, validateInitContainers, validateEphemeralContainers',
    example: {
      bad: 'containers: [{ name: app, image: a }, { name: app, image: b }]',
      good: 'containers: [{ name: app, image: a }, { name: proxy, image: b }]',
    },
    visit: {
      podSpec(podSpec, at, report) {
        if (countContainers(podSpec) < 2) return;
        const apps = new Set<string>();
        reportTaken(podSpec.containers, apps, at.child('containers'), report);
        const inits = new Set(apps);
        reportTaken(podSpec.initContainers, inits, at.child('initContainers'), report, true);
        const all = withNames(withNames(new Set<string>(), podSpec.containers), podSpec.initContainers);
        reportTaken(podSpec.ephemeralContainers, all, at.child('ephemeralContainers'), report);
      },
    },
  },
]);

type Containers = readonly (Container | EphemeralContainer)[] | undefined;

function countContainers({ containers, initContainers, ephemeralContainers }: PodSpec): number {
  return (containers?.length ?? 0) + (initContainers?.length ?? 0) + (ephemeralContainers?.length ?? 0);
}

/** Among init containers alone, an empty name is not taken by an earlier empty one. */
function reportTaken(list: Containers, taken: Set<string>, at: FieldPath, report: Report, emptyIsFree = false): void {
  list?.forEach(({ name = '' }, index) => {
    if (taken.has(name)) report(duplicate(at.index(index).child('name'), name));
    else if (name !== '' || !emptyIsFree) taken.add(name);
  });
}

function withNames(names: Set<string>, list: Containers): Set<string> {
  list?.forEach(({ name = '' }) => {
    names.add(name);
  });
  return names;
}
