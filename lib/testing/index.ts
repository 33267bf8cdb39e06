import { recordCreationSites } from '../constructs/creation-site';
import type { ManifestMatchers } from './manifest-matchers';
import { matchers } from './matchers';

export type { ManifestMatchers, ManifestPart } from './manifest-matchers';
export {
  type ManifestSerializer,
  type ManifestSerializerOptions,
  manifestSerializer,
} from './manifest-serializer';
export { matchers } from './matchers';
export { type ObjectReference, objectIn } from './object-reference';
export type { MatchingValue, PartOf } from './part-of';
export { TestingError, type TestingErrorCode } from './testing-error';
export type { ValidityOptions } from './to-be-valid';
export type { ProbeName, ProbeOptions } from './to-have-probe';
export type { ManifestFileOptions } from './to-match-manifest-file';

// Each test runner has its own types; those that are not installed are not found, which is no mistake.

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: the parameters have to be those of @types/jest
    interface Matchers<R, T = {}> extends ManifestMatchers<R> {}
  }
}

// biome-ignore lint/suspicious/noTsIgnore: an error only where the package is not installed
/** @ts-ignore of `@jest/globals`, whose matchers are those of the package expect */
declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends ManifestMatchers<R> {}
}

// biome-ignore lint/suspicious/noTsIgnore: an error only where the package is not installed
/** @ts-ignore of Vitest */
declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the parameters have to be those of Vitest
  interface Assertion<T = any> extends ManifestMatchers<void> {}
}

// Findings then name the lines that create the constructs.
recordCreationSites();

// Importing this in a test, or naming it among the setup files, is enough where `expect` is a global.
(globalThis as { expect?: { extend(added: object): void } }).expect?.extend(matchers);
