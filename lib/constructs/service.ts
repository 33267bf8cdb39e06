import { Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ServicePort as KubernetesServicePort, ServiceSpec } from '../../imports/k8s';
import { ConstructError } from './construct-error';
import { type DerivedField, derivedEntries } from './derived-field';
import { type Fields, isFields, ordered } from './key-order';
import { ManifestObject, type ManifestProps } from './manifest-object';
import { Workload } from './workload';

/** A port of a Service; `Name` are the port names of the selected workload. */
export interface ServicePort<Name extends string = string> extends Omit<KubernetesServicePort, 'targetPort'> {
  /** The port of the pods: a number, or the name of a port of the selected workload. Default: `port`. */
  readonly targetPort?: number | Name;
}

/** The ports of a Service: by name, `{ http: { port: 80, targetPort: 'http' } }`, or as a list when a port has no name. */
export type ServicePorts<Name extends string = string> =
  | { readonly [name: string]: number | Omit<ServicePort<Name>, 'name'> }
  | ArrayLike<ServicePort<Name>>;

/** A Service: the fields of its spec. */
export interface ServiceProps<Name extends string> extends ManifestProps, Omit<ServiceSpec, 'ports' | 'selector'> {
  /** The pods that serve: those of a workload, or those with these labels. */
  readonly selector?: Workload<Name> | { readonly [label: string]: string };
  /** The ports under which the pods are reached. */
  readonly ports?: ServicePorts<NoInfer<Name>>;
}

const ORDER = ['type', 'selector', 'ports'];

/** The spec of a Service. */
export function serviceSpec({ metadata: _, ...props }: Fields): Fields {
  const { ports } = props;
  return ordered({ ...props, ports: isFields(ports) ? namedPorts(ports) : ports }, ORDER);
}

/** One name and address for the pods that its selector matches, whichever they are. */
export class Service<const Name extends string = string> extends ManifestObject {
  private readonly selected: Workload | undefined;

  constructor(scope: Construct, id: string, props: ServiceProps<Name> = {}) {
    const { selector } = props;
    const labels = selector instanceof Workload ? Lazy.any({ produce: () => podLabels(selector) }) : selector;
    super(scope, id, { apiVersion: 'v1', kind: 'Service' }, { ...props, selector: labels } as ManifestProps);
    this.selected = selector instanceof Workload ? selector : undefined;
  }

  protected override content(props: Fields): Fields {
    return { spec: serviceSpec(props) };
  }

  protected override derivedContent({ selector }: Fields): DerivedField[] {
    const { selected } = this;
    return selected && isFields(selector)
      ? derivedEntries(['spec', 'selector'], selector, {}, `${selected.kind}/${selected.name}`)
      : [];
  }
}

function podLabels(workload: Workload): Fields {
  const { matchLabels } = workload.podSelector;
  if (matchLabels) return matchLabels;
  throw new ConstructError(
    'NO_POD_LABELS',
    workload.node.path,
    'a Service selects by labels, and its selector has none',
  );
}

function namedPorts(ports: Fields): unknown[] {
  return Object.entries(ports).map(([name, port]) => (isFields(port) ? { name, ...port } : { name, port }));
}
