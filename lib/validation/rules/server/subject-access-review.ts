import type {
  LocalSubjectAccessReview,
  ResourceAttributes,
  SubjectAccessReview,
} from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { said } from '../../said';

const SOURCE = 'kubernetes pkg/apis/authorization/validation/validation.go';
const HEAD = 'apiVersion: authorization.k8s.io/v1\nkind: SubjectAccessReview\n';
const GOOD = `${HEAD}spec: { user: jane, resourceAttributes: { verb: get, resource: pods } }`;
/** The first minor that looks at selectors in access reviews. */
const SELECTORS_SINCE = 32;

/** Questions about who may do what. */
export const subjectAccessReviewRules = defineRules([
  {
    id: 'valid-access-review',
    summary: 'An access review asks about a resource or about another path, and says for whom.',
    why: 'The server answers one question at a time.',
    fix: 'Write user or groups, and resourceAttributes or nonResourceAttributes.',
    source: `${SOURCE} ValidateSubjectAccessReviewSpec, ValidateSelfSubjectAccessReviewSpec, ValidateLocalSubjectAccessReview`,
    example: { bad: `${HEAD}spec: { user: jane }`, good: GOOD },
    visit: {
      SubjectAccessReview({ spec = {} }, at, report, { minor }) {
        reportSubject(spec, at, report);
        reportAttributes(spec, at, report, minor);
      },
      SelfSubjectAccessReview({ spec = {} }, at, report, { minor }) {
        reportAttributes(spec, at, report, minor);
      },
      LocalSubjectAccessReview({ spec = {} }, at, report, { given, minor }) {
        reportSubject(spec, at, report);
        reportAttributes(spec, at, report, minor);
        const field = at.down('spec', 'resourceAttributes', 'namespace');
        const namespace = said(given, at.down('metadata', 'namespace'));
        const about = spec.resourceAttributes && (spec.resourceAttributes.namespace ?? '');
        if (namespace && about !== undefined && about !== namespace)
          report(invalid(field, about, 'must match metadata.namespace'));
        if (spec.nonResourceAttributes)
          report(invalid(at.down('spec', 'nonResourceAttributes'), {}, 'disallowed on this kind of request'));
      },
    },
  },
  {
    id: 'no-review-metadata',
    summary: 'An access review has no metadata; one that is local has a namespace.',
    why: 'It is answered and not stored.',
    fix: 'Leave metadata out.',
    source: `${SOURCE} ValidateSubjectAccessReview`,
    example: { bad: GOOD.replace('spec:', 'metadata: { name: may-i }\nspec:'), good: GOOD },
    visit: {
      SubjectAccessReview: reportMetadata,
      SelfSubjectAccessReview: reportMetadata,
      LocalSubjectAccessReview: reportMetadata,
    },
  },
]);

type Spec = NonNullable<SubjectAccessReview['spec']>;

function reportSubject({ user = '', groups = [] }: Spec, at: FieldPath, report: Report): void {
  if (user === '' && groups.length === 0)
    report(invalid(at.down('spec', 'user'), user, 'at least one of user or group must be specified'));
}

function reportAttributes(spec: Spec, at: FieldPath, report: Report, minor: number): void {
  const { resourceAttributes: resource, nonResourceAttributes: other } = spec;
  const field = at.child('spec');
  if (resource && other)
    report(invalid(field.child('nonResourceAttributes'), {}, 'cannot be specified with resourceAttributes'));
  if (!resource && !other)
    report(
      invalid(field.child('resourceAttributes'), '', 'one of resourceAttributes and nonResourceAttributes is required'),
    );
  if (resource && minor >= SELECTORS_SINCE) reportSelectors(resource, field.child('resourceAttributes'), report);
}

function reportSelectors(resource: ResourceAttributes, at: FieldPath, report: Report): void {
  for (const name of ['fieldSelector', 'labelSelector'] as const) {
    const selector = resource[name];
    if (selector === undefined) continue;
    const { rawSelector = '', requirements = [] } = selector;
    if (rawSelector !== '' && requirements.length > 0)
      report(invalid(at.down(name, 'rawSelector'), rawSelector, 'cannot be specified with requirements'));
    if (rawSelector === '' && requirements.length === 0)
      report(required(at.down(name, 'requirements'), 'requirements or rawSelector is required'));
  }
}

function reportMetadata(review: SubjectAccessReview | LocalSubjectAccessReview, at: FieldPath, report: Report): void {
  const { namespace, ...rest } = review.metadata ?? {};
  const held = Object.values(rest).some((value) => (typeof value === 'object' ? Object.keys(value).length > 0 : value));
  if (held) report(invalid(at.child('metadata'), '', 'must be empty'));
}
