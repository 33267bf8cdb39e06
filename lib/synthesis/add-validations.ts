import type { IConstruct } from 'constructs';
import { recordCreationSites } from '../constructs/creation-site';
import type { ValidateOptions } from '../validation/validate-options';
import { isOwnSynthesis } from './own-synthesis';

/**
 * Has an app of cdk8s validate its objects: `app.synth()`, `chart.toJson()` and `Testing.synth()` then fail when the API
 * server would refuse one of them, with the findings of `podwright synth`, and nothing is written.
 *
 * Call it before the constructs are created, so that findings name the lines that create them. Apps of podwright do this
 * by themselves.
 *
 * @param scope The app; or a chart or any other construct, of which only its own objects are validated then.
 * @throws KubeVersionError when the app is synthesized and the version is not known.
 */
export function addValidations(scope: IConstruct, options: ValidateOptions = {}): void {
  recordCreationSites();
  scope.node.addValidation({
    validate() {
      if (isOwnSynthesis()) return [];
      const { refusals } = require('./refusals') as typeof import('./refusals');
      return refusals(scope, options);
    },
  });
}
