import { YamlOutputType } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import type { AppProps } from '../../../lib/synthesis/app';
import { render } from '../../../lib/synthesis/render';
import { appOf, type Dependencies } from './app-of';

const props: AppProps = {
  yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
  fluxKustomizations: { sourceRef: { kind: 'GitRepository', name: 'shop' }, path: './dist' },
};
const charts = { web: ['Pod/web'], base: ['ConfigMap/base', 'Secret/base'], database: ['Pod/database'], empty: [] };

const kustomizations = (dependencies: Dependencies, own: Partial<AppProps> = {}) => {
  const file = render(appOf(charts, dependencies, { ...props, ...own })).find(({ path }) => path.startsWith('flux/'));
  return file && parseAllDocuments(file.content).map((document) => document.toJS());
};

test('each chart with objects has one, in its folder, and waits for those of the charts that it depends on', () => {
  const found = kustomizations({ 'Pod/web': ['Pod/database', 'ConfigMap/base'], 'Pod/database': ['Secret/base'] });
  expect(found?.map(({ metadata, spec }) => [metadata.name, spec.path, spec.dependsOn])).toEqual([
    ['base', './dist/base', undefined],
    ['database', './dist/database', [{ name: 'base' }]],
    ['web', './dist/web', [{ name: 'database' }, { name: 'base' }]],
  ]);
});

test('says what Flux has to know', () => {
  const [first] = kustomizations({}) ?? [];
  expect(first).toEqual({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: 'web', namespace: 'flux-system' },
    spec: {
      interval: '10m',
      path: './dist/web',
      prune: true,
      sourceRef: { kind: 'GitRepository', name: 'shop' },
      wait: true,
    },
  });
});

test('is not written unless asked for', () => {
  expect(kustomizations({}, { fluxKustomizations: undefined })).toBeUndefined();
});

test.each<[string, Partial<AppProps>]>([
  ['one file a chart', { yamlOutputType: YamlOutputType.FILE_PER_CHART }],
  ['folders of namespaces', { folderPerNamespace: true }],
])('refuses %s, as Flux applies folders', (_name, own) => {
  expect(() => kustomizations({}, own)).toThrow(expect.objectContaining({ code: 'ERR_CONFIG' }));
});

test('charts that wait for each other, by different objects, are a circle', () => {
  expect(() => kustomizations({ 'ConfigMap/base': ['Pod/web'], 'Pod/web': ['Secret/base'] })).toThrow(
    expect.objectContaining({ code: 'ERR_DEPENDENCY_CYCLE', message: expect.stringContaining('web -> base -> web') }),
  );
});
