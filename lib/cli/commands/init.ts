import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { writeFiles } from '../../synthesis/write-files';
import { defineCommand, ExitCode } from '../command';
import { amendPackageJson } from '../init/package-json';
import { readProject } from '../init/project';
import { type ProjectFile, projectFiles } from '../init/project-files';
import { wantedPackageJson } from '../init/project-package';
import { COMMANDS } from '../init/workflow';
import type { Io } from '../io';

/** Makes the working directory a project: what it lacks is added, and what is there stays as it is. */
export const init = defineCommand({
  name: 'init',
  summary: 'Start a project, or add to one: scripts, an app, a test, a CI workflow; overwrites nothing.',
  options: {},
  run(_options, _operands, io) {
    const folder = process.cwd();
    const project = readProject(folder);
    const { text, added } = amendPackageJson(
      project.packageText ?? '{}',
      wantedPackageJson(project, basename(resolve(folder))),
    );
    const files = projectFiles(project);
    for (const file of files) writeNew(folder, file);
    if (project.packageText === undefined) writeNew(folder, { path: 'package.json', content: text });
    else if (added.length > 0) writeFiles(folder, [{ path: 'package.json', content: text }], { journal: false });
    tell(io, files, project.packageText === undefined ? undefined : added);
    if (project.ignoresOutput)
      io.err(
        `${project.output} is in .gitignore. Take it out to commit the manifests, which \`podwright synth --check\` compares.\n`,
      );
    const { install, run, test } = COMMANDS[project.packageManager];
    io.err(`\nNext: ${install} && ${run} podwright synth && ${test}\n`);
    return ExitCode.ok;
  },
});

/** Writes a file that must not be there. */
function writeNew(folder: string, { path, content }: ProjectFile): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content, { flag: 'wx' });
}

function tell(io: Io, files: readonly ProjectFile[], added: readonly string[] | undefined): void {
  if (added === undefined) io.err('created package.json\n');
  else if (added.length > 0) io.err(`added to package.json: ${added.join(', ')}\n`);
  for (const { path } of files) io.err(`created ${path}\n`);
  if (files.length === 0 && added?.length === 0) io.err('Nothing is missing; nothing was written.\n');
}
