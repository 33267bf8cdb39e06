import { workflowCommand } from '../../report/workflow-command';
import type { SourcePosition } from '../../validation/diagnostic';
import { GRAVE_EFFECTS } from '../effect';
import type { ChangePositions, ObjectChange } from '../object-change';
import { type ComparisonReport, changeTitle, effectTexts, fileState } from './comparison-report';
import { fieldLines } from './field-lines';

/** The differences as GitHub Actions workflow commands, at lines of files that are in the checkout. */
export function comparisonGithub(report: ComparisonReport): string {
  const isCheck = report.purpose === 'check';
  const files = report.files.map((file) =>
    workflowCommand({
      level: isCheck ? 'error' : 'notice',
      title: fileState(file, report.purpose),
      message: isCheck ? `${file.name}: run \`podwright synth\` and commit the result` : file.name,
      at: file.problem ?? { file: file.name, line: 1, column: 1 },
    }),
  );
  return [...files, ...report.objects.map((change) => objectCommand(change, isCheck))].join('');
}

function objectCommand(change: ObjectChange, isCheck: boolean): string {
  const isGrave = change.effects.some(({ kind }) => GRAVE_EFFECTS.includes(kind));
  const fields = change.fields.flatMap(fieldLines).map(({ mark, text }) => `${mark} ${text}`);
  const [position] = change.fields.length > 0 ? change.fields.map(({ yaml }) => place(yaml, isCheck)) : [undefined];
  const at = position ?? place(change.yaml, isCheck);
  return workflowCommand({
    level: isGrave ? 'warning' : 'notice',
    title: changeTitle(change),
    message: [...effectTexts(change), ...fields].join('\n'),
    ...(at && { at }),
  });
}

/** What is checked is the committed file; what is compared, the newer one. */
function place({ before, after }: ChangePositions, isCheck: boolean): SourcePosition | undefined {
  return isCheck ? (before ?? after) : (after ?? before);
}
