import { type App as Cdk8sApp, YamlOutputType } from 'cdk8s';
import { writeManifests } from '../manifest/write-manifests';
import { type AppObject, chartOf, isApiObject, isChart, toAppObject, validConstructs } from './app-object';
import { wantsHealing, withHealing } from './healing-file';
import { inApplyOrder } from './layout/apply-order';
import { inCdk8sOrder } from './layout/cdk8s-order';
import { cdk8sNaming, stableNaming } from './layout/file-naming';
import { FLUX_KUSTOMIZATIONS, fluxKustomizationsText } from './layout/flux-kustomizations';
import { KUSTOMIZATION, kustomizationText } from './layout/kustomization';
import { type Layout, layoutFiles } from './layout/layout-files';
import { prerequisitesOf } from './layout/prerequisites';
import { withSyncWaves } from './layout/sync-wave';
import { isPodwrightApp, type LayoutOptions } from './podwright-app';
import type { RenderedFile } from './rendered-file';
import { SynthesisError } from './synthesis-error';

/** An app in memory. */
export interface RenderedApp {
  /** Sorted by path. */
  readonly files: readonly RenderedFile[];
  /** The objects of all files in the order in which they are to be applied. */
  readonly objects: readonly AppObject[];
}

/**
 * Renders an app into files, in memory, sorted by path.
 *
 * @param app An app of podwright or of cdk8s.
 * @throws SynthesisError when a construct's own validation fails, a file cannot be named or dependencies form a circle.
 */
export function render(app: Cdk8sApp & { readonly kubeVersion?: string | undefined }): RenderedFile[] {
  const { files, objects } = renderApp(app);
  return wantsHealing(app) ? sorted(withHealing(files, objects, app.kubeVersion)) : [...files];
}

/** Renders an app into manifests and objects; see `render`. */
export function renderApp(app: Cdk8sApp): RenderedApp {
  return isPodwrightApp(app) ? renderPodwrightApp(app) : renderCdk8sApp(app);
}

/** The names and bytes of cdk8s. */
function renderCdk8sApp(app: Cdk8sApp): RenderedApp {
  const order = inCdk8sOrder(app);
  const content = {
    charts: order.charts.map(({ chart }) => chart),
    objects: order.charts.flatMap(({ objects }) => objects),
  };
  const files = toFiles(layoutFiles(app, content, cdk8sNaming(order)));
  return { files, objects: files.flatMap(({ objects }) => objects) };
}

/** Names that do not depend on dependencies, and an order that `kubectl apply` can follow. */
function renderPodwrightApp(app: Cdk8sApp & LayoutOptions): RenderedApp {
  const all = validConstructs(app);
  const made = all.filter(isApiObject).map((construct) => toAppObject(construct, chartOf(construct)));
  const prerequisites = prerequisitesOf(all);
  const ordered = inApplyOrder(made, prerequisites);
  const objects = app.argoCdSyncWaves ? withSyncWaves(ordered, prerequisites) : ordered;
  const naming = stableNaming(objects, app.folderPerNamespace);
  const files = toFiles(layoutFiles(app, { charts: all.filter(isChart), objects }, naming));
  const paths = files.filter((file) => file.objects.length > 0).map(({ path }) => path);
  if (app.kustomization && paths.length > 0) addFile(files, KUSTOMIZATION, kustomizationText(paths));
  if (app.fluxKustomizations) {
    requireFolderPerChart(app);
    const charts = [...new Set(made.map(({ chart }) => chart))];
    const text = fluxKustomizationsText(charts, prerequisites, naming.chart, app.fluxKustomizations);
    addFile(files, FLUX_KUSTOMIZATIONS, text);
  }
  return { files: sorted(files), objects };
}

function requireFolderPerChart({ yamlOutputType, folderPerNamespace }: Cdk8sApp & LayoutOptions): void {
  if (yamlOutputType === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE && !folderPerNamespace) return;
  throw new SynthesisError(
    'ERR_CONFIG',
    'fluxKustomizations needs a folder for each chart: set yamlOutputType to YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, and no folderPerNamespace.',
  );
}

function toFiles(layout: Layout): RenderedFile[] {
  return sorted([...layout].map(([path, objects]) => manifestFile(path, objects)));
}

function manifestFile(path: string, objects: readonly AppObject[]): RenderedFile {
  let content: string | undefined;
  return {
    path,
    objects,
    get content() {
      content ??= writeManifests(objects.map((object) => object.json));
      return content;
    },
  };
}

/** A file in a folder, `staging/`; its content is still written when it is first asked for. */
export function fileBelow(folder: string, file: RenderedFile): RenderedFile {
  if (folder === '') return file;
  return {
    path: folder + file.path,
    objects: file.objects,
    get content() {
      return file.content;
    },
  };
}

/** Adds a file that is no manifest of the app's objects. */
function addFile(files: RenderedFile[], path: string, content: string): void {
  if (files.some((file) => file.path === path))
    throw new SynthesisError('ERR_FILE_NAME', `a chart would be written to ${path} as well; give it another id.`);
  files.push({ path, objects: [], content });
}

function sorted(files: RenderedFile[]): RenderedFile[] {
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
