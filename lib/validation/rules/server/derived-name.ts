import { dnsSubdomain, maskTrailingDash, pathSegmentName } from '../../../kubernetes/formats';
import type { APIServiceSpec, CustomResourceDefinitionSpec } from '../../../kubernetes/generated/decoded';
import { canonicalIP } from '../../../kubernetes/ip';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';

type Spec = APIServiceSpec & CustomResourceDefinitionSpec;

/** The kinds whose names follow from what they stand for. */
export const DERIVED_NAME_KINDS: ReadonlySet<string> = new Set(['APIService', 'CustomResourceDefinition', 'IPAddress']);

/** The names of the kinds that nobody may choose. */
export const derivedNameRules = defineRules([
  {
    id: 'valid-derived-name',
    summary: 'The name of a CustomResourceDefinition, an APIService or an IPAddress is made of what it stands for.',
    why: 'So no two of them can stand for the same.',
    fix: 'Write plural.group for a CustomResourceDefinition, version.group for an APIService, the address for an IPAddress.',
    source:
      'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation ValidateCustomResourceDefinition, k8s.io/kube-aggregator pkg/apis/apiregistration/validation ValidateAPIService, kubernetes pkg/apis/networking/validation ValidateIPAddressName',
    example: {
      bad: 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widget }\nspec: { group: example.com, names: { plural: widgets } }',
      good: 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec: { group: example.com, names: { plural: widgets } }',
    },
    visit: {
      objectMeta({ name, generateName }, at, report, { kind, object }) {
        if (!DERIVED_NAME_KINDS.has(kind.kind)) return;
        const spec = (object.spec ?? {}) as Spec;
        if (name)
          for (const reason of reasonsFor(kind.kind, name, spec)) report(invalid(at.child('name'), name, reason));
        if (!generateName) return;
        for (const reason of reasonsFor(kind.kind, generateName, spec, maskTrailingDash(generateName)))
          report(invalid(at.child('generateName'), generateName, reason));
      },
    },
  },
]);

function reasonsFor(kind: string, name: string, { group = '', names, version = '' }: Spec, masked = name): string[] {
  if (kind === 'IPAddress') return canonicalIP(name);
  const expected = kind === 'APIService' ? `${version}.${group}` : `${names?.plural ?? ''}.${group}`;
  const reasons = kind === 'APIService' ? pathSegmentName(name) : dnsSubdomain(masked);
  return name === expected ? reasons : [...reasons, `must be ${expected}`];
}
