import Module from 'node:module';
import { join } from 'node:path';

type Load = (request: string, parent: NodeModule | undefined, isMain: boolean) => unknown;
const internals = Module as unknown as { _load: Load };

/**
 * What modules of cdk8s load and do not use before they are called, which the command seldom has them do: it writes files
 * itself, fetches none, and names objects without a hash. The library `yaml` takes longer to load than all the rest of
 * cdk8s, each of the others as long as a tenth of it.
 */
const DEFERRED: readonly (readonly [request: string, user: string])[] = [
  ['yaml', join('cdk8s', 'lib', 'yaml.js')],
  ['child_process', join('cdk8s', 'lib', 'yaml.js')],
  ['./_child_process', join('cdk8s', 'lib', 'helm.js')],
  ['crypto', join('cdk8s', 'lib', 'names.js')],
  ['crypto', join('constructs', 'lib', 'private', 'node-addr.js')],
];

/** From now on cdk8s loads some modules when it first uses them. */
export function deferModules(): void {
  const load = internals._load;
  internals._load = (request, parent, isMain) => {
    const { filename } = parent ?? {};
    const isDeferred = DEFERRED.some(([name, user]) => name === request && filename?.endsWith(user));
    return isDeferred ? deferred(() => load(request, parent, isMain)) : load(request, parent, isMain);
  };
}

/** Stands for the exports of a module that is loaded when one of them is asked for. */
function deferred(load: () => unknown): object {
  let exports: object | undefined;
  const loaded = () => {
    exports ??= load() as object;
    return exports;
  };
  return new Proxy(
    {},
    {
      // What compiled code asks of every module that it imports: it then takes this for the namespace as it is.
      get: (_target, name) => name === '__esModule' || Reflect.get(loaded(), name),
      has: (_target, name) => Reflect.has(loaded(), name),
      ownKeys: () => Reflect.ownKeys(loaded()),
      getOwnPropertyDescriptor(_target, name) {
        const descriptor = Reflect.getOwnPropertyDescriptor(loaded(), name);
        // A proxy must not show a fixed property that its target does not have.
        return descriptor && { ...descriptor, configurable: true };
      },
    },
  );
}
