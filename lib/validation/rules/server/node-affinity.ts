import { dnsSubdomain, labelValue, qualifiedName } from '../../../kubernetes/formats';
import type { NodeSelectorRequirement } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];
const FIELD_OPERATORS = ['In', 'NotIn'];
const FIELDS = ['metadata.name'];
const NODES_BY_ZONE = 'matchExpressions: [{ key: zone, operator: In, values: [a] }]';

/** Which nodes a pod may run on, or a volume can be reached from. */
export const nodeAffinityRules = defineRules([
  {
    id: 'require-node-selector-term',
    summary: 'A required node affinity has at least one term.',
    why: 'A node is chosen by matching one of the terms; without any, none is.',
    fix: 'Add a term to nodeSelectorTerms, or drop the node affinity.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateNodeSelector',
    example: {
      bad: 'nodeSelectorTerms: []',
      good: `nodeSelectorTerms:\n- ${NODES_BY_ZONE}`,
    },
    visit: {
      nodeSelector({ nodeSelectorTerms }, at, report) {
        if (!nodeSelectorTerms?.length)
          report(required(at.child('nodeSelectorTerms'), 'must have at least one node selector term'));
      },
    },
  },
  {
    id: 'valid-node-selector-operator',
    summary: 'A requirement on node labels has a known operator, and as many values as that compares with.',
    why: 'In and NotIn compare with a list, Gt and Lt with one number, Exists and DoesNotExist with nothing.',
    fix: 'Use In or NotIn with values, Exists or DoesNotExist without, Gt or Lt with a single one.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateNodeSelectorRequirement',
    example: {
      bad: 'matchExpressions: [{ key: zone, operator: Exists, values: [a] }]',
      good: NODES_BY_ZONE,
    },
    visit: {
      nodeSelectorTerm({ matchExpressions }, at, report) {
        matchExpressions?.forEach((requirement, index) => {
          checkOperator(requirement, at, index, report);
        });
      },
    },
  },
  {
    id: 'valid-node-selector-key',
    summary: 'A requirement on node labels names a label key.',
    why: 'No node can have a label of another key.',
    fix: 'Write the key of a node label, such as topology.kubernetes.io/zone.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateNodeSelectorRequirement',
    example: {
      bad: 'matchExpressions: [{ key: a zone, operator: Exists }]',
      good: NODES_BY_ZONE,
    },
    visit: {
      nodeSelectorTerm({ matchExpressions }, at, report) {
        matchExpressions?.forEach(({ key = '' }, index) => {
          for (const reason of qualifiedName(key))
            report(invalid(at.child('matchExpressions').index(index).child('key'), key, reason));
        });
      },
    },
  },
  {
    id: 'valid-node-selector-value',
    summary: 'A required node affinity compares with label values.',
    why: 'No node can have a label of another value, so the pod could never be scheduled.',
    fix: 'Write values that a label can have: at most 63 letters, digits, -, _ and .',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateNodeSelectorRequirement',
    since: 33,
    example: {
      bad: 'nodeSelectorTerms:\n- matchExpressions: [{ key: zone, operator: In, values: [zone a] }]',
      good: `nodeSelectorTerms:\n- ${NODES_BY_ZONE}`,
    },
    visit: {
      nodeSelector({ nodeSelectorTerms }, at, report) {
        nodeSelectorTerms?.forEach(({ matchExpressions }, term) => {
          matchExpressions?.forEach(({ values }, index) => {
            values?.forEach((value, position) => {
              for (const reason of labelValue(value)) {
                const field = at.child('nodeSelectorTerms').index(term).child('matchExpressions').index(index);
                report(invalid(field.child('values').index(position), value, reason));
              }
            });
          });
        });
      },
    },
  },
  {
    id: 'valid-node-selector-field',
    summary: 'A requirement on node fields compares metadata.name, by In or NotIn, with one node name.',
    why: 'The scheduler knows no other field of nodes.',
    fix: 'Write key: metadata.name, operator: In and one name in values; for labels use matchExpressions.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateNodeFieldSelectorRequirement',
    example: {
      bad: 'matchFields: [{ key: metadata.namespace, operator: In, values: [node-1] }]',
      good: 'matchFields: [{ key: metadata.name, operator: In, values: [node-1] }]',
    },
    visit: {
      nodeSelectorTerm({ matchFields }, at, report) {
        matchFields?.forEach((requirement, index) => {
          checkNodeField(requirement, at.child('matchFields').index(index), report);
        });
      },
    },
  },
  {
    id: 'valid-preferred-node-weight',
    summary: 'The weight of a preferred node affinity is between 1 and 100.',
    why: 'The scheduler adds the weights up to rank the nodes.',
    fix: 'Write a weight from 1 to 100.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePreferredSchedulingTerms',
    example: {
      bad: `nodeAffinity:\n  preferredDuringSchedulingIgnoredDuringExecution:\n  - preference: { ${NODES_BY_ZONE} }`,
      good: `nodeAffinity:\n  preferredDuringSchedulingIgnoredDuringExecution:\n  - { weight: 1, preference: { ${NODES_BY_ZONE} } }`,
    },
    visit: {
      affinity({ nodeAffinity }, at, report) {
        nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ weight = 0 }, index) => {
          if (weight >= 1 && weight <= 100) return;
          const field = at.down('nodeAffinity', 'preferredDuringSchedulingIgnoredDuringExecution').index(index);
          report(invalid(field.child('weight'), weight, 'must be in the range 1-100'));
        });
      },
    },
  },
]);

function checkOperator(
  { operator = '', values }: NodeSelectorRequirement,
  term: FieldPath,
  index: number,
  report: Report,
): void {
  const count = values?.length ?? 0;
  const at = () => term.child('matchExpressions').index(index);
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (count === 0) report(required(at().child('values'), `must be given when the operator is ${operator}`));
      return;
    case 'Exists':
    case 'DoesNotExist':
      if (count > 0) report(forbidden(at().child('values'), `may not be given when the operator is ${operator}`));
      return;
    case 'Gt':
    case 'Lt':
      if (count !== 1)
        report(required(at().child('values'), `must be a single value when the operator is ${operator}`));
      return;
    default:
      report(invalid(at().child('operator'), operator, 'is not an operator', didYouMean(operator, OPERATORS)));
  }
}

function checkNodeField(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  at: FieldPath,
  report: Report,
): void {
  if (!FIELD_OPERATORS.includes(operator))
    report(invalid(at.child('operator'), operator, 'must be In or NotIn', didYouMean(operator, FIELD_OPERATORS)));
  else if (values.length !== 1) report(required(at.child('values'), 'must be a single node name'));
  if (!FIELDS.includes(key)) {
    report(invalid(at.child('key'), key, 'must be metadata.name', didYouMean(key, FIELDS)));
    return;
  }
  values.forEach((name, index) => {
    for (const reason of dnsSubdomain(name)) report(invalid(at.child('values').index(index), name, reason));
  });
}
