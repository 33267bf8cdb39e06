import type { LabelSelector } from '../../imports/k8s';
import type { DerivedField } from './derived-field';
import type { Fields } from './key-order';
import { derivedSelection, podSelector } from './pod-selector';
import { Workload } from './workload';

/** A workload that owns its pods by a selector. */
export abstract class OwnerWorkload<Port extends string = string> extends Workload<Port> {
  protected override podLabelSelector(props: Fields): LabelSelector {
    return podSelector(this.name, props);
  }

  protected override derivedContent(props: Fields): DerivedField[] {
    return derivedSelection(this.name, props);
  }
}
