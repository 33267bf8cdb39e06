import type { App } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { isObject, type JsonObject } from '../comparison/json';
import { nameOf } from '../comparison/object-change';
import { expandList } from '../manifest/expand-list';
import { isChart } from '../synthesis/app-object';
import type { CheckedObject } from '../synthesis/check-objects';
import { renderApp } from '../synthesis/render';
import { TestingError } from './testing-error';

/** The Kubernetes objects in what was given to `expect`. */
export interface Manifests {
  /** What was given, as messages name it: `the chart web`, `Deployment/web`, `2 objects`. */
  readonly title: string;
  /** In the order in which they are to be applied, as far as that is known. */
  readonly objects: readonly CheckedObject[];
}

/**
 * The Kubernetes objects in an App, a Chart, a construct, a plain object or a list of these; of podwright, cdk8s,
 * cdk8s-plus-28 or of any L1 library. Those of constructs are as `synth` would write them.
 *
 * @throws TestingError `ERR_NO_MANIFESTS` when it is nothing of this kind.
 * @throws SynthesisError when the constructs cannot be rendered.
 */
export function manifestsIn(received: unknown): Manifests {
  const objects = objectsIn(received);
  return { title: titleOf(received, objects), objects };
}

/** Whether a value is something that `manifestsIn` takes, and no text or number, nor an object that is no manifest. */
export function isManifests(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isManifests);
  if (Construct.isConstruct(value)) return true;
  return isObject(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string';
}

function objectsIn(received: unknown): CheckedObject[] {
  if (Construct.isConstruct(received)) return constructObjects(received);
  if (Array.isArray(received)) return received.flatMap(objectsIn);
  const plain = hasToJson(received) ? received.toJson() : received;
  if (!isObject(plain) || plain instanceof Map || plain instanceof Set || plain instanceof Date)
    throw noManifests(plain);
  if (typeof plain.then === 'function')
    throw new TestingError('ERR_NO_MANIFESTS', 'a promise holds no Kubernetes objects; await it first.');
  return expandList(plain).map(({ object }) => ({ json: object as Record<string, unknown> }));
}

function noManifests(value: unknown): TestingError {
  const what = value === null ? 'null' : typeof value === 'object' ? (value?.constructor?.name ?? 'it') : typeof value;
  const hint = typeof value === 'string' ? ' Parse the text first, for instance with `yaml`.' : '';
  return new TestingError(
    'ERR_NO_MANIFESTS',
    `expected an App, a Chart, another construct, a Kubernetes object or a list of these, and not ${what}.${hint}`,
  );
}

/** The objects of an app are ordered as a whole, so that those of a chart are in the order of its file. */
function constructObjects(scope: IConstruct): CheckedObject[] {
  const inside = new Set(scope.node.findAll());
  const { root } = scope.node;
  if (isApp(root)) return renderApp(root).objects.filter(({ construct }) => inside.has(construct));
  throw new TestingError(
    'ERR_NO_MANIFESTS',
    `${scope.node.path || 'the construct'} is in no App, which cdk8s needs to render it; create its chart in one: new Chart(new App(), 'web').`,
  );
}

function isApp(construct: IConstruct): construct is App {
  return 'yamlOutputType' in construct && 'charts' in construct;
}

function hasToJson(value: unknown): value is { toJson(): unknown } {
  return isObject(value) && typeof value.toJson === 'function';
}

function titleOf(received: unknown, objects: readonly CheckedObject[]): string {
  if (Construct.isConstruct(received)) {
    if (isApp(received)) return 'the app';
    if (isChart(received)) return `the chart ${received.node.path || received.node.id}`.trimEnd();
  }
  const [object] = objects;
  if (object && objects.length === 1) return referenceTo(object.json);
  if (Construct.isConstruct(received)) return `the construct ${received.node.path}`;
  return objects.length === 0 ? 'an empty list' : `${objects.length} objects`;
}

/** `Deployment/web`, with its namespace where it has one. */
export function referenceTo(object: JsonObject): string {
  const { kind, namespace, name } = nameOf(object);
  return `${kind || '(no kind)'}/${namespace ? `${namespace}/` : ''}${name || '(no name)'}`;
}
