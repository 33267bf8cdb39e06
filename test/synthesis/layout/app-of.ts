import { ApiObject } from 'cdk8s';
import { Chart } from '../../../lib/constructs/chart';
import { App, type AppProps } from '../../../lib/synthesis/app';
import { renderApp } from '../../../lib/synthesis/render';

const GROUPS: Record<string, string> = { Deployment: 'apps/v1', Job: 'batch/v1', Widget: 'example.com/v1' };

/** What the objects of an app depend on: `'Deployment/web': ['Job/migrate']`. */
export type Dependencies = Readonly<Record<string, readonly string[]>>;

/**
 * An app whose objects are given by chart, as `Kind/name` or `Kind/namespace/name`, in the order of their construction.
 */
export function appOf(
  charts: Readonly<Record<string, readonly string[]>>,
  dependencies: Dependencies = {},
  props: AppProps = {},
): App {
  const app = new App(props);
  const objects = new Map<string, ApiObject>();
  for (const [id, names] of Object.entries(charts)) {
    const chart = new Chart(app, id);
    for (const name of names) objects.set(name, objectOf(chart, name));
  }
  for (const [dependent, needed] of Object.entries(dependencies))
    for (const name of needed) objects.get(dependent)?.addDependency(objects.get(name) as ApiObject);
  return app;
}

function objectOf(chart: Chart, id: string): ApiObject {
  const [kind = '', ...rest] = id.split('/');
  const [name, namespace] = rest.toReversed();
  return new ApiObject(chart, id.replaceAll('/', '-'), {
    apiVersion: GROUPS[kind] ?? 'v1',
    kind,
    metadata: { ...(name && { name }), ...(namespace && { namespace }) },
  });
}

/** The objects of an app in the order of application, as `Kind/name`. */
export function orderOf(app: App): string[] {
  return renderApp(app).objects.map(({ json }) => `${json.kind}/${(json.metadata as { name: string }).name}`);
}
