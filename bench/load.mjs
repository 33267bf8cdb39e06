// How long `require('podwright')` of the packed package takes, as a ratio to `require('cdk8s')`.
import { alternate, printRatio } from './measure.mjs';
import { installedWorkspace } from './workspace.mjs';

const cwd = installedWorkspace();
const load = (name) => ({ args: ['-e', `require('${name}')`], cwd });
printRatio('load', alternate({ podwright: load('podwright'), cdk8s: load('cdk8s') }, 21), 1.5);
