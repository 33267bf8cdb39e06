import { parse } from 'yaml';
import { render } from '../../../lib/synthesis/render';
import { appOf } from './app-of';

const filesOf = (charts: Record<string, string[]>, props = {}) =>
  render(appOf(charts, {}, { kustomization: true, ...props }));
const kustomizationOf = (files: ReturnType<typeof filesOf>) => {
  const file = files.find(({ path }) => path === 'kustomization.yaml');
  return file && parse(file.content);
};

test('lists every file that holds manifests, and stands beside them', () => {
  const files = filesOf(
    { web: ['Pod/shop/web', 'Namespace/shop'], api: ['Pod/api'], empty: [] },
    { folderPerNamespace: true },
  );
  expect(kustomizationOf(files)).toEqual({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: ['api.k8s.yaml', 'cluster/web.k8s.yaml', 'namespaces/shop/web.k8s.yaml'],
  });
});

test('lists no file without manifests, which kustomize has no use for', () => {
  expect(kustomizationOf(filesOf({ web: ['Pod/web'], empty: [] })).resources).toEqual(['web.k8s.yaml']);
});

test.each([
  ['it is not asked for', { web: ['Pod/web'] }, { kustomization: false }],
  ['there is nothing to list', { empty: [] }, {}],
])('is not written when %s', (_name, charts, props) => expect(kustomizationOf(filesOf(charts, props))).toBeUndefined());

test('refuses a chart of its name', () => {
  expect(() => filesOf({ kustomization: ['Pod/web'] }, { outputFileExtension: '.yaml' })).toThrow(
    expect.objectContaining({ code: 'ERR_FILE_NAME' }),
  );
});
