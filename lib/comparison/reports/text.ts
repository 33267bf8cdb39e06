import { EFFECTS, GRAVE_EFFECTS } from '../effect';
import type { ObjectChange } from '../object-change';
import { type ComparisonReport, changeTitle, differenceCounts, effectTexts, fileState } from './comparison-report';
import { fieldLines } from './field-lines';

const BOLD = 1;
const DIM = 2;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
const MARKS = { '-': RED, '+': GREEN, '~': YELLOW } as const;

type Paint = (code: number, text: string) => string;

/** The differences for people: the files, then each object with what its changes do, then its fields. */
export function comparisonText(report: ComparisonReport): string {
  const paint: Paint = report.colour ? (code, text) => `\u001b[${code}m${text}\u001b[0m` : (_code, text) => text;
  const files = report.files.map((file) => `${paint(BOLD, file.name)}  ${fileState(file, report.purpose)}`);
  const objects = report.objects.map((change) => objectLines(change, paint).join('\n'));
  const parts = [files.join('\n'), ...objects, differenceCounts(report)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function objectLines(change: ObjectChange, paint: Paint): string[] {
  const at = change.yaml.after ?? change.yaml.before;
  const place = at ? `  ${paint(DIM, `${at.file}:${at.line}`)}` : '';
  const effects = effectTexts(change).map((text, index) => {
    const kind = change.effects[index]?.kind;
    return `  ${kind && GRAVE_EFFECTS.includes(kind) ? paint(RED, text) : text}`;
  });
  const fields = change.fields.flatMap((field) => {
    const [first, ...rest] = fieldLines(field);
    const own = paint(DIM, `  [${field.effects.map((kind) => EFFECTS[kind]).join(', ')}]`);
    return [
      ...(first ? [`  ${paint(MARKS[first.mark], `${first.mark} ${first.text}`)}${own}`] : []),
      ...rest.map(({ mark, text }) => `  ${paint(MARKS[mark], `${mark} ${text}`)}`),
    ];
  });
  return [`${paint(BOLD, changeTitle(change))}${place}`, ...effects, ...fields];
}
