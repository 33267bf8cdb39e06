import { sumUnchecked } from './custom-resources/sum-unchecked';
import type { Diagnostic } from './diagnostic';
import type { ValidateOptions } from './validate-options';
import { type Supervision, Validation } from './validation';

/**
 * Says what a Kubernetes API server would refuse in these objects, at which field and why; and of those that it
 * accepts what a reviewer would say, where `options.profile` asks for it (the public function does by default).
 *
 * Works offline and leaves the objects as they are. Stages: the kind, strict decoding, the server's defaults on a
 * private copy, the rules. An object that does not decode is not looked at further, as the server does it. Custom
 * resources are checked against their CustomResourceDefinitions, and reported as not checked where there is none.
 *
 * @param objects Plain Kubernetes objects, as parsed from YAML or JSON.
 * @returns What was found, in the order of the objects and of their fields; empty when all is well.
 * @throws KubeVersionError when the version is not known.
 * @throws AdviceError when a profile or a rule is not known.
 */
export function validate(objects: readonly unknown[], options: ValidateOptions & Supervision = {}): Diagnostic[] {
  const validation = new Validation(options);
  const found = validation.check(objects);
  for (const [index, rule, finding] of validation.compare()) found[index]?.push([rule, finding]);
  return [...sumUnchecked(validation.diagnostics(found, objects)), ...validation.surplus()];
}
