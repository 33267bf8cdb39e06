import type { JsonObject } from '../comparison/json';
import type { FieldChange } from '../comparison/object-change';
import { suggest } from '../kubernetes/suggest';
import { manifestsIn, referenceTo } from './manifests';
import { type MatcherResult, matcherResult } from './matcher';
import { changesText, partialChanges } from './partial-match';
import { TestingError } from './testing-error';
import { containersOf, nested, podSpecPath, workloadsIn } from './workloads';

/**
 * Whether the pods of a workload have a container of a name, an init container and a sidecar included; with what a part
 * of a container says, where one is given. The server's defaults count as what is not written.
 *
 * @param received An App, a Chart, a construct, a plain object or a list of these; one workload in it is enough.
 * @throws TestingError `ERR_OBJECT` when nothing in it makes pods.
 */
export function toHaveContainer(received: unknown, name: string, part: JsonObject = {}): MatcherResult {
  const manifests = manifestsIn(received);
  const workloads = workloadsIn(manifests);
  if (workloads.length === 0)
    throw new TestingError('ERR_OBJECT', `${manifests.title} holds no object that makes pods.`);
  const tried = workloads.flatMap((workload) =>
    containersOf(workload)
      .filter((container) => container.name === name)
      .map(({ list }) => ({ workload, list, changes: containerChanges(workload, list, { ...part, name }) })),
  );
  const found = tried.filter(({ changes }) => changes.length === 0);
  const pass = found.length > 0;
  const expectation = `to have the container ${name}${Object.keys(part).length > 0 ? ' as given' : ''}`;
  return matcherResult(pass, manifests.title, expectation, () => {
    if (pass) return `It is in ${found.map(({ workload, list }) => `${list} of ${referenceTo(workload)}`).join(', ')}.`;
    if (tried.length === 0) return missing(workloads, name);
    return tried.map(({ workload, changes }) => `${referenceTo(workload)}: ${changesText(changes)}`).join('\n\n');
  });
}

/** Where a container differs from a part of one, as fields of its workload. */
export function containerChanges(workload: JsonObject, list: string, part: JsonObject): FieldChange[] {
  const path = podSpecPath(workload) ?? [];
  return partialChanges(nested([...path, list], [part]), workload, { defaults: true });
}

function missing(workloads: readonly JsonObject[], name: string): string {
  const names = workloads.flatMap((workload) => containersOf(workload).map((container) => container.name));
  const meant = suggest(name, names);
  const lists = workloads.map((workload) => {
    const own = containersOf(workload).map((container) => container.name);
    return `${referenceTo(workload)} has ${own.length === 0 ? 'no containers' : own.join(', ')}.`;
  });
  return [...(meant ? [`Did you mean ${meant}?`] : []), ...lists].join(' ');
}
