import { isObject } from '../comparison/json';
import { manifestsIn, referenceTo } from './manifests';
import { type MatcherResult, matcherResult } from './matcher';
import { changesText, partialChanges } from './partial-match';
import { TestingError } from './testing-error';

const SCALABLE: readonly unknown[] = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];

/**
 * Whether a workload asks for so many pods; one that does not say how many asks for the server's default, 1.
 *
 * @param received The workload, or what holds no other: a Chart, an App, a list.
 * @throws TestingError `ERR_OBJECT` when there is no workload that has replicas, or more than one.
 */
export function toHaveReplicas(received: unknown, replicas: number): MatcherResult {
  const { objects, title } = manifestsIn(received);
  const scalable = objects.map(({ json }) => json).filter((json) => isObject(json) && SCALABLE.includes(json.kind));
  const [workload, ...more] = scalable;
  if (!workload) throw new TestingError('ERR_OBJECT', `${title} holds none of ${SCALABLE.join(', ')}.`);
  if (more.length > 0)
    throw new TestingError(
      'ERR_OBJECT',
      `${title} holds ${scalable.map(referenceTo).join(', ')}; say which one is meant: expect(objectIn(..., { name: '...' })).`,
    );
  const changes = partialChanges({ spec: { replicas } }, workload, { defaults: true });
  const expectation = `to have ${replicas} ${replicas === 1 ? 'replica' : 'replicas'}`;
  return matcherResult(changes.length === 0, referenceTo(workload), expectation, () =>
    changes.length === 0 ? '' : changesText(changes),
  );
}
