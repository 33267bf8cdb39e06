import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Application } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { Kustomization } from '@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1/Kustomization';
import { GitRepository } from '@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1/GitRepository';
import { YamlOutputType } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { render } from '../../lib/synthesis/render';
import { appOf } from '../synthesis/layout/app-of';
import { compile } from '../types/compile';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** The schema of a kind, as the project that defines it publishes it, and the module with its type. */
const KINDS: Record<string, readonly [new (object: never) => { validate(): void }, string]> = {
  Application: [Application, '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application'],
  GitRepository: [GitRepository, '@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1/GitRepository'],
  Kustomization: [Kustomization, '@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1/Kustomization'],
};

const manifestsIn = (text: string): Manifest[] => parseAllDocuments(text).map((document) => document.toJS());
const example = (path: string) => manifestsIn(readFileSync(join(__dirname, '../../examples', path), 'utf8'));

/** The Kustomizations that an app of two charts gets for Flux, one of which waits for the other. */
function written(): Manifest[] {
  const app = appOf(
    { web: ['Pod/web'], base: ['ConfigMap/base'] },
    { 'Pod/web': ['ConfigMap/base'] },
    {
      yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
      fluxKustomizations: { sourceRef: { kind: 'GitRepository', name: 'shop' }, path: './dist' },
    },
  );
  return manifestsIn(render(app).find(({ path }) => path.startsWith('flux/'))?.content ?? '');
}

const manifests = [...example('flux/shop.yaml'), ...example('argocd/application.yaml'), ...written()];

const [repository] = example('flux/shop.yaml') as (Manifest & { spec: object })[];
const changed = (change: object) => ({ ...repository, spec: { ...repository?.spec, ...change } }) as Manifest;
const mistakes = [changed({ interval: 'often' }), changed({ intervall: '1m' })];

/** Fields that a kind does not have, as its type says. */
const unknownFields = compile(
  [...manifests, ...mistakes].map((manifest) => {
    const type = `I${manifest.kind}`;
    return `import type { ${type} } from '${KINDS[manifest.kind]?.[1]}';\nexport const object: ${type} = ${JSON.stringify(manifest)}`;
  }),
  '',
).map((problems) => problems.map(({ message }) => message));

/** Values that the schema of a kind refuses. */
function refusedValues(manifest: Manifest): string[] {
  const [Kind] = KINDS[manifest.kind] ?? [];
  if (!Kind) throw new Error(`no schema of ${manifest.kind}`);
  try {
    new Kind(manifest as never).validate();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

test.each(manifests.map((manifest, index) => ({ name: manifest.metadata.name, kind: manifest.kind, index })))(
  'the $kind $name is what Argo CD or Flux takes',
  ({ index }) => {
    expect([unknownFields[index], refusedValues(manifests[index] as Manifest)]).toEqual([[], []]);
  },
);

test('what they do not take is noticed', () => {
  expect(mistakes.map((mistake) => refusedValues(mistake).length)).toEqual([1, 0]);
  expect(unknownFields.slice(-2)).toEqual([[], [expect.stringContaining('intervall')]]);
});
