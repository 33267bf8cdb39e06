import { YamlOutputType } from 'cdk8s';
import type { AppProps } from '../../../lib/synthesis/app';
import { render } from '../../../lib/synthesis/render';
import { appOf } from './app-of';

const charts = {
  base: ['Namespace/shop', 'PersistentVolume/data'],
  web: ['Deployment/shop/web', 'ConfigMap/shop/web', 'ConfigMap/tools/web', 'Secret/open'],
};

const filesOf = (props: AppProps) =>
  Object.fromEntries(
    render(appOf(charts, {}, props)).map(({ path, objects }) => [
      path.replace('.k8s.yaml', ''),
      objects.map(({ json }) => json.kind).join(' '),
    ]),
  );

test.each<[string, AppProps, Record<string, string>]>([
  [
    'one file a chart, unless asked otherwise',
    {},
    { base: 'Namespace PersistentVolume', web: 'ConfigMap ConfigMap Secret Deployment' },
  ],
  [
    'one file for all',
    { yamlOutputType: YamlOutputType.FILE_PER_APP },
    { app: 'Namespace ConfigMap ConfigMap Secret PersistentVolume Deployment' },
  ],
  [
    'one file a chart, in a folder for each namespace',
    { folderPerNamespace: true },
    {
      'cluster/base': 'Namespace PersistentVolume',
      'namespaces/shop/web': 'ConfigMap Deployment',
      'namespaces/tools/web': 'ConfigMap',
      web: 'Secret',
    },
  ],
  [
    'one file a resource, in a folder for each namespace',
    { yamlOutputType: YamlOutputType.FILE_PER_RESOURCE, folderPerNamespace: true },
    {
      'Secret.open': 'Secret',
      'cluster/Namespace.shop': 'Namespace',
      'cluster/PersistentVolume.data': 'PersistentVolume',
      'namespaces/shop/ConfigMap.web': 'ConfigMap',
      'namespaces/shop/Deployment.web': 'Deployment',
      'namespaces/tools/ConfigMap.web': 'ConfigMap',
    },
  ],
  [
    'one file a resource, in a folder for each namespace and chart',
    { yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, folderPerNamespace: true },
    {
      'cluster/base/Namespace.shop': 'Namespace',
      'cluster/base/PersistentVolume.data': 'PersistentVolume',
      'namespaces/shop/web/ConfigMap.web': 'ConfigMap',
      'namespaces/shop/web/Deployment.web': 'Deployment',
      'namespaces/tools/web/ConfigMap.web': 'ConfigMap',
      'web/Secret.open': 'Secret',
    },
  ],
])('%s', (_name, props, files) => expect(filesOf(props)).toEqual(files));

test('one file for all, in a folder for each namespace', () => {
  expect(Object.keys(filesOf({ yamlOutputType: YamlOutputType.FILE_PER_APP, folderPerNamespace: true }))).toEqual([
    'app',
    'cluster/app',
    'namespaces/shop/app',
    'namespaces/tools/app',
  ]);
});

test.each<[string, Record<string, string[]>, AppProps, string]>([
  [
    'objects of one kind and name in two namespaces',
    { web: ['ConfigMap/shop/web', 'ConfigMap/tools/web'] },
    { yamlOutputType: YamlOutputType.FILE_PER_RESOURCE },
    'web/ConfigMap-shop-web and web/ConfigMap-tools-web would both be written to ConfigMap.web.k8s.yaml',
  ],
  [
    'charts that differ in case only',
    { web: ['Pod/a'], Web: ['Pod/b'] },
    {},
    'web and Web would both be written to Web.k8s.yaml',
  ],
  [
    'a namespace that would leave the folder',
    { web: ['Pod/../a'] },
    { folderPerNamespace: true },
    "'..' is no name for a file",
  ],
])('refuses %s', (_name, objects, props, message) => {
  expect(() => render(appOf(objects, {}, props))).toThrow(
    expect.objectContaining({ code: 'ERR_FILE_NAME', message: expect.stringContaining(message) }),
  );
});
