import { type App as Cdk8sApp, type Chart, YamlOutputType } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { AppObject } from '../app-object';
import { SynthesisError } from '../synthesis-error';
import type { FileNaming } from './file-naming';

/** The objects of each file, by the file's path relative to the output folder. */
export type Layout = ReadonlyMap<string, readonly AppObject[]>;

/** What goes into the files of an app. */
export interface AppContent {
  readonly charts: readonly Chart[];
  /** In the order in which they are to stand in their files. */
  readonly objects: readonly AppObject[];
}

const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * Divides the objects of an app into files, as the app's `yamlOutputType` asks.
 *
 * @throws SynthesisError `ERR_FILE_NAME` when a name would leave the output folder or a file is claimed twice.
 */
export function layoutFiles(app: Cdk8sApp, { charts, objects }: AppContent, naming: FileNaming): Layout {
  const files = new FileClaims();
  const path = (folder: string, name: string) => folder + safe(`${name}${app.outputFileExtension}`);
  const isFilePerApp = app.yamlOutputType === YamlOutputType.FILE_PER_APP;
  const isFilePerChart = app.yamlOutputType === YamlOutputType.FILE_PER_CHART;
  if (!naming.folder) {
    if (isFilePerApp && charts.length > 0) files.claim(path('', 'app'), app);
    if (isFilePerChart) for (const chart of charts) files.claim(path('', naming.chart(chart)), chart);
  }
  for (const object of objects) {
    const folder = naming.folder?.(object).map(safe).map(slashed).join('') ?? '';
    if (isFilePerApp) files.claim(path(folder, 'app'), app).push(object);
    else if (isFilePerChart) files.claim(path(folder, naming.chart(object.chart)), object.chart).push(object);
    else {
      const isFolderPerChart = app.yamlOutputType === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
      const chartFolder = isFolderPerChart ? slashed(safe(naming.chart(object.chart))) : '';
      files.claim(path(folder + chartFolder, naming.object(object)), object.construct).push(object);
    }
  }
  return files.layout;
}

function slashed(name: string): string {
  return `${name}/`;
}

function safe(name: string): string {
  if (SAFE_NAME.test(name)) return name;
  throw new SynthesisError(
    'ERR_FILE_NAME',
    `'${name}' is no name for a file in the output folder; chart ids hold letters, digits, '.', '-' and '_' and begin with a letter or digit.`,
  );
}

/** Files on their way to a layout, each of which belongs to one construct. */
class FileClaims {
  readonly layout = new Map<string, AppObject[]>();
  readonly #owners = new Map<string, IConstruct>();

  /** The objects of a file, which is `owner`'s from now on; paths that differ in case only are one file on some systems. */
  claim(path: string, owner: IConstruct): AppObject[] {
    const known = this.#owners.get(path.toLowerCase());
    if (known && known !== owner)
      throw new SynthesisError(
        'ERR_FILE_NAME',
        `${known.node.path} and ${owner.node.path} would both be written to ${path}; give one of them another name.`,
      );
    this.#owners.set(path.toLowerCase(), owner);
    const objects = this.layout.get(path) ?? [];
    this.layout.set(path, objects);
    return objects;
  }
}
