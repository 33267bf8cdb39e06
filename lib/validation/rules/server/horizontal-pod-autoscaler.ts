import { pathSegmentName } from '../../../kubernetes/formats';
import type { CrossVersionObjectReference } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';

/** The first minors that ask for the group of a scale target, and say of zero maxReplicas that they are required. */
const API_VERSION_SINCE = 34;
const MAX_REPLICAS_REQUIRED_SINCE = 36;
const SOURCE = 'kubernetes pkg/apis/autoscaling/validation/validation.go';

/** What a HorizontalPodAutoscaler scales, and between which bounds. */
export const horizontalPodAutoscalerRules = defineRules([
  {
    id: 'valid-min-replicas',
    summary: '`minReplicas` is at least 1.',
    why: 'Without a pod there is no metric that could bring one back.',
    fix: 'Leave minReplicas out for 1, or write more.',
    source: `${SOURCE} validateHorizontalPodAutoscalerSpec, validateMetrics`,
    example: { bad: 'spec: { minReplicas: 0, maxReplicas: 2 }', good: 'spec: { minReplicas: 1, maxReplicas: 2 }' },
    visit: {
      HorizontalPodAutoscaler({ spec = {} }, at, report) {
        const { minReplicas = 1, metrics = [] } = spec;
        if (minReplicas >= 1) return;
        report(invalid(at.down('spec', 'minReplicas'), minReplicas, 'must be greater than or equal to 1'));
        if (minReplicas === 0 && !metrics.some(({ type }) => type === 'Object' || type === 'External')) {
          const detail = 'must specify at least one Object or External metric to support scaling to zero replicas';
          report(forbidden(at.down('spec', 'metrics'), detail));
        }
      },
    },
  },
  {
    id: 'valid-max-replicas',
    summary: '`maxReplicas` is given, at least 1 and at least minReplicas.',
    why: 'It is the bound that keeps a wrong metric from filling the cluster.',
    fix: 'Write the most pods that may run, no fewer than minReplicas.',
    source: `${SOURCE} validateHorizontalPodAutoscalerSpec`,
    example: { bad: 'spec: { minReplicas: 2, maxReplicas: 1 }', good: 'spec: { minReplicas: 2, maxReplicas: 4 }' },
    visit: {
      HorizontalPodAutoscaler({ spec = {} }, at, report, { minor }) {
        const { minReplicas = 1, maxReplicas = 0 } = spec;
        if (maxReplicas >= 1 && maxReplicas >= minReplicas) return;
        const field = at.down('spec', 'maxReplicas');
        if (maxReplicas === 0 && minor >= MAX_REPLICAS_REQUIRED_SINCE)
          report(required(field, 'must be set and greater than 0'));
        else if (maxReplicas < 1) report(invalid(field, maxReplicas, 'must be greater than 0'));
        if (maxReplicas < minReplicas)
          report(invalid(field, maxReplicas, 'must be greater than or equal to minReplicas'));
      },
    },
  },
  {
    id: 'valid-scale-target',
    summary: '`scaleTargetRef` names a kind and an object, and with apiVersion the group of the kind.',
    why: 'The autoscaler looks the workload up by all three.',
    fix: 'Write apiVersion, kind and name of the workload: apps/v1, Deployment and web, for instance.',
    source: `${SOURCE} ValidateCrossVersionObjectReference`,
    example: {
      bad: 'spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment } }',
      good: 'spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }',
    },
    visit: {
      HorizontalPodAutoscaler({ spec }, at, report, { minor }) {
        const reference = spec?.scaleTargetRef ?? {};
        const needsGroup = reference.kind !== 'ReplicationController';
        checkReference(reference, at.down('spec', 'scaleTargetRef'), report, minor, needsGroup);
      },
    },
  },
  {
    id: 'valid-described-object',
    summary: 'The describedObject of a metric names a kind and an object.',
    why: 'The metric is one of that object.',
    fix: 'Write apiVersion, kind and name of the object that the metric describes.',
    source: `${SOURCE} validateObjectSource, ValidateCrossVersionObjectReference`,
    example: {
      bad: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { maxReplicas: 2, metrics: [{ type: Object, object: { describedObject: { kind: Ingress } } }] }',
      good: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { maxReplicas: 2, metrics: [{ type: Object, object: { describedObject: { kind: Ingress, name: web } } }] }',
    },
    visit: {
      metricSpec({ object }, at, report, { minor }) {
        if (object) checkReference(object.describedObject ?? {}, at.down('object', 'describedObject'), report, minor);
      },
    },
  },
]);

function checkReference(
  { apiVersion = '', kind = '', name = '' }: CrossVersionObjectReference,
  at: FieldPath,
  report: Report,
  minor: number,
  needsGroup = false,
): void {
  if (kind === '') report(required(at.child('kind')));
  for (const reason of pathSegmentName(kind)) report(invalid(at.child('kind'), kind, reason));
  if (name === '') report(required(at.child('name')));
  for (const reason of pathSegmentName(name)) report(invalid(at.child('name'), name, reason));
  if (minor < API_VERSION_SINCE) return;
  const slash = apiVersion.indexOf('/');
  if (apiVersion !== '/' && slash !== apiVersion.lastIndexOf('/'))
    report(invalid(at.child('apiVersion'), apiVersion, 'must be a group and a version with one slash between them'));
  else if (needsGroup && slash <= 0) report(invalid(at.child('apiVersion'), apiVersion, 'must specify an API group'));
}
