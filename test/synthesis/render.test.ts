import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as Cdk8sApp, Chart as Cdk8sChart, YamlOutputType } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { Chart } from '../../lib/constructs/chart';
import { Deployment } from '../../lib/constructs/deployment';
import { App } from '../../lib/synthesis/app';
import { render } from '../../lib/synthesis/render';

/** The files that cdk8s itself writes for an app, by path. */
function writtenByCdk8s(
  build: (props: { outdir: string; yamlOutputType: YamlOutputType }) => Cdk8sApp,
  yamlOutputType: YamlOutputType,
): Map<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-'));
  try {
    build({ outdir, yamlOutputType }).synth();
    const paths = (readdirSync(outdir, { recursive: true }) as string[]).filter((path) =>
      statSync(join(outdir, path)).isFile(),
    );
    return new Map(paths.sort().map((path) => [path, readFileSync(join(outdir, path), 'utf8')]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const layouts = [
  YamlOutputType.FILE_PER_APP,
  YamlOutputType.FILE_PER_CHART,
  YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
];

describe('an app of cdk8s renders into the files that cdk8s writes, byte for byte', () => {
  const plusApp = (props: { outdir: string; yamlOutputType: YamlOutputType }) => {
    const app = new Cdk8sApp(props);
    const web = new Cdk8sChart(app, 'web', { namespace: 'shop', labels: { team: 'a' } });
    const settings = new kplus.ConfigMap(web, 'settings', { data: { yes: 'no', port: '8080', text: 'a\nb\n' } });
    const deployment = new kplus.Deployment(web, 'web', {
      containers: [{ image: 'nginx:1.29', portNumber: 80, envFrom: [kplus.Env.fromConfigMap(settings)] }],
    });
    deployment.exposeViaService({ ports: [{ port: 80 }] });
    new ApiObject(new Cdk8sChart(app, 'other'), 'raw', {
      apiVersion: 'example.com/v1',
      kind: 'Thing',
      spec: { z: 1, a: [1, { c: null }] },
    });
    return app;
  };
  test.each(layouts)('constructs of cdk8s-plus-28, layout %s', (layout) => {
    expect(
      new Map(
        render(plusApp({ outdir: 'unused', yamlOutputType: layout })).map(({ path, content }) => [path, content]),
      ),
    ).toEqual(writtenByCdk8s(plusApp, layout));
  });

  const link = record({ from: integer({ min: 0, max: 11 }), to: integer({ min: 0, max: 11 }) });
  const shape = record({
    charts: integer({ min: 1, max: 4 }),
    nested: boolean(),
    links: array(link, { maxLength: 6 }),
    layout: constantFrom(...layouts),
  });
  test('any number of charts, nested or not, with any dependencies', () => {
    assert(
      property(shape, ({ charts, nested, links, layout }) => {
        const build = (props: { outdir: string; yamlOutputType: YamlOutputType }) => {
          const app = new Cdk8sApp(props);
          const made: Cdk8sChart[] = [];
          for (let index = 0; index < charts; index += 1) {
            made.push(new Cdk8sChart(nested && index > 0 ? (made[index - 1] as Cdk8sChart) : app, `chart${index}`));
          }
          const objects = Array.from({ length: 12 }, (_, index) => {
            const chart = made[index % made.length] as Cdk8sChart;
            return new ApiObject(chart, `object${index}`, {
              apiVersion: 'v1',
              kind: 'ConfigMap',
              metadata: { name: `object${index}` },
            });
          });
          // Only backwards, so that no circle arises; objects of a nested chart come later than those around it.
          for (const { from, to } of links)
            if (from > to && !nested) objects[from]?.addDependency(objects[to] as ApiObject);
          return app;
        };
        expect(renderOrError(() => build({ outdir: 'unused', yamlOutputType: layout }))).toEqual(
          cdk8sOrError(build, layout),
        );
      }),
      { numRuns: 60 },
    );
  });
});

const asMap = (app: Cdk8sApp) => new Map(render(app).map(({ path, content }) => [path, content]));
const renderOrError = (build: () => Cdk8sApp) => attempt(() => asMap(build()));
const cdk8sOrError = (build: Parameters<typeof writtenByCdk8s>[0], layout: YamlOutputType) =>
  attempt(() => writtenByCdk8s(build, layout));

/** A circle of charts is an error in both, in words of their own. */
function attempt(action: () => Map<string, string>): Map<string, string> | 'error' {
  try {
    return action();
  } catch {
    return 'error';
  }
}

describe('an app of podwright', () => {
  const container = { containers: { app: { image: 'nginx:1.29' } } };

  test('names files after charts, whatever depends on what', () => {
    const app = new App();
    const first = new Chart(app, 'first');
    const second = new Chart(app, 'second');
    new Chart(second, 'inner');
    first.addDependency(second);
    expect(render(app).map(({ path }) => path)).toEqual(['first.k8s.yaml', 'second-inner.k8s.yaml', 'second.k8s.yaml']);
  });

  test.each(['..', '.hidden', 'a b', ''])(
    'refuses the chart id %j, whose file would leave the folder or hide',
    (id) => {
      const app = new App();
      expect(() => {
        new Chart(app, id);
        render(app);
      }).toThrow();
    },
  );

  test('refuses two charts that claim one file, naming both', () => {
    const app = new App();
    new Deployment(new Chart(app, 'a-b'), 'one', container);
    new Deployment(new Chart(new Chart(app, 'a'), 'b'), 'two', container);
    expect(() => render(app)).toThrow(
      expect.objectContaining({
        code: 'ERR_FILE_NAME',
        message: expect.stringContaining('a-b and a/b would both be written to a-b.k8s.yaml'),
      }),
    );
  });

  test('does not depend on the order of charts, the locale, the time zone or the working directory', () => {
    const build = (ids: readonly string[]) => {
      const app = new App();
      for (const id of ids) new Deployment(new Chart(app, id), 'web', container);
      return render(app).map(({ path, content }) => [path, content]);
    };
    const expected = build(['one', 'two', 'zeta']);
    const { LANG, LC_ALL, TZ } = process.env;
    const folder = process.cwd();
    try {
      Object.assign(process.env, { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Seoul' });
      process.chdir(tmpdir());
      expect(build(['zeta', 'two', 'one'])).toEqual(expected);
    } finally {
      process.chdir(folder);
      Object.assign(process.env, { LANG, LC_ALL, TZ });
    }
  });

  test("reports what a construct's own validation says", () => {
    const app = new App();
    const chart = new Chart(app, 'web');
    chart.node.addValidation({ validate: () => ['needs a Service'] });
    expect(() => render(app)).toThrow(
      expect.objectContaining({ code: 'ERR_CONSTRUCT_VALIDATION', message: '[web] needs a Service' }),
    );
  });
});
