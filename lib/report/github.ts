import { mergeVersions, objectName, type Report } from './report';
import { workflowCommand } from './workflow-command';

const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** The findings as GitHub Actions workflow commands, at the line of code where there is one, else at the line of YAML. */
export function reportGithub({ diagnostics }: Report): string {
  return mergeVersions(diagnostics)
    .map(({ diagnostic }) => {
      const { severity, rule, field, message, fix, source, yaml } = diagnostic;
      const at = source ?? yaml;
      const said = [`${objectName(diagnostic)} ${field}: ${message}`, fix].filter(Boolean).join('\n');
      return workflowCommand({ level: LEVELS[severity], title: rule, message: said, ...(at && { at }) });
    })
    .join('');
}
