import { pathSegmentName } from '../../../kubernetes/formats';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const SCOPES = ['*', 'Cluster', 'Namespaced'];
const SOURCE = 'kubernetes pkg/apis/admissionregistration/validation/validation.go';
const CONFIGURATION =
  'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: check }\nwebhooks: ';
const GOOD = `${CONFIGURATION}[{ rules: [{ operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods] }] }]`;

/** Which requests a webhook or an admission policy is asked about. */
export const ruleWithOperationsRules = defineRules([
  {
    id: 'valid-admission-operations',
    summary: 'operations lists CREATE, UPDATE, DELETE and CONNECT, or * alone.',
    why: 'No other request is admitted, and * stands for all of them.',
    fix: 'Write the operations in capitals, such as [CREATE, UPDATE].',
    source: `${SOURCE} validateRuleWithOperations`,
    example: {
      bad: `${CONFIGURATION}[{ rules: [{ operations: [create], apiGroups: [''], apiVersions: [v1], resources: [pods] }] }]`,
      good: GOOD,
    },
    visit: {
      ruleWithOperations({ operations }, at, report) {
        const field = at.child('operations');
        requireSome(operations, field, report);
        reportAloneOnly(operations, field, report);
        operations?.forEach((operation, index) => {
          if (!OPERATIONS.includes(operation))
            report(notSupported(field.index(index), operation, OPERATIONS, didYouMean(operation, OPERATIONS)));
        });
      },
    },
  },
  {
    id: 'valid-admission-api-groups',
    summary: 'apiGroups lists API groups, or * alone.',
    why: 'The core group is the empty string, * stands for all groups.',
    fix: "Write the groups, such as ['', apps], or ['*'].",
    source: `${SOURCE} validateRule`,
    example: {
      bad: `${CONFIGURATION}[{ rules: [{ operations: [CREATE], apiVersions: [v1], resources: [pods] }] }]`,
      good: GOOD,
    },
    visit: {
      ruleWithOperations({ apiGroups }, at, report) {
        requireSome(apiGroups, at.child('apiGroups'), report);
        reportAloneOnly(apiGroups, at.child('apiGroups'), report);
      },
    },
  },
  {
    id: 'valid-admission-api-versions',
    summary: 'apiVersions lists versions, or * alone.',
    why: 'Every request is made in some version.',
    fix: "Write the versions, such as [v1], or ['*'].",
    source: `${SOURCE} validateRule`,
    example: {
      bad: `${CONFIGURATION}[{ rules: [{ operations: [CREATE], apiGroups: [''], apiVersions: ['*', v1], resources: [pods] }] }]`,
      good: GOOD,
    },
    visit: {
      ruleWithOperations({ apiVersions }, at, report) {
        const field = at.child('apiVersions');
        requireSome(apiVersions, field, report);
        reportAloneOnly(apiVersions, field, report);
        requireText(apiVersions, field, report);
      },
    },
  },
  {
    id: 'valid-admission-resources',
    summary: 'resources lists resources and subresources; where a * covers others these are left out.',
    why: 'What a * covers need not be named again.',
    fix: 'Write plural names such as pods or pods/status, * for all resources, */* for all with their subresources.',
    source: `${SOURCE} validateResources`,
    example: {
      bad: `${CONFIGURATION}[{ rules: [{ operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: ['*', pods] }] }]`,
      good: GOOD,
    },
    visit: {
      ruleWithOperations({ resources }, at, report) {
        const field = at.child('resources');
        requireSome(resources, field, report);
        requireText(resources, field, report);
        if (resources) reportCovered(resources, field, report);
      },
    },
  },
  {
    id: 'valid-admission-scope',
    summary: 'scope is Cluster, Namespaced or *.',
    why: 'A resource is either in a namespace or not.',
    fix: 'Leave scope out for both, or write Cluster or Namespaced.',
    source: `${SOURCE} validateRule`,
    example: {
      bad: `${CONFIGURATION}[{ rules: [{ operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods], scope: namespaced }] }]`,
      good: GOOD,
    },
    visit: {
      ruleWithOperations({ scope }, at, report) {
        if (scope !== undefined && !SCOPES.includes(scope))
          report(notSupported(at.child('scope'), scope, SCOPES, didYouMean(scope, SCOPES)));
      },
    },
  },
  {
    id: 'valid-admission-resource-names',
    summary: 'resourceNames lists names of objects, each once.',
    why: 'A policy applies to the objects of these names only.',
    fix: 'Write the names without a path, and remove repetitions.',
    source: `${SOURCE} validateNamedRuleWithOperations`,
    example: {
      bad: "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: check }\nspec: { validations: [{ expression: 'true' }], matchConstraints: { resourceRules: [{ operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods], resourceNames: [a/b] }] } }",
      good: "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: check }\nspec: { validations: [{ expression: 'true' }], matchConstraints: { resourceRules: [{ operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods], resourceNames: [a] }] } }",
    },
    visit: {
      ruleWithOperations({ resourceNames }, at, report) {
        resourceNames?.forEach((name, index) => {
          const field = at.child('resourceNames').index(index);
          for (const reason of pathSegmentName(name)) report(invalid(field, name, reason));
          if (resourceNames.indexOf(name) < index) report(duplicate(field, name));
        });
      },
    },
  },
]);

function requireSome(list: readonly string[] | undefined, at: FieldPath, report: Report): void {
  if (!list?.length) report(required(at));
}

function requireText(list: readonly string[] = [], at: FieldPath, report: Report): void {
  list.forEach((text, index) => {
    if (text === '') report(required(at.index(index)));
  });
}

function reportAloneOnly(list: readonly string[] = [], at: FieldPath, report: Report): void {
  if (list.length > 1 && list.includes('*')) report(invalid(at, list, "if '*' is present, must not specify others"));
}

/** As the server does it, only the last resource without a subresource counts beside a lone *. */
function reportCovered(resources: readonly string[], at: FieldPath, report: Report): void {
  const wholeResources = new Set<string>();
  const wholeSubresources = new Set<string>();
  let lastIsPlain = false;
  resources.forEach((text, index) => {
    if (text === '') return;
    const slash = text.indexOf('/');
    if (slash === -1) {
      lastIsPlain = text !== '*';
      return;
    }
    const resource = text.slice(0, slash);
    const subresource = text.slice(slash + 1);
    if (wholeResources.has(resource)) report(invalid(at.index(index), text, `is covered by ${resource}/*`));
    if (wholeSubresources.has(subresource)) report(invalid(at.index(index), text, `is covered by */${subresource}`));
    if (subresource === '*') wholeResources.add(resource);
    if (resource === '*') wholeSubresources.add(subresource);
  });
  if (resources.length > 1 && resources.includes('*/*'))
    report(invalid(at, resources, "if '*/*' is present, must not specify other resources"));
  if (lastIsPlain && resources.includes('*'))
    report(invalid(at, resources, "if '*' is present, must not specify other resources without subresources"));
}
