import { dnsSubdomain } from '../../../kubernetes/formats';
import type { Subject } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, notSupported, required } from '../../finding';
import type { ObjectContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const GROUP = 'rbac.authorization.k8s.io';
const KINDS = ['Group', 'ServiceAccount', 'User'];
const SOURCE = 'kubernetes pkg/apis/rbac/validation/validation.go ValidateRoleBindingSubject';
const BINDING =
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: readers }\nroleRef: { kind: Role, name: reader }\n';

/** Whom a binding grants a role. */
export const subjectRules = defineRules([
  {
    id: 'valid-subject-kind',
    summary: 'A subject of a binding is a User, a Group or a ServiceAccount.',
    why: 'Requests are made by these only.',
    fix: 'Write kind: User, Group or ServiceAccount.',
    source: SOURCE,
    example: {
      bad: `${BINDING}subjects: [{ kind: Serviceaccount, name: web }]`,
      good: `${BINDING}subjects: [{ kind: ServiceAccount, name: web }]`,
    },
    visit: {
      subject({ kind = '' }, at, report) {
        if (!KINDS.includes(kind)) report(notSupported(at.child('kind'), kind, KINDS, didYouMean(kind, KINDS)));
      },
    },
  },
  {
    id: 'valid-subject-name',
    summary: 'A subject of a binding has a name, which for a ServiceAccount is a DNS subdomain.',
    why: 'The name tells who is meant.',
    fix: 'Write the name; for a ServiceAccount without its namespace.',
    source: SOURCE,
    example: {
      bad: `${BINDING}subjects: [{ kind: ServiceAccount, name: 'default:web' }]`,
      good: `${BINDING}subjects: [{ kind: ServiceAccount, name: web, namespace: default }]`,
    },
    visit: {
      subject({ kind, name }, at, report) {
        const field = at.child('name');
        if (!name) report(required(field));
        else if (kind === 'ServiceAccount')
          for (const reason of dnsSubdomain(name)) report(invalid(field, name, reason));
      },
    },
  },
  {
    id: 'valid-subject-group',
    summary: `The apiGroup of a User or a Group is ${GROUP}; a ServiceAccount has none.`,
    why: 'ServiceAccounts belong to the core group.',
    fix: 'Leave apiGroup out.',
    source: SOURCE,
    example: {
      bad: `${BINDING}subjects: [{ kind: ServiceAccount, name: web, apiGroup: ${GROUP} }]`,
      good: `${BINDING}subjects: [{ kind: User, name: ann, apiGroup: ${GROUP} }]`,
    },
    visit: {
      subject({ kind = '', apiGroup = '' }, at, report) {
        if (!KINDS.includes(kind)) return;
        const expected = kind === 'ServiceAccount' ? '' : GROUP;
        if (apiGroup !== expected) report(notSupported(at.child('apiGroup'), apiGroup, [expected]));
      },
    },
  },
  {
    id: 'require-subject-namespace',
    summary: 'A ServiceAccount in a ClusterRoleBinding has a namespace.',
    why: 'The binding itself is in none that could be meant.',
    fix: 'Write the namespace of the ServiceAccount.',
    source: SOURCE,
    example: {
      bad: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: readers }\nroleRef: { kind: ClusterRole, name: reader }\nsubjects: [{ kind: ServiceAccount, name: web }]',
      good: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: readers }\nroleRef: { kind: ClusterRole, name: reader }\nsubjects: [{ kind: ServiceAccount, name: web, namespace: default }]',
    },
    visit: { subject: checkNamespace },
  },
]);

function checkNamespace(
  { kind: subject, namespace }: Subject,
  at: FieldPath,
  report: Report,
  { kind }: ObjectContext,
): void {
  if (subject === 'ServiceAccount' && !namespace && !kind.namespaced) report(required(at.child('namespace')));
}
