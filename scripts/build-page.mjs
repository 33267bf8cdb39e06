// Bundles the script of the pages that `podwright simulate --html` writes, for browsers.
import { buildSync } from 'esbuild';

/** What the simulator takes from Node, in terms that browsers have. */
const NODE_UTIL = 'scripts/page/node-util.js';

export function buildPage(outfile) {
  buildSync({
    entryPoints: ['lib/picture/page/page-script.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    alias: { 'node:util': `./${NODE_UTIL}` },
    logLevel: 'warning',
  });
}

if (process.argv[2]) buildPage(process.argv[2]);
