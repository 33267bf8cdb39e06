import type { ApiObject } from 'cdk8s';
import type { App } from '../../../lib/synthesis/app';
import { renderApp } from '../../../lib/synthesis/render';
import { appOf, type Dependencies } from './app-of';

const ANNOTATION = 'argocd.argoproj.io/sync-wave';

const wavesOf = (app: App) =>
  Object.fromEntries(
    renderApp(app).objects.map(({ json }) => {
      const { name, annotations } = json.metadata as { name: string; annotations?: Record<string, string> };
      return [name, annotations?.[ANNOTATION]];
    }),
  );

test.each<[string, Dependencies, Record<string, string | undefined>]>([
  ['nothing without dependencies', {}, { x: undefined, y: undefined, z: undefined }],
  ['the wave after', { 'Pod/y': ['Pod/x'] }, { x: undefined, y: '1', z: undefined }],
  ['the wave after the last', { 'Pod/y': ['Pod/x'], 'Pod/z': ['Pod/x', 'Pod/y'] }, { x: undefined, y: '1', z: '2' }],
])('writes %s', (_name, dependencies, waves) => {
  expect(wavesOf(appOf({ a: ['Pod/x', 'Pod/y', 'Pod/z'] }, dependencies, { argoCdSyncWaves: true }))).toEqual(waves);
});

test.each([
  ['5', '6'],
  ['-1', undefined],
])('counts from the wave %s that the app wrote itself', (own, next) => {
  const app = appOf({ a: ['Pod/x', 'Pod/y'] }, { 'Pod/y': ['Pod/x'] }, { argoCdSyncWaves: true });
  (app.node.findChild('a').node.findChild('Pod-x') as ApiObject).metadata.addAnnotation(ANNOTATION, own);
  expect(wavesOf(app)).toEqual({ x: own, y: next });
});

test('leaves other annotations, and writes none unless asked', () => {
  const app = (argoCdSyncWaves: boolean) => {
    const built = appOf({ a: ['Pod/x', 'Pod/y'] }, { 'Pod/y': ['Pod/x'] }, { argoCdSyncWaves });
    (built.node.findChild('a').node.findChild('Pod-y') as ApiObject).metadata.addAnnotation('team', 'web');
    return renderApp(built).objects.at(-1)?.json.metadata;
  };
  expect(app(true)).toEqual({ name: 'y', annotations: { team: 'web', [ANNOTATION]: '1' } });
  expect(app(false)).toEqual({ name: 'y', annotations: { team: 'web' } });
});
