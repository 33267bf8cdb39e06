import type { Job, Service } from '../generated/decoded';
import type { Kind } from '../kinds';

/**
 * Does to a defaulted object, in place, what storing and reading it back adds: the answer of the API server to a
 * create differs by this from what it validated.
 *
 * Follows kubernetes pkg/apis/batch/v1/defaults.go SetDefaults_Job, which runs again on what is read from storage, and
 * pkg/registry/core/service/storage/storage.go defaultOnReadInternalTrafficPolicy.
 */
export function defaultOnRead(object: Record<string, unknown>, { group, kind }: Pick<Kind, 'group' | 'kind'>): void {
  if (group === 'batch' && kind === 'Job') readJob(object);
  if (group === '' && kind === 'Service') readService(object);
}

function readJob({ metadata, spec }: Job): void {
  const labels = spec?.template?.metadata?.labels;
  if (metadata && labels && Object.keys(metadata.labels ?? {}).length === 0) metadata.labels = { ...labels };
}

function readService({ spec }: Service): void {
  if (spec?.type === 'ExternalName') delete spec.internalTrafficPolicy;
}
