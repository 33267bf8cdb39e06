import { creationSite } from '../constructs/creation-site';
import type { Diagnostic } from '../validation/diagnostic';
import { validate } from '../validation/validate';
import type { ValidateOptions } from '../validation/validate-options';
import type { AppObject } from './app-object';
import { appWaivers } from './app-waivers';
import { fromHere } from './from-here';

/** An object to check, and the construct that made it where there is one. */
export type CheckedObject = Pick<AppObject, 'json'> & Partial<Pick<AppObject, 'construct'>>;

/**
 * Validates objects as one app; gives advice only where `options.profile` asks for it, and none that a construct waives.
 *
 * Every finding about an object of a construct names the construct and its `new ...` call.
 */
export function checkObjects(objects: readonly CheckedObject[], options: ValidateOptions = {}): Diagnostic[] {
  const { isWaived } = appWaivers(objects);
  const diagnostics = validate(
    objects.map(({ json }) => json),
    { ...options, oneApp: true, isWaived },
  );
  return diagnostics.map((diagnostic) => {
    const other = diagnostic.other && { ...diagnostic.other, ...originOf(objects[diagnostic.other.index]) };
    return { ...diagnostic, ...originOf(objects[diagnostic.object.index]), ...(other && { other }) };
  });
}

/** The construct that made an object, and the line that made the construct. */
export function originOf(object: CheckedObject | undefined): Pick<Diagnostic, 'construct' | 'source'> {
  if (!object?.construct) return {};
  const site = creationSite(object.construct);
  return { construct: object.construct.node.path, ...(site && { source: { ...site, file: fromHere(site.file) } }) };
}
