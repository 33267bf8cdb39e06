import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { splitWords } from '../../lib/migration/kubectl/split-words';
import { startDiscovery } from './discovery-server';
import { KUBECTL_LINES } from './kubectl-lines';

// What a real kubectl prints for the command lines, for test/data/kubectl/printed.json. Needs the program's path:
//   npm --prefix bench ci && npx tsx scripts/migration/record-kubectl.ts KUBECTL

const DATA = join(__dirname, '../../test/data/kubectl');
const MINOR = 35;
const NOWHERE = join(tmpdir(), `no-home-${process.pid}`);

async function record(kubectl: string): Promise<void> {
  const { url, server } = await startDiscovery(MINOR);
  try {
    const printed: { line: string; output: string }[] = [];
    for (const line of KUBECTL_LINES) printed.push({ line, output: await output(kubectl, line, url) });
    writeFileSync(join(DATA, 'printed.json'), `${JSON.stringify(printed, null, 2)}\n`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function output(kubectl: string, line: string, url: string): Promise<string> {
  const [, ...words] = splitWords(line);
  const end = words.indexOf('--') < 0 ? words.length : words.indexOf('--');
  const args = [...words.slice(0, end), '--dry-run=client', '-o', 'yaml', `--server=${url}`, ...words.slice(end)];
  const options = {
    cwd: join(DATA, 'files'),
    env: { HOME: NOWHERE, KUBECONFIG: join(NOWHERE, 'config'), KUBECTL_KUBERC: 'false' },
  };
  return (await promisify(execFile)(kubectl, args, options)).stdout;
}

record(process.argv[2] ?? 'kubectl').catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
