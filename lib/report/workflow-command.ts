/** A workflow command of GitHub Actions that annotates a line of a file, or the run as a whole. */
export interface WorkflowCommand {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly at?: { readonly file: string; readonly line: number; readonly column: number };
}

/**
 * The line that makes GitHub show an annotation.
 *
 * Follows https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
 */
export function workflowCommand({ level, title, message, at }: WorkflowCommand): string {
  const where = at ? `file=${property(at.file)},line=${at.line},col=${at.column},` : '';
  return `::${level} ${where}title=${property(title)}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
