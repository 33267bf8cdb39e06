import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { Diagnostic, SourcePosition } from '../validation/diagnostic';
import { findRule } from '../validation/rules/catalogue';
import { mergeVersions, objectName, type Report } from './report';
import { ruleUrl } from './rule-url';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** The findings as SARIF 2.1.0: the line of code is the first location, the line of YAML the second. */
export function reportSarif({ diagnostics }: Report): string {
  const merged = mergeVersions(diagnostics);
  const ids = [...new Set(merged.map(({ diagnostic }) => diagnostic.rule))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'podwright',
            informationUri: 'https://www.npmjs.com/package/podwright',
            rules: ids.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: merged.map(({ diagnostic, versions }) => result(diagnostic, versions, ids)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(id: string): ReportingDescriptor {
  const rule = findRule(id);
  return {
    id,
    ...(rule && {
      shortDescription: { text: rule.summary },
      fullDescription: { text: rule.why },
      help: { text: rule.fix },
    }),
    helpUri: ruleUrl(id),
    defaultConfiguration: { level: LEVELS[rule?.severity ?? 'error'] },
  };
}

function result(diagnostic: Diagnostic, versions: readonly string[], ids: readonly string[]): Result {
  const text = [`${objectName(diagnostic)} ${diagnostic.field}: ${diagnostic.message}`, diagnostic.fix]
    .filter(Boolean)
    .join(' ');
  const positions = [diagnostic.source, diagnostic.yaml].filter((position) => position !== undefined);
  return {
    ruleId: diagnostic.rule,
    ruleIndex: ids.indexOf(diagnostic.rule),
    level: LEVELS[diagnostic.severity],
    message: { text },
    locations: positions.slice(0, 1).map((position) => location(position, diagnostic)),
    ...(positions.length > 1 && {
      relatedLocations: positions.slice(1).map((position) => location(position, diagnostic)),
    }),
    properties: { reason: diagnostic.reason, field: diagnostic.field, kubeVersions: versions },
  };
}

function location({ file, line, column }: SourcePosition, diagnostic: Diagnostic): Location {
  const uri = file.split('\\').join('/').split('/').map(encodeURIComponent).join('/');
  return {
    physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column } },
    logicalLocations: [{ fullyQualifiedName: `${objectName(diagnostic)} ${diagnostic.field}`.trim(), kind: 'object' }],
  };
}
