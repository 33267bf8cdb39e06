import { dns1035Label, dnsSubdomain } from '../../../kubernetes/formats';
import type { FieldPath } from '../../field-path';
import { invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const APPROVAL = 'api-approved.kubernetes.io';
const SCOPES = ['Cluster', 'Namespaced'];
const SOURCE = 'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go';

/** A CustomResourceDefinition: its group, its names and whether its objects are in namespaces. */
export const customResourceDefinitionRules = defineRules([
  {
    id: 'valid-crd-group',
    summary: 'The group of a CustomResourceDefinition is a domain with a dot.',
    why: 'Groups without a dot belong to Kubernetes.',
    fix: 'Write a domain of yours, such as example.com, without a version.',
    source: `${SOURCE} validateCustomResourceDefinitionSpec`,
    example: { bad: 'spec: { group: example }', good: 'spec: { group: example.com }' },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        const { group = '' } = spec ?? {};
        const field = at.down('spec', 'group');
        if (group === '') {
          report(required(field));
          return;
        }
        const reasons = dnsSubdomain(group);
        if (reasons.length === 0 && !group.includes('.')) reasons.push('should be a domain with at least one dot');
        for (const reason of reasons) report(invalid(field, group, reason));
      },
    },
  },
  {
    id: 'require-api-approval',
    summary: `A CustomResourceDefinition in a group of Kubernetes has the annotation ${APPROVAL}.`,
    why: 'The groups below k8s.io and kubernetes.io are reviewed by the Kubernetes project.',
    fix: 'Use a group of your own, or write the URL of the review, or a reason that begins with unapproved.',
    source: `${SOURCE} validateAPIApproval`,
    example: { bad: 'spec: { group: example.k8s.io }', good: 'spec: { group: example.com }' },
    visit: {
      CustomResourceDefinition({ metadata, spec }, at, report) {
        if (!isProtected(spec?.group ?? '')) return;
        const approval = metadata?.annotations?.[APPROVAL] ?? '';
        const field = at.down('metadata', 'annotations').key(APPROVAL);
        if (approval === '') report(required(field, 'protected groups must have an approval annotation'));
        else if (!approval.startsWith('unapproved') && !/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#\s]+\S*$/.test(approval))
          report(invalid(field, approval, 'must be a URL, or a reason that begins with unapproved'));
      },
    },
  },
  {
    id: 'valid-crd-scope',
    summary: 'The scope of a CustomResourceDefinition is Namespaced or Cluster.',
    why: 'It says whether each object is in a namespace.',
    fix: 'Write scope: Namespaced or scope: Cluster.',
    source: `${SOURCE} validateCustomResourceDefinitionSpec`,
    example: { bad: 'spec: { scope: namespaced }', good: 'spec: { scope: Namespaced }' },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        const scope = spec?.scope;
        const field = at.down('spec', 'scope');
        if (!scope) report(required(field));
        else if (!SCOPES.includes(scope)) report(notSupported(field, scope, SCOPES, didYouMean(scope, SCOPES)));
      },
    },
  },
  {
    id: 'require-crd-names',
    summary: 'A CustomResourceDefinition names the plural and the kind of its objects.',
    why: 'The plural is part of the URL, the kind stands in each object; singular and listKind follow from the kind.',
    fix: 'Write names: { plural: widgets, kind: Widget }.',
    source: `${SOURCE} validateCustomResourceDefinitionSpec`,
    example: {
      bad: 'spec: { names: { plural: widgets } }',
      good: 'spec: { names: { plural: widgets, kind: Widget } }',
    },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        const names = spec?.names ?? {};
        for (const name of ['plural', 'singular', 'kind', 'listKind'] as const)
          if (!names[name]) report(required(at.down('spec', 'names', name)));
      },
    },
  },
  {
    id: 'valid-crd-names',
    summary: 'The names of a CustomResourceDefinition are RFC 1035 labels, in lower case but for kind and listKind.',
    why: 'They become parts of URLs and words of commands.',
    fix: 'Write letters, digits and -, beginning with a letter.',
    source: `${SOURCE} ValidateCustomResourceDefinitionNames`,
    example: {
      bad: 'spec: { names: { plural: Widgets, kind: Widget } }',
      good: 'spec: { names: { plural: widgets, kind: Widget } }',
    },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        const { plural, singular, kind, listKind, shortNames, categories } = spec?.names ?? {};
        const field = at.down('spec', 'names');
        reportLabel(plural, plural, field.child('plural'), report);
        reportLabel(singular, singular, field.child('singular'), report);
        reportLabel(kind, kind?.toLowerCase(), field.child('kind'), report);
        reportLabel(listKind, listKind?.toLowerCase(), field.child('listKind'), report);
        reportLabels(shortNames, field.child('shortNames'), report);
        reportLabels(categories, field.child('categories'), report);
      },
    },
  },
  {
    id: 'unique-crd-kind',
    summary: 'The listKind of a CustomResourceDefinition differs from its kind.',
    why: 'A list could not be told from an object.',
    fix: 'Leave listKind out; it is the kind with List appended.',
    source: `${SOURCE} ValidateCustomResourceDefinitionNames`,
    example: {
      bad: 'spec: { names: { plural: widgets, kind: Widget, listKind: Widget } }',
      good: 'spec: { names: { plural: widgets, kind: Widget } }',
    },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        const { kind, listKind } = spec?.names ?? {};
        if (kind && kind === listKind)
          report(invalid(at.down('spec', 'names', 'listKind'), listKind, 'kind and listKind may not be the same'));
      },
    },
  },
  {
    id: 'no-preserve-unknown-fields',
    summary: 'A CustomResourceDefinition does not set preserveUnknownFields.',
    why: 'Fields that its schema does not know are dropped, but where the schema itself says otherwise.',
    fix: 'Write x-kubernetes-preserve-unknown-fields: true at the place in the schema.',
    source: `${SOURCE} validatePreserveUnknownFields, validateCustomResourceDefinitionSpec`,
    example: { bad: 'spec: { preserveUnknownFields: true }', good: 'spec: { preserveUnknownFields: false }' },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        if (!spec?.preserveUnknownFields) return;
        const detail = 'cannot set to true; use x-kubernetes-preserve-unknown-fields in the schema';
        report(invalid(at.down('spec', 'preserveUnknownFields'), true, detail));
        const strategy = spec.conversion?.strategy;
        if (strategy !== 'None')
          report(
            invalid(at.down('spec', 'conversion', 'strategy'), strategy, 'must be None with preserveUnknownFields'),
          );
      },
    },
  },
]);

function isProtected(group: string): boolean {
  return /(^|\.)(k8s|kubernetes)\.io$/.test(group);
}

function reportLabels(names: readonly string[] = [], at: FieldPath, report: Report): void {
  names.forEach((name, index) => {
    for (const reason of dns1035Label(name)) report(invalid(at.index(index), name, reason));
  });
}

function reportLabel(name: string | undefined, lowered: string | undefined, at: FieldPath, report: Report): void {
  if (lowered) for (const reason of dns1035Label(lowered)) report(invalid(at, name, reason));
}
