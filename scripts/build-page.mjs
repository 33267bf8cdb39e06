// Bundles the script of the pages that `podwright simulate --html` writes, for browsers; gives the files it is made of.
import { buildSync } from 'esbuild';

export function buildPage(outfile) {
  const { metafile } = buildSync({
    entryPoints: ['lib/picture/page/page-script.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

if (process.argv[2]) buildPage(process.argv[2]);
