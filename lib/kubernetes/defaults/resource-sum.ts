import type { Container, PodSpec } from '../generated/decoded';
import { compareQuantities, parseQuantity, type Quantity } from '../quantity';
import type { ResourceList } from './resource-list';

/** Parsed amounts by resource name. */
export type Amounts = Map<string, Quantity>;

/**
 * What the containers of a pod need at their highest: the apps and sidecars together, or one plain init container
 * beside the sidecars before it.
 *
 * Follows k8s.io/component-helpers/resource AggregateContainerRequests and AggregateContainerLimits.
 */
export function sumOfContainers(spec: PodSpec, which: 'requests' | 'limits'): Amounts {
  const total: Amounts = new Map();
  const sidecars: Amounts = new Map();
  const highestInit: Amounts = new Map();
  for (const container of spec.containers ?? []) add(total, amountsOf(container, which));
  for (const container of spec.initContainers ?? []) {
    const amounts = amountsOf(container, which);
    if (container.restartPolicy === 'Always') {
      add(total, amounts);
      add(sidecars, amounts);
      raise(highestInit, sidecars);
    } else {
      add(amounts, sidecars);
      raise(highestInit, amounts);
    }
  }
  raise(total, highestInit);
  return total;
}

/** The amounts of a list that parse. */
export function parseAmounts(list: ResourceList | undefined): Amounts {
  const amounts: Amounts = new Map();
  for (const [name, amount] of Object.entries(list ?? {})) {
    const quantity = parseQuantity(amount);
    if (quantity) amounts.set(name, quantity);
  }
  return amounts;
}

function amountsOf(container: Container, which: 'requests' | 'limits'): Amounts {
  return parseAmounts(container.resources?.[which]);
}

/** Adds amounts to a total, in place. */
export function add(total: Amounts, more: Amounts): void {
  for (const [name, amount] of more) {
    const sum = total.get(name);
    total.set(name, sum ? plus(sum, amount) : amount);
  }
}

function raise(highest: Amounts, amounts: Amounts): void {
  for (const [name, amount] of amounts) {
    const known = highest.get(name);
    if (known === undefined || compareQuantities(amount, known) > 0) highest.set(name, amount);
  }
}

/** The sum in the notation of the first that is not zero. Follows Quantity.Add. */
function plus(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano + b.nano, format: a.nano === 0n ? b.format : a.format };
}
