import { join } from 'node:path';
import { readManifests } from '../manifest/read-manifests';
import { validate } from '../validation/validate';
import { environmentFolder } from './environment';
import { runAppCommand } from './loading/run-app-command';
import { inShard } from './shard';
import type { PartOptions, SynthesisPart } from './synthesis-part';

/** Runs the command of an app that is not a script of ours, for one environment; see `runAppCommand`. */
export function commandPart(command: string, options: PartOptions): SynthesisPart {
  const { outdir, environment, kubeVersions = [], shard } = options;
  const folder = environmentFolder(environment);
  const all = runAppCommand(command, environment).map(({ path, content }) => ({ path: folder + path, content }));
  const files = shard ? inShard(all, shard) : all;
  const documents = all.flatMap((file) =>
    readManifests(file.content, { file: join(outdir, file.path) }).documents.map((document) => ({ file, document })),
  );
  const objects = documents.map(({ document }) => document.object);
  const mine = new Set(files);
  const isReported = (index: number) => mine.has(documents[index]?.file as (typeof files)[number]);
  const check = (kubeVersion: string) =>
    validate(objects, { ...options.advice, kubeVersion, oneApp: true, isReported }).flatMap((diagnostic) => {
      const { file, document } = documents[diagnostic.object.index] ?? {};
      if (!file || (diagnostic.reason === 'Advice' && diagnostic.count !== undefined)) return [diagnostic];
      const position = document?.closestPositionOf(diagnostic.path);
      return [
        {
          ...diagnostic,
          ...(position && { yaml: { file: join(outdir, file.path), line: position.line, column: position.column } }),
        },
      ];
    });
  const versions = kubeVersions.length > 0 ? kubeVersions : ['1.36'];
  return {
    files,
    paths: all.map(({ path }) => path),
    environments: [],
    diagnostics: new Map(versions.map((kubeVersion) => [kubeVersion, check(kubeVersion)])),
    objectCount: objects.length,
    stream: () => files.map(({ content }) => content).join('---\n'),
    objects: () =>
      documents
        .filter(({ file }) => files.includes(file))
        .map(({ document }) => ({ json: document.object, derived: [] })),
  };
}
