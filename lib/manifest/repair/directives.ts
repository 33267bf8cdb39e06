import { type BrokenText, type Repair, replaceLine } from './broken-text';

/** Lines such as `%YAML 1.2`: `kubectl` takes the line `---` below them away, which makes them an error. */
export function directives({ lines }: BrokenText): Repair[] {
  return [...lines.entries()]
    .filter(([, text]) => text.startsWith('%'))
    .map(([line, text]) =>
      replaceLine(line, '', 0, text.trimEnd().length, {
        rule: 'valid-yaml',
        message: '`%` in the first column begins a directive, which `kubectl` does not take',
        fix: 'Remove the line',
      }),
    );
}
