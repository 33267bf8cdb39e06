import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Library } from '../../migration/proof/run-program';
import type { Declarations } from '../../migration/proof/type-checker';

/** The library as the code that is written imports it. */
export const LIBRARY: Library = {
  podwright: () => require('../../index'),
  'podwright/k8s': () => require('../../../imports/k8s'),
};

/** Where the types of the library are declared: built in the package, as sources in its repository. */
export function declarations(): Declarations {
  const root = packageRoot(__dirname);
  const declared = (module: string) => {
    const built = join(root, 'build', `${module}.d.ts`);
    return existsSync(built) ? built : join(root, `${module}.ts`);
  };
  return { podwright: declared('lib/index'), 'podwright/k8s': declared('imports/k8s') };
}

function packageRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageRoot(dirname(folder));
}
