import { mergeVersions, objectName, type Report } from './report';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** The findings as GitHub Actions workflow commands, at the line of code where there is one, else at the line of YAML. */
export function reportGithub({ diagnostics }: Report): string {
  const lines = mergeVersions(diagnostics).map(({ diagnostic }) => {
    const at = diagnostic.source ?? diagnostic.yaml;
    const where = at ? `file=${property(at.file)},line=${at.line},col=${at.column},` : '';
    const message = [`${objectName(diagnostic)} ${diagnostic.field}: ${diagnostic.message}`, diagnostic.fix]
      .filter(Boolean)
      .join('\n');
    return `::${COMMANDS[diagnostic.severity]} ${where}title=${property(diagnostic.rule)}::${data(message)}`;
  });
  return lines.map((line) => `${line}\n`).join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
