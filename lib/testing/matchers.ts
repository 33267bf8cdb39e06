import { toRecoverWithin, toSurvive } from './survival-matchers';
import { toBeValid } from './to-be-valid';
import { toContainObject } from './to-contain-object';
import { toHaveContainer } from './to-have-container';
import { toHaveFinding } from './to-have-finding';
import { toHaveProbe } from './to-have-probe';
import { toHaveReplicas } from './to-have-replicas';
import { toMatchManifest } from './to-match-manifest';
import { toMatchManifestFile } from './to-match-manifest-file';

/** All matchers, for `expect.extend(matchers)` of Jest, of Vitest, or of the package `expect`. */
export const matchers = {
  toBeValid,
  toContainObject,
  toHaveContainer,
  toHaveFinding,
  toHaveProbe,
  toHaveReplicas,
  toMatchManifest,
  toMatchManifestFile,
  toRecoverWithin,
  toSurvive,
};
