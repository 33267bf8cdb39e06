import type { App } from 'cdk8s';

/** Takes over the apps that a script synthesizes, so that the command that loaded it can validate and write them. */
export interface Collector {
  add(app: App): void;
}

const COLLECTOR = Symbol.for('podwright.collector');
const registry = globalThis as { [COLLECTOR]?: Collector | undefined };

/** The collector of the running command, shared by every copy of this library in the process. */
export function currentCollector(): Collector | undefined {
  return registry[COLLECTOR];
}

/** Sets or, with undefined, removes the collector. */
export function setCollector(collector: Collector | undefined): void {
  registry[COLLECTOR] = collector;
}
