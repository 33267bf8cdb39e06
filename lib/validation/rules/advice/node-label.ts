import { podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import type { FieldPath } from '../../field-path';
import { advice, type Finding } from '../../finding';
import type { Report } from '../../rule';

/** Labels of nodes that have another name now. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
]);

/** The labels of nodes by which pods choose them. */
export const nodeLabelAdvice = defineAdvice([
  {
    id: 'no-deprecated-node-label',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'A pod chooses its nodes by labels that are not deprecated.',
    why: 'Newer nodes may not have the label, and then the pod stays Pending.',
    fix: 'Use the label that took its place.',
    source: 'k8s.io/component-helpers node/util; kubernetes pkg/api/node/util.go GetNodeLabelDeprecatedMessage',
    seeAlso: [],
    example: {
      bad: podWith('nodeSelector:\n  beta.kubernetes.io/os: linux'),
      good: podWith('nodeSelector:\n  kubernetes.io/os: linux'),
    },
    visit: {
      podSpec({ nodeSelector }, at, report) {
        if (nodeSelector === undefined) return;
        for (const [label, value] of Object.entries(nodeSelector)) {
          const now = RENAMED.get(label);
          if (now === undefined) continue;
          const selector = at.child('nodeSelector');
          const edit = [
            { path: selector.key(label).segments(), value: undefined },
            ...(nodeSelector[now] === undefined ? [{ path: selector.key(now).segments(), value }] : []),
          ];
          report(renamed(label, now, selector.key(label), edit));
        }
      },
      nodeSelectorTerm({ matchExpressions }, at, report) {
        matchExpressions?.forEach(({ key = '' }, index) => {
          const field = at.child('matchExpressions').index(index).child('key');
          check(key, field, report);
        });
      },
      podAffinityTerm({ topologyKey = '' }, at, report) {
        const field = at.child('topologyKey');
        check(topologyKey, field, report);
      },
      topologySpreadConstraint({ topologyKey = '' }, at, report) {
        const field = at.child('topologyKey');
        check(topologyKey, field, report);
      },
    },
  },
]);

/** A label that stands as a value, which can be replaced. */
function check(label: string, field: FieldPath, report: Report): void {
  const now = RENAMED.get(label);
  if (now !== undefined) report(renamed(label, now, field, { path: field.segments(), value: now }));
}

function renamed(label: string, now: string, field: FieldPath, edit: Finding['edit']): Finding {
  return advice(field, `${label} is called ${now} now`, { fix: `Write ${now} instead.`, edit });
}
