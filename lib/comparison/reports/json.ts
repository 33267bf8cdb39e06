import type { ComparisonReport } from './comparison-report';

/** The differences as JSON: `files`, `objects` and, where a command has findings as well, `diagnostics`. */
export function comparisonJson({ files, objects }: ComparisonReport, diagnostics?: unknown): string {
  return `${JSON.stringify({ files, objects, diagnostics }, null, 2)}\n`;
}
