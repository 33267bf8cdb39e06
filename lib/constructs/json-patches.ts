import { JsonPatch } from 'cdk8s';
import { ConstructError } from './construct-error';
import type { Fields } from './key-order';

/**
 * Applies JSON Patch operations (RFC 6902) to a final object, one after the other.
 * @param construct the path of the construct, for the message
 * @throws ConstructError PATCH_FAILED when a path does not exist or a `test` fails, PATCH_WITHOUT_EFFECT when an operation
 * changes nothing
 */
export function applyPatches(object: Fields, patches: readonly JsonPatch[], construct: string): Fields {
  return patches.reduce((patched, patch) => applyPatch(patched, patch, construct), object);
}

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
}

function applyPatch(object: Fields, patch: JsonPatch, construct: string): Fields {
  const operation: Operation = patch._toJson();
  const { op, path } = operation;
  const source = operation.from ?? (op === 'add' ? undefined : path);
  if (source !== undefined && !exists(object, source)) {
    throw new ConstructError('PATCH_FAILED', construct, `cannot ${op} ${path}: there is no ${source}`);
  }
  const before = JSON.stringify(object);
  const patched = attempt(JSON.parse(before), patch, operation, construct);
  if (op !== 'test' && JSON.stringify(patched) === before) {
    throw new ConstructError('PATCH_WITHOUT_EFFECT', construct, `the patch "${op} ${path}" changes nothing`);
  }
  return patched;
}

/** The error of the patch library shows the whole object, which may hold secret values: it is not passed on. */
function attempt(object: Fields, patch: JsonPatch, { op, path }: Operation, construct: string): Fields {
  try {
    return JsonPatch.apply(object, patch);
  } catch {
    throw new ConstructError('PATCH_FAILED', construct, `cannot ${op} ${path}`);
  }
}

/** Whether a JSON Pointer (RFC 6901) leads to a value. */
function exists(object: unknown, pointer: string): boolean {
  let value = object;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Fields)[key];
  }
  return true;
}
