import Module from 'node:module';
import { join } from 'node:path';

type Load = (request: string, parent: NodeModule | undefined, isMain: boolean) => unknown;
const internals = Module as unknown as { _load: Load };

/** The only module of cdk8s that uses the library. */
const USER = join('cdk8s', 'lib', 'yaml.js');

/**
 * From now on cdk8s loads the library `yaml` when it first uses it. cdk8s needs it to write files, which the command does
 * itself, and it takes longer to load than all the rest of cdk8s.
 */
export function deferYaml(): void {
  const load = internals._load;
  internals._load = (request, parent, isMain) => {
    if (request === 'yaml' && parent?.filename?.endsWith(USER)) return deferred(() => load(request, parent, isMain));
    return load(request, parent, isMain);
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
