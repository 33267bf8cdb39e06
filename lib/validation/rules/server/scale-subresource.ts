import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { perVersion } from './per-version';

const SOURCE =
  'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go ValidateCustomResourceDefinitionSubresources';
const VERSION = 'name: v1, storage: true, schema: { openAPIV3Schema: { type: object } }';

/** How a custom resource is scaled. */
export const scaleSubresourceRules = defineRules([
  {
    id: 'valid-scale-path',
    summary:
      'The paths of the scale subresource begin with .spec. or .status.: there the replicas are asked for and counted.',
    why: 'Autoscalers and kubectl scale read and write the replicas there.',
    fix: 'Write specReplicasPath: .spec.replicas and statusReplicasPath: .status.replicas.',
    source: `${SOURCE}, validateSimpleJSONPath`,
    example: {
      bad: `spec: { versions: [{ ${VERSION}, subresources: { scale: { specReplicasPath: spec.replicas, statusReplicasPath: .status.replicas } } }] }`,
      good: `spec: { versions: [{ ${VERSION}, subresources: { scale: { specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas } } }] }`,
    },
    visit: {
      CustomResourceDefinition({ spec = {} }, _at, report) {
        for (const { value, at } of perVersion(spec, 'subresources')) {
          if (value?.scale === undefined) continue;
          const { specReplicasPath, statusReplicasPath, labelSelectorPath } = value.scale;
          const field = at.child('scale');
          requirePath(specReplicasPath, ['.spec.'], field.child('specReplicasPath'), report);
          requirePath(statusReplicasPath, ['.status.'], field.child('statusReplicasPath'), report);
          if (labelSelectorPath)
            requirePath(labelSelectorPath, ['.spec.', '.status.'], field.child('labelSelectorPath'), report);
        }
      },
    },
  },
]);

function requirePath(path: string | undefined, roots: readonly string[], at: FieldPath, report: Report): void {
  if (!path) report(required(at));
  else if (!roots.some((root) => path.startsWith(root)))
    report(invalid(at, path, `should be a json path under ${roots.join(' or ')}`));
}
