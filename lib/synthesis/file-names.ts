import type { App as Cdk8sApp, Chart } from 'cdk8s';
import { Names, YamlOutputType } from 'cdk8s';
import type { AppObject, Collected } from './collect-objects';
import { SynthesisError } from './synthesis-error';

/** Marks the apps of podwright, whose files are named after their charts and nothing else. */
export const PODWRIGHT_APP = Symbol.for('podwright.App');

const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The objects of each file, by the file's path relative to the output folder. */
export type Layout = Map<string, AppObject[]>;

/**
 * Divides the objects of an app into files, as the app's `yamlOutputType` asks.
 *
 * The files of an app of cdk8s are named as cdk8s names them. Those of an app of podwright keep their names
 * whatever depends on what: a chart's file has the ids of the chart and of the charts around it, joined by `-`.
 *
 * @throws SynthesisError `ERR_FILE_NAME` when a name would leave the output folder or two charts claim one file.
 */
export function layoutFiles(app: Cdk8sApp, collected: Collected): Layout {
  const files: Layout = new Map();
  const extension = app.outputFileExtension;
  const name = PODWRIGHT_APP in app ? stableName : cdk8sNamer(collected.chartsDepend);
  if (app.yamlOutputType === YamlOutputType.FILE_PER_APP) {
    if (collected.charts.length > 0)
      files.set(
        safe(`app${extension}`),
        collected.charts.flatMap((chart) => chart.objects),
      );
    return files;
  }
  for (const { chart, objects } of collected.charts) {
    if (app.yamlOutputType === YamlOutputType.FILE_PER_CHART)
      claim(files, safe(`${name(chart)}${extension}`), objects, chart);
    else {
      const folder = app.yamlOutputType === YamlOutputType.FILE_PER_RESOURCE ? '' : `${safe(name(chart))}/`;
      for (const object of objects)
        claim(files, `${folder}${safe(`${resourceName(object)}${extension}`)}`, [object], chart);
    }
  }
  return files;
}

function claim(files: Layout, path: string, objects: readonly AppObject[], chart: Chart): void {
  const taken = files.get(path);
  if (taken?.[0]) {
    const others = `${taken[0].construct.node.path} and ${objects[0]?.construct.node.path ?? chart.node.path}`;
    throw new SynthesisError(
      'ERR_FILE_NAME',
      `${others} would both be written to ${path}; give one of them another name.`,
    );
  }
  files.set(path, [...objects]);
}

function safe(name: string): string {
  if (SAFE_NAME.test(name)) return name;
  throw new SynthesisError(
    'ERR_FILE_NAME',
    `'${name}' is no name for a file in the output folder; chart ids hold letters, digits, '.', '-' and '_' and begin with a letter or digit.`,
  );
}

function stableName(chart: Chart): string {
  return chart.node.path.replaceAll('/', '-');
}

/** Follows cdk8s src/app.ts: charts that depend on each other are numbered. */
function cdk8sNamer(numbered: boolean): (chart: Chart) => string {
  let index = 0;
  return (chart) => {
    const name = Names.toDnsLabel(chart);
    if (!numbered) return name;
    index += 1;
    return `${String(index - 1).padStart(4, '0')}-${name}`;
  };
}

function resourceName({ json }: AppObject): string {
  const name = (json.metadata as { name?: string } | undefined)?.name;
  return `${json.kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}
