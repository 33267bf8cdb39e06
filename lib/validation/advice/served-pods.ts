import type {
  Container,
  ContainerPort,
  PodTemplateSpec,
  Service,
  ServicePort,
} from '../../kubernetes/generated/decoded';
import type { Labels } from '../../kubernetes/label-selector';
import { FieldPath } from '../field-path';
import type { AppEntry } from '../rule';
import { portNumberOf } from './handler-port';

/** An object that makes pods, or is one. */
export interface PodMaker {
  readonly entry: AppEntry;
  readonly template: PodTemplateSpec;
  readonly templateAt: FieldPath;
}

/** The pod template of an object; undefined where it has none. */
export function podMaker(entry: AppEntry): PodMaker | undefined {
  const path = entry.kind.podTemplate;
  if (!path) return undefined;
  let template: unknown = entry.object;
  for (const step of path) template = (template as Record<string, unknown> | undefined)?.[step];
  return template === undefined
    ? undefined
    : { entry, template: template as PodTemplateSpec, templateAt: placeOf(path) };
}

/** The places of pod templates, of which there are few, while many rules ask for them at every object. */
const places = new Map<readonly string[], FieldPath>();

function placeOf(path: readonly string[]): FieldPath {
  const place = places.get(path) ?? FieldPath.root.down(...path);
  places.set(path, place);
  return place;
}

/** A Service with a selector, and where it is. */
export interface SelectingService {
  readonly entry: AppEntry;
  readonly service: Service;
  readonly selector: Labels;
}

/** A Service that selects pods; undefined for any other object. */
export function selectingService(entry: AppEntry): SelectingService | undefined {
  if (entry.kind.type !== 'core.v1.Service') return undefined;
  const service = entry.object as Service;
  const { selector, type } = service.spec ?? {};
  return selector && type !== 'ExternalName' && Object.keys(selector).length > 0
    ? { entry, service, selector }
    : undefined;
}

export function namespaceOf({ object }: AppEntry): string | undefined {
  return (object.metadata as { readonly namespace?: string } | undefined)?.namespace;
}

/** A container that runs as long as its pod does, and where it is. */
export interface LastingContainer {
  readonly container: Container;
  readonly at: FieldPath;
}

/** The containers of a pod that can serve: all but init containers that come to an end. */
export function lastingContainers({ template, templateAt }: PodMaker): LastingContainer[] {
  const { containers = [], initContainers = [] } = template.spec ?? {};
  const place = (list: string, index: number) => templateAt.down('spec', list).index(index);
  return [
    ...initContainers.flatMap((container, index) =>
      container.restartPolicy === 'Always' ? [{ container, at: place('initContainers', index) }] : [],
    ),
    ...containers.map((container, index) => ({ container, at: place('containers', index) })),
  ];
}

/**
 * The container that answers a port of a Service: the one that declares it, or the only one, as ports need not be
 * declared; undefined where that cannot be told.
 */
export function answering(containers: readonly LastingContainer[], port: ServicePort): LastingContainer | undefined {
  const target = port.targetPort ?? port.port ?? 0;
  const declares = ({ ports = [] }: Container) =>
    ports.some((declared: ContainerPort) => declared.containerPort === portNumberOf(target, ports));
  return (
    containers.find(({ container }) => declares(container)) ??
    (typeof target === 'number' && containers.length === 1 ? containers[0] : undefined)
  );
}
