import { parse } from 'yaml';
import { apiVersionOf, kinds } from '../../../lib/kubernetes/kinds';
import type { Rule } from '../../../lib/validation/rule';
import { validate } from '../../../lib/validation/validate';
import { volumeNodePlaces } from '../../../lib/validation/volume-nodes';
import { object, pod, podWithContainer } from '../manifests';
import { testTables } from './test-tables';

type Manifest = Record<string, unknown>;

/** A case: a manifest, or one with the Kubernetes version to validate for. */
type Case = Manifest | { readonly manifest: Manifest; readonly kubeVersion: string };

/** The cases of one rule. The findings of an invalid case are written `field: Reason`. */
export interface Table {
  readonly valid: Record<string, Case>;
  readonly invalid: Record<string, readonly [Case, ...findings: string[]]>;
}

/** Tests every rule of a file with its table; a rule without a table, or a table without a rule, fails. */
export function testRules(rules: readonly Rule[], tables: Record<string, Table>): void {
  testTables(rules, tables, testTable);
}

function testTable(rule: Rule, table: Table): void {
  test('its example breaks it and keeps it', () => {
    expect(findings(rule, exampleObject(rule, rule.example.bad))).not.toEqual([]);
    expect(findings(rule, exampleObject(rule, rule.example.good))).toEqual([]);
  });
  for (const [name, valid] of Object.entries(table.valid)) {
    test(`accepts ${name}`, () => expect(findings(rule, valid)).toEqual([]));
  }
  for (const [name, [invalid, ...expected]] of Object.entries(table.invalid)) {
    test(`refuses ${name}`, () => expect(findings(rule, invalid).sort()).toEqual([...expected].sort()));
  }
}

/** What a rule finds in a manifest, each as `field: Reason`. */
export function findings(rule: Rule, given: Case): string[] {
  const oldest = rule.until === undefined ? {} : { kubeVersion: `1.${rule.until}` };
  const [manifest, options] =
    'kubeVersion' in given ? [given.manifest, { kubeVersion: String(given.kubeVersion) }] : [given, oldest];
  const found = validate([structuredClone(manifest)], options).filter((diagnostic) => diagnostic.rule === rule.id);
  return found.map(({ field, reason }) => `${field}: ${reason}`);
}

/** The object that a rule's example stands for: itself when it is whole, else a Pod with the fragment at the rule's node. */
export function exampleObject(rule: Rule, example: string): Manifest {
  const fragment = parse(example) as Manifest;
  if (typeof fragment === 'object' && fragment !== null && 'kind' in fragment && 'apiVersion' in fragment)
    return fragment;
  const node = Object.keys(rule.visit)[0] ?? '';
  const whole = wrappers[node];
  if (whole) return whole(fragment);
  const place = volumeNodePlaces[node as keyof typeof volumeNodePlaces]?.volume?.[0];
  if (place) return pod({ volumes: [{ name: 'data', ...standingAt(place, fragment) }] });
  const kind = kinds.find((known) => known.kind === node);
  if (kind) return { apiVersion: apiVersionOf(kind), kind: node, metadata: { name: 'web' }, ...fragment };
  throw new Error(`the example of ${rule.id} needs apiVersion and kind`);
}

/** The object in which a value stands at a place such as `secret.items[]`. */
function standingAt(place: string, value: unknown): Manifest {
  const [step = '', ...rest] = place.split('.');
  const below = rest.length === 0 ? value : standingAt(rest.join('.'), value);
  return step.endsWith('[]') ? { [step.slice(0, -2)]: [below] } : { [step]: below };
}

const wrappers: Record<string, (fragment: Manifest) => Manifest> = {
  object: (fragment) => ({ ...pod(), ...fragment }),
  objectMeta: (metadata) => pod({}, metadata),
  pod: (fragment) => ({ ...pod(), ...fragment }),
  podSpec: (spec) => pod(spec),
  affinity: (affinity) => pod({ affinity }),
  nodeSelector: (selector) =>
    pod({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: selector } } }),
  nodeSelectorTerm: (term) =>
    pod({
      affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } } },
    }),
  podAffinityTerm: (term) =>
    pod({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } }),
  toleration: (toleration) => pod({ tolerations: [toleration] }),
  topologySpreadConstraint: (constraint) => pod({ topologySpreadConstraints: [constraint] }),
  volume: (volume) => pod({ volumes: [volume] }),
  container: (container) => podWithContainer(container),
  containerPort: (port) => podWithContainer({ ports: [port] }),
  envFromSource: (source) => podWithContainer({ envFrom: [source] }),
  envVar: (env) => podWithContainer({ env: [env] }),
  volumeMount: (mount) => podWithContainer({ volumeMounts: [mount] }, { volumes: [{ name: 'data', emptyDir: {} }] }),
  probe: (probe) => podWithContainer({ livenessProbe: probe }),
  lifecycleHandler: (handler) => podWithContainer({ lifecycle: { preStop: handler } }),
  appArmorProfile: (appArmorProfile) => podWithContainer({ securityContext: { appArmorProfile } }),
  seccompProfile: (seccompProfile) => podWithContainer({ securityContext: { seccompProfile } }),
  windowsOptions: (windowsOptions) => podWithContainer({ securityContext: { windowsOptions } }),
  servicePort: (port) => object('v1', 'Service', { spec: { ports: [port] } }),
};
