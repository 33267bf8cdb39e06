import { dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import type { FlowcontrolV1Subject } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const HIGHEST_PRECEDENCE = 10_000;
const METHODS = ['ByNamespace', 'ByUser'];
const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'proxy', 'update', 'watch'];
/** The kinds of subjects, with the fields that describe them. */
const SUBJECT_FIELDS = { Group: 'group', ServiceAccount: 'serviceAccount', User: 'user' } as const;
type SubjectKind = keyof typeof SUBJECT_FIELDS;
const KINDS = Object.keys(SUBJECT_FIELDS);
const SOURCE = 'kubernetes pkg/apis/flowcontrol/validation/validation.go';
const HEAD =
  'apiVersion: flowcontrol.apiserver.k8s.io/v1\nkind: FlowSchema\nmetadata: { name: web }\nspec: { priorityLevelConfiguration: { name: web }, ';
const SUBJECTS = 'subjects: [{ kind: User, user: { name: ann } }]';
const RESOURCES = "resourceRules: [{ verbs: [get], apiGroups: [''], resources: [pods], namespaces: [default] }]";
const GOOD = `${HEAD}rules: [{ ${SUBJECTS}, ${RESOURCES} }] }`;

/** Which requests share a priority level. */
export const flowSchemaRules = defineRules([
  {
    id: 'valid-matching-precedence',
    summary: `matchingPrecedence is 1 to ${HIGHEST_PRECEDENCE}; only the FlowSchema named exempt has 1.`,
    why: 'Of the FlowSchemas that match a request the one with the lowest number counts.',
    fix: 'Leave matchingPrecedence out for 1000.',
    source: `${SOURCE} ValidateFlowSchemaSpec`,
    example: { bad: `${HEAD}matchingPrecedence: 10001 }`, good: `${HEAD}matchingPrecedence: 10000 }` },
    visit: {
      FlowSchema({ metadata, spec = {} }, at, report) {
        const { matchingPrecedence: precedence = 0 } = spec;
        const field = at.down('spec', 'matchingPrecedence');
        if (precedence <= 0) report(invalid(field, precedence, 'must be a positive value'));
        if (precedence > HIGHEST_PRECEDENCE)
          report(invalid(field, precedence, `must not be greater than ${HIGHEST_PRECEDENCE}`));
        if (precedence === 1 && metadata?.name !== 'exempt')
          report(invalid(field, precedence, "only the schema named 'exempt' may have matchingPrecedence 1"));
      },
    },
  },
  {
    id: 'valid-flow-distinguisher',
    summary: 'The type of distinguisherMethod is ByUser or ByNamespace.',
    why: 'It tells which requests queue together.',
    fix: 'Write ByUser or ByNamespace, or leave distinguisherMethod out for one queue.',
    source: `${SOURCE} ValidateFlowSchemaSpec`,
    example: {
      bad: `${HEAD}distinguisherMethod: { type: byUser } }`,
      good: `${HEAD}distinguisherMethod: { type: ByUser } }`,
    },
    visit: {
      FlowSchema({ spec }, at, report) {
        if (spec?.distinguisherMethod === undefined) return;
        const { type = '' } = spec.distinguisherMethod;
        if (!METHODS.includes(type))
          report(
            notSupported(at.down('spec', 'distinguisherMethod', 'type'), type, METHODS, didYouMean(type, METHODS)),
          );
      },
    },
  },
  {
    id: 'require-priority-level',
    summary: 'A FlowSchema names a PriorityLevelConfiguration.',
    why: 'That level handles the requests.',
    fix: 'Write priorityLevelConfiguration: { name: workload-low }.',
    source: `${SOURCE} ValidateFlowSchemaSpec`,
    example: {
      bad: 'apiVersion: flowcontrol.apiserver.k8s.io/v1\nkind: FlowSchema\nmetadata: { name: web }\nspec: {}',
      good: GOOD,
    },
    visit: {
      FlowSchema({ spec }, at, report) {
        const name = spec?.priorityLevelConfiguration?.name;
        const field = at.down('spec', 'priorityLevelConfiguration', 'name');
        if (!name) report(required(field, 'must reference a priority level'));
        else for (const reason of dnsSubdomain(name)) report(invalid(field, name, reason));
      },
    },
  },
  {
    id: 'valid-flow-subject',
    summary: 'Every rule of a FlowSchema has subjects, each described by the one field that belongs to its kind.',
    why: 'The subjects tell whose requests are meant.',
    fix: 'Write kind: User with user, kind: Group with group, or kind: ServiceAccount with serviceAccount.',
    source: `${SOURCE} ValidateFlowSchemaPolicyRulesWithSubjects, ValidateFlowSchemaSubject`,
    example: { bad: `${HEAD}rules: [{ subjects: [{ kind: User }], ${RESOURCES} }] }`, good: GOOD },
    visit: {
      FlowSchema({ spec }, at, report) {
        spec?.rules?.forEach(({ subjects = [] }, index) => {
          const field = at.down('spec', 'rules').index(index).child('subjects');
          if (subjects.length === 0) report(required(field, 'subjects must contain at least one value'));
          subjects.forEach((subject, position) => {
            reportSubject(subject, field.index(position), report);
          });
        });
      },
    },
  },
  {
    id: 'valid-flow-rule',
    summary: 'Every rule of a FlowSchema says which verbs on which resources or URLs it is about.',
    why: 'A * stands alone for all of them.',
    fix: 'Write resourceRules with verbs, apiGroups, resources and namespaces or clusterScope, or nonResourceRules.',
    source: `${SOURCE} ValidateFlowSchemaResourcePolicyRule, ValidateFlowSchemaNonResourcePolicyRule`,
    example: { bad: `${HEAD}rules: [{ ${SUBJECTS} }] }`, good: GOOD },
    visit: {
      FlowSchema({ spec }, at, report) {
        spec?.rules?.forEach(({ resourceRules = [], nonResourceRules = [] }, index) => {
          const field = at.down('spec', 'rules').index(index);
          if (resourceRules.length === 0 && nonResourceRules.length === 0)
            report(required(field, 'at least one of resourceRules and nonResourceRules has to be non-empty'));
          resourceRules.forEach(({ verbs, apiGroups, resources, namespaces, clusterScope }, position) => {
            const rule = field.child('resourceRules').index(position);
            reportVerbs(verbs, rule.child('verbs'), report);
            requireSome(apiGroups, rule.child('apiGroups'), report);
            requireSome(resources, rule.child('resources'), report);
            if (!clusterScope || namespaces?.length) reportNamespaces(namespaces, rule.child('namespaces'), report);
          });
          nonResourceRules.forEach(({ verbs, nonResourceURLs }, position) => {
            const rule = field.child('nonResourceRules').index(position);
            reportVerbs(verbs, rule.child('verbs'), report);
            reportUrls(nonResourceURLs, rule.child('nonResourceURLs'), report);
          });
        });
      },
    },
  },
]);

function reportSubject(subject: FlowcontrolV1Subject, at: FieldPath, report: Report): void {
  const { kind = '' } = subject;
  if (!(kind in SUBJECT_FIELDS)) {
    report(notSupported(at.child('kind'), kind, KINDS, didYouMean(kind, KINDS)));
    return;
  }
  for (const [owner, name] of Object.entries(SUBJECT_FIELDS)) {
    if (owner === kind && subject[name] === undefined) report(required(at.child(name), `is required for a ${kind}`));
    if (owner !== kind && subject[name] !== undefined) report(forbidden(at.child(name), `belongs to a ${owner}`));
  }
  for (const name of Object.values(SUBJECT_FIELDS))
    if (name === SUBJECT_FIELDS[kind as SubjectKind] && subject[name] && !subject[name].name)
      report(required(at.child(name).child('name')));
  if (kind === 'ServiceAccount' && subject.serviceAccount)
    reportAccount(subject.serviceAccount, at.child('serviceAccount'), report);
}

function reportAccount(
  { name, namespace }: { name?: string; namespace?: string },
  at: FieldPath,
  report: Report,
): void {
  if (name && name !== '*') for (const reason of dnsSubdomain(name)) report(invalid(at.child('name'), name, reason));
  if (!namespace) report(required(at.child('namespace'), 'must specify namespace for service account'));
  else for (const reason of dnsLabel(namespace)) report(invalid(at.child('namespace'), namespace, reason));
}

/** Whether a list is there, and is not `*` alone; a `*` beside others is reported. */
function requireSome(list: readonly string[] = [], at: FieldPath, report: Report): list is readonly string[] {
  if (list.length === 0) report(required(at, 'must contain at least one value'));
  const all = list.includes('*');
  if (all && list.length > 1) report(invalid(at, list, "if '*' is present, must not specify others"));
  return list.length > 0 && !all;
}

function reportVerbs(verbs: readonly string[] | undefined, at: FieldPath, report: Report): void {
  if (requireSome(verbs, at, report) && !verbs.every((verb) => VERBS.includes(verb)))
    report(notSupported(at, verbs, VERBS));
}

function reportNamespaces(namespaces: readonly string[] | undefined, at: FieldPath, report: Report): void {
  if (!requireSome(namespaces, at, report)) return;
  namespaces.forEach((namespace, index) => {
    for (const reason of dnsLabel(namespace)) report(invalid(at.index(index), namespace, reason));
  });
}

function reportUrls(urls: readonly string[] | undefined, at: FieldPath, report: Report): void {
  if (!requireSome(urls, at, report)) return;
  urls.forEach((url, index) => {
    const fault = urlFault(url);
    if (fault) report(invalid(at.index(index), url, fault));
  });
}

/** Follows ValidateNonResourceURLPath. */
function urlFault(url: string): string | undefined {
  if (url === '/') return undefined;
  if (!url.startsWith('/')) return 'must start with slash';
  if (url.includes(' ')) return 'must not contain white-space';
  if (url.includes('//')) return 'must not contain double slash';
  return /^[^*]*(\/\*)?$/.test(url) ? undefined : 'wildcard can only do suffix matching';
}
