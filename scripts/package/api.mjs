// Writes docs/api/ from the declarations in build/: the report that shows what a change does to the API, and the reference.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { Application } from 'typedoc';

/** Types of the Kubernetes API, generated from its own definitions: as long as all the rest, and not ours to change. */
const GENERATED = './k8s';

const [folder, out] = [process.argv[2] ?? '.', process.argv[3] ?? 'docs/api'].map((path) => resolve(path));
const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const entries = Object.entries(exports)
  .filter(([path, entry]) => entry?.types && path !== GENERATED)
  .map(([path, { types }]) => ({ name: path === '.' ? 'podwright' : path.slice(2), types: join(folder, types) }));

const compilerOptions = {
  target: 'es2022',
  lib: ['es2023', 'dom'],
  module: 'nodenext',
  strict: true,
  skipLibCheck: true,
  types: [],
};

const REFERENCE = {
  plugin: ['typedoc-plugin-markdown'],
  name: 'podwright',
  readme: 'none',
  router: 'module',
  cleanOutputDir: false,
  disableSources: true,
  excludeExternals: true,
  excludePrivate: true,
  excludeProtected: true,
  githubPages: false,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: 'table',
  classPropertiesFormat: 'table',
  interfacePropertiesFormat: 'table',
  propertyMembersFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  useCodeBlocks: true,
  logLevel: 'Warn',
};

/** What is exported, with its types, as text to compare. */
function writeReport({ name, types }) {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: types,
      compiler: { overrideTsconfig: { compilerOptions, files: [types] } },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: out,
        reportTempFolder: join(out, 'temp'),
        includeForgottenExports: true,
      },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    packageJsonFullPath: join(folder, 'package.json'),
    configObjectFullPath: undefined,
  });
  const complaints = [];
  const messageCallback = (message) => {
    const { logLevel, messageId, text } = message;
    message.handled = true;
    // That a report is new, or another than before, is what it is made for.
    const isComplaint = ['error', 'warning'].includes(logLevel) && !messageId.startsWith('console-api-report');
    if (isComplaint) complaints.push(`${messageId}: ${text}`);
  };
  Extractor.invoke(config, { localBuild: true, messageCallback });
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

/** What is exported, with its documentation, for people: one page for each entry point. */
async function writeReference() {
  const pages = entries.map(({ name, types }) => {
    const page = join(folder, 'build', `${name}.d.ts`); // The page is called after its file.
    writeFileSync(page, `export * from './${relative(join(folder, 'build'), types).replace(/\.d\.ts$/, '')}';\n`);
    return page;
  });
  try {
    const app = await Application.bootstrapWithPlugins({ ...REFERENCE, entryPoints: pages, compilerOptions, out }, []);
    const project = await app.convert();
    if (!project) throw new Error('typedoc cannot read the declarations.');
    await app.generateOutputs(project);
  } finally {
    for (const page of pages) rmSync(page);
  }
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const entry of entries) writeReport(entry);
rmSync(join(out, 'temp'), { recursive: true });
await writeReference();
