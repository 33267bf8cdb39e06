// Prints what arethetypeswrong and publint have to say about a packed package, one problem a line, and nothing else.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemKindInfo } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const [tarball] = process.argv.slice(2);
if (tarball === undefined) throw new Error('Usage: node scripts/package/problems.mjs PACKAGE.tgz');
const data = readFileSync(tarball);

const { problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(data)));
for (const { kind, entrypoint = '', resolutionKind = '' } of problems)
  console.log(
    `arethetypeswrong: ${[entrypoint, resolutionKind, problemKindInfo[kind].title].filter(Boolean).join(': ')}`,
  );

const { messages, pkg } = await publint({
  pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.length) },
  level: 'warning',
  strict: true,
});
for (const message of messages)
  console.log(`publint: ${basename(tarball)}: ${formatMessage(message, pkg, { color: false })}`);
