// Bundles the script of the pages that `podwright simulate --html` writes, for browsers.
import { buildSync } from 'esbuild';

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
    logLevel: 'warning',
  });
}

if (process.argv[2]) buildPage(process.argv[2]);
