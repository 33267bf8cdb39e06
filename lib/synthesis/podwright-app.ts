import type { App as Cdk8sApp } from 'cdk8s';
import type { FluxKustomizations } from './layout/flux-kustomizations';

/** Marks the apps of podwright, also those of another copy of this library. */
export const PODWRIGHT_APP = Symbol.for('podwright.App');

/** How the files of an app of podwright are laid out, beside cdk8s's `yamlOutputType` and `outputFileExtension`. */
export interface LayoutOptions {
  /**
   * Whether the files of each namespace have a folder of their own: `namespaces/shop/`, beside `cluster/` for objects
   * without a namespace. Default: false.
   */
  readonly folderPerNamespace?: boolean;
  /** Whether a `kustomization.yaml` lists the files, for `kubectl apply -k`, Flux and Argo CD. Default: false. */
  readonly kustomization?: boolean;
  /**
   * Whether objects that depend on others get the annotation `argocd.argoproj.io/sync-wave`, so that Argo CD waits for
   * the others to be healthy. Default: false.
   */
  readonly argoCdSyncWaves?: boolean;
  /**
   * Writes `flux/kustomizations.yaml`, with a Flux Kustomization for each chart that depends on those of other charts as
   * the chart does. Asks for `YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE`. Default: no such file.
   */
  readonly fluxKustomizations?: FluxKustomizations | undefined;
  /**
   * Whether a `HEALING.md` says how each workload heals: how soon a hang is noticed, the slowest start that survives and
   * the like, as the simulator finds out. Default: what `healing` in `cdk8s.yaml` says, else false.
   */
  readonly healing?: boolean | undefined;
}

/** Whether an app is one of podwright, whose files are named after its charts and ordered for `kubectl apply`. */
export function isPodwrightApp(app: Cdk8sApp): app is Cdk8sApp & LayoutOptions {
  return PODWRIGHT_APP in app;
}
