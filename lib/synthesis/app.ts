import { App as Cdk8sApp, type AppProps as Cdk8sAppProps } from 'cdk8s';
import { recordCreationSites } from '../constructs/creation-site';
import { currentCollector } from './loading/collector';
import { type LayoutOptions, PODWRIGHT_APP } from './podwright-app';

/** Options of an App; see cdk8s for those that it takes over. */
export interface AppProps extends Cdk8sAppProps, LayoutOptions {
  /** The Kubernetes version that the manifests are validated for, `1.28` to `1.36`. Default: `1.36`. */
  readonly kubeVersion?: string;
}

/**
 * The root of the constructs: a cdk8s App whose `synth()` validates everything before it writes anything.
 *
 * Its files are named after its charts and keep their names when dependencies are added.
 */
export class App extends Cdk8sApp implements LayoutOptions {
  /** The Kubernetes version that the manifests are validated for; undefined where the app leaves it open. */
  readonly kubeVersion: string | undefined;
  readonly folderPerNamespace: boolean;
  readonly kustomization: boolean;
  readonly argoCdSyncWaves: boolean;
  readonly fluxKustomizations: LayoutOptions['fluxKustomizations'];
  readonly healing: boolean | undefined;

  constructor(props: AppProps = {}) {
    super(props);
    recordCreationSites();
    this.kubeVersion = props.kubeVersion;
    this.folderPerNamespace = props.folderPerNamespace ?? false;
    this.kustomization = props.kustomization ?? false;
    this.argoCdSyncWaves = props.argoCdSyncWaves ?? false;
    this.fluxKustomizations = props.fluxKustomizations;
    this.healing = props.healing;
    Object.defineProperty(this, PODWRIGHT_APP, { value: true });
  }

  /**
   * Renders and validates all charts, then writes those files that changed.
   *
   * Run by the `podwright` command, it hands the app over to the command instead, which does the same.
   *
   * @throws SynthesisError `ERR_INVALID_MANIFESTS` when the API server would refuse an object; nothing is written.
   */
  override synth(): void {
    const collector = currentCollector();
    if (collector) collector.add(this);
    else (require('./synth-app') as typeof import('./synth-app')).synthApp(this);
  }

  /**
   * Renders and validates all charts into one YAML text, in the order in which its objects are to be applied.
   *
   * @throws SynthesisError `ERR_INVALID_MANIFESTS` when the API server would refuse an object.
   */
  override synthYaml(): string {
    return (require('./synth-app') as typeof import('./synth-app')).synthYaml(this);
  }
}
