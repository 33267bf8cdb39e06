import { labelValue, qualifiedName } from '../../../kubernetes/formats';
import { selectorOperators } from '../../../kubernetes/label-selector';
import { forbidden, invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';
import { reportLabels } from './labels';

const SOURCE = 'k8s.io/apimachinery pkg/apis/meta/v1/validation/validation.go';

/** A selector by labels, wherever the server asks for a well-formed one. */
export const labelSelectorRules = defineRules([
  {
    id: 'valid-selector-label',
    summary: 'The keys of matchLabels are qualified names, its values label values.',
    why: 'No object can carry a label of another form, so the selector could match nothing.',
    fix: 'Write the key and the value as they stand in the labels that should match.',
    source: `${SOURCE} ValidateLabelSelector, ValidateLabels`,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: a b } } }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: web } } }',
    },
    visit: {
      labelSelector({ matchLabels }, at, report) {
        if (matchLabels) reportLabels(matchLabels, at.child('matchLabels'), report);
      },
    },
  },
  {
    id: 'valid-selector-operator',
    summary: 'The operator of a matchExpressions item is In, NotIn, Exists or DoesNotExist.',
    why: 'Labels can be compared in no other way.',
    fix: 'Write In, NotIn, Exists or DoesNotExist, letter for letter.',
    source: `${SOURCE} ValidateLabelSelectorRequirement`,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchExpressions: [{ key: app, operator: Equals, values: [web] }] } }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchExpressions: [{ key: app, operator: In, values: [web] }] } }',
    },
    visit: {
      labelSelector({ matchExpressions }, at, report) {
        matchExpressions?.forEach(({ operator = '' }, index) => {
          if ((selectorOperators as readonly string[]).includes(operator)) return;
          const field = at.child('matchExpressions').index(index).child('operator');
          report(invalid(field, operator, 'not a valid selector operator', didYouMean(operator, selectorOperators)));
        });
      },
    },
  },
  {
    id: 'valid-selector-key',
    summary: 'The key of a matchExpressions item is a qualified name.',
    why: 'No label has another form of key.',
    fix: 'Write the key as it stands in the labels that should match.',
    source: `${SOURCE} ValidateLabelSelectorRequirement`,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchExpressions: [{ operator: Exists }] } }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchExpressions: [{ key: app, operator: Exists }] } }',
    },
    visit: {
      labelSelector({ matchExpressions }, at, report) {
        matchExpressions?.forEach(({ key = '' }, index) => {
          for (const reason of qualifiedName(key))
            report(invalid(at.child('matchExpressions').index(index).child('key'), key, reason));
        });
      },
    },
  },
  {
    id: 'valid-selector-values',
    summary: 'In and NotIn have values, which are label values; Exists and DoesNotExist have none.',
    why: 'A comparison needs something to compare with, a question for existence does not.',
    fix: 'List label values for In and NotIn; leave values out for Exists and DoesNotExist.',
    source: `${SOURCE} ValidateLabelSelectorRequirement`,
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchExpressions: [{ key: app, operator: In }] } }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchExpressions: [{ key: app, operator: In, values: [web] }] } }',
    },
    visit: {
      labelSelector({ matchExpressions }, at, report) {
        matchExpressions?.forEach(({ operator, values = [] }, index) => {
          const field = at.child('matchExpressions').index(index).child('values');
          const compares = operator === 'In' || operator === 'NotIn';
          if (compares && values.length === 0)
            report(required(field, `must be specified when operator is ${operator}`));
          if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0)
            report(forbidden(field, `may not be specified when operator is ${operator}`));
          values.forEach((value, position) => {
            for (const reason of labelValue(value)) report(invalid(field.index(position), value, reason));
          });
        });
      },
    },
  },
]);
