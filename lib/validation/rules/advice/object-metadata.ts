import type { ObjectMeta } from '../../../kubernetes/generated/decoded';
import { changeTo } from '../../advice/fragment';
import { deploymentWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice } from '../../finding';
import { said } from '../../said';

const METADATA = FieldPath.root.child('metadata');
const NAMESPACE = METADATA.child('namespace');
const NAME_LABEL = 'app.kubernetes.io/name';
const OWNER = /(^|[./-])(owner|owned-by|team|squad|maintainer|contact|email)$/;

const named = (fields: string) => deploymentWith('replicas: 2').replace('name: web\n', `name: web\n${fields}`);

/** What an object says of itself. */
export const objectMetadataAdvice = defineAdvice([
  {
    id: 'require-namespace',
    severity: 'info',
    profiles: [],
    summary: 'An object that lives in a namespace says in which one, and that is not default.',
    why: 'Otherwise it lands in the namespace of whoever applies it.',
    fix: 'Write metadata.namespace; a Chart gives its own to all of its objects.',
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    seeAlso: ['kube-linter use-namespace', 'Datree WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT'],
    example: { bad: named(''), good: named('  namespace: shop\n') },
    visit: {
      object(_object, _at, report, { kind, given }) {
        if (!kind.namespaced) return;
        const namespace = said(given, NAMESPACE) ?? '';
        if (namespace !== '' && namespace !== 'default') return;
        const detail =
          namespace === '' ? 'it lands in the namespace of whoever applies it' : 'default is for trying out';
        report(advice(NAMESPACE, detail, { change: SHOP }));
      },
    },
  },
  {
    id: 'require-owner-label',
    severity: 'info',
    profiles: [],
    summary: 'A workload names its owner, by a label or an annotation such as team or owner.',
    why: 'When it misbehaves at night, somebody has to find out whom to call.',
    fix: 'Add a label such as team, or an annotation such as owner.',
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
    seeAlso: [
      'kube-linter required-label-owner',
      'kube-linter required-annotation-email',
      'Datree WORKLOAD_MISSING_LABEL_OWNER_VALUE',
    ],
    example: { bad: named(''), good: named('  labels:\n    team: checkout\n') },
    visit: {
      object({ metadata }, _at, report, { kind }) {
        if (kind.podTemplate === undefined) return;
        const { labels = {}, annotations = {} } = (metadata ?? {}) as ObjectMeta;
        if ([...Object.keys(labels), ...Object.keys(annotations)].some((key) => OWNER.test(key))) return;
        report(advice(METADATA.child('labels'), 'nothing says whom to call', { change: TEAM }));
      },
    },
  },
  {
    id: 'require-recommended-label',
    severity: 'info',
    profiles: [],
    summary: `A workload has the label ${NAME_LABEL}.`,
    why: 'Dashboards, cost reports and network tools find the parts of an app by it.',
    fix: `Add the label ${NAME_LABEL}, beside the one that the selector uses.`,
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
    seeAlso: ['Polaris metadataAndInstanceMismatched', 'Datree WORKLOAD_INVALID_LABELS_VALUE'],
    example: { bad: named(''), good: named(`  labels:\n    ${NAME_LABEL}: web\n`) },
    visit: {
      object({ metadata }, _at, report, { kind }) {
        const { labels, name = '' } = (metadata ?? {}) as ObjectMeta;
        if (kind.podTemplate === undefined || labels?.[NAME_LABEL] !== undefined) return;
        const change = changeTo({ metadata: { labels: { [NAME_LABEL]: name } } });
        report(advice(METADATA.child('labels'), `it has no ${NAME_LABEL}`, { change }));
      },
    },
  },
]);

const SHOP = changeTo({ metadata: { namespace: 'shop' } });
const TEAM = changeTo({ metadata: { labels: { team: 'checkout' } } });
