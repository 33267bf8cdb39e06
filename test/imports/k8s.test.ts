import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiObject, type ApiObjectMetadata, App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import * as k8s from '../../imports/k8s';
import { importedDefinitions, kindOf } from '../../scripts/import/definition';
import { DESCRIPTIONS } from '../../scripts/import/descriptions';
import { renderImports } from '../../scripts/import/render';

const definitions = importedDefinitions(36);
const text = renderImports(definitions);

type KubeConstruct = {
  new (scope: Construct, id: string, props: { metadata?: ApiObjectMetadata; [key: string]: unknown }): ApiObject;
  readonly GVK: { readonly apiVersion: string; readonly kind: string };
};
const constructs = Object.entries(k8s as unknown as Record<string, KubeConstruct>);

test('the committed file is what the importer writes', () => {
  expect(readFileSync(join(__dirname, '..', '..', 'imports', 'k8s.ts'), 'utf8') === text).toBe(true);
});

test('the definitions are read in the order of their names, so that the file is the same every time', () => {
  expect([...definitions.keys()]).toEqual([...definitions.keys()].sort());
});

test('every definition has a type', () => {
  const types = text.match(/^export (?:interface|type) \w+/gm) ?? [];
  expect(new Set(types).size).toBe(definitions.size);
});

test('every kind has one construct', () => {
  const kinds = [...definitions.values()].flatMap((definition) => kindOf(definition) ?? []);
  const names = kinds.map(({ group, version, kind }) => `${group ? `${group}/` : ''}${version} ${kind}`).sort();
  expect(constructs.map(([, { GVK }]) => `${GVK.apiVersion} ${GVK.kind}`).sort()).toEqual(names);
});

test.each([
  ['KubePod', 'v1', 'Pod'],
  ['KubeDeployment', 'apps/v1', 'Deployment'],
  ['KubeHorizontalPodAutoscaler', 'autoscaling/v1', 'HorizontalPodAutoscaler'],
  ['KubeHorizontalPodAutoscalerV2', 'autoscaling/v2', 'HorizontalPodAutoscaler'],
  ['KubeEvent', 'v1', 'Event'],
  ['KubeEventEvents', 'events.k8s.io/v1', 'Event'],
])('%s is %s %s', (name, apiVersion, kind) => {
  expect(Object.fromEntries(constructs)[name]?.GVK).toEqual({ apiVersion, kind });
});

test.each(constructs)('%s keeps every field, known or not', (_, KubeObject) => {
  const object = new KubeObject(new Chart(new App(), 'chart'), 'id', {
    metadata: { name: 'name', surprise: 1 },
    unknownToUs: { list: [1], map: {} },
  });
  expect(object.toJson()).toEqual({
    ...KubeObject.GVK,
    metadata: { name: 'name', surprise: 1 },
    unknownToUs: { list: [1], map: {} },
  });
});

test('at least 150 fields are described, in one sentence or two each', () => {
  const sentences = Object.values(DESCRIPTIONS).flatMap((fields) => Object.values(fields));
  expect(sentences.length).toBeGreaterThanOrEqual(150);
  expect(sentences.filter((sentence) => !/^[A-Z`].+\.$/.test(sentence))).toEqual([]);
});

test.each([
  ['an enumeration', /readonly imagePullPolicy\?: 'Always' \| 'IfNotPresent' \| 'Never';/],
  ['an enumeration that only the validation of the server knows', /readonly whenDeleted\?: 'Delete' \| 'Retain';/],
  ['a list of one', /readonly policyTypes\?: readonly \('Egress' \| 'Ingress'\)\[\];/],
  ['a required field', /interface EnvVar \{[^}]*readonly name: string;/],
  ['an optional field', /interface EnvVar \{[^}]*readonly value\?: string;/],
  ['a map', /readonly nodeSelector\?: \{ readonly \[key: string\]: string \};/],
  ['a number or a name', /export type IntOrString = number \| string;/],
  ['anything', /export type RawExtension = unknown;/],
  ['a field whose name is no identifier', /readonly 'x-kubernetes-list-type'\?: string;/],
  [
    'the kind, as the one value it can have',
    /interface KubePodProps \{\s+readonly apiVersion\?: 'v1';\s+readonly kind\?: 'Pod';/,
  ],
  ['a page for a kind', /\/\*\* \S+\/workload-resources\/deployment-v1\/ \*\/\nexport interface KubeDeploymentProps/],
  ['a page for a part', /\/\*\* \S+\/workload-resources\/pod-v1\/ \*\/\nexport interface Probe /],
  ['a page for what all share', /\/\*\* \S+\/common-definitions\/object-meta\/ \*\/\nexport interface ObjectMeta /],
])('the types say %s', (_, pattern) => {
  expect(text).toMatch(pattern);
});

test('every type links to the reference or is explained', () => {
  const documented = text.match(/^\/\*\* .+ \*\/\nexport (?:interface|type|class) \w+/gm) ?? [];
  expect(documented.length).toBe((text.match(/^export /gm) ?? []).length);
});

test.each([
  ['Namespace', { namespace: undefined }, undefined],
  ['PersistentVolume', { namespace: undefined }, undefined],
  ['Namespace', { namespace: 'given' }, 'given'],
  ['ConfigMap', { namespace: undefined }, 'shop'],
])('a %s with %j in a chart with a namespace is in %j', (kind, metadata, namespace) => {
  const KubeObject = (k8s as unknown as Record<string, KubeConstruct>)[`Kube${kind}`] as KubeConstruct;
  const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
  expect(new KubeObject(chart, 'web', { metadata }).toJson().metadata.namespace).toBe(namespace);
});
