import type { Report } from '../../lib/report/report';
import type { Diagnostic } from '../../lib/validation/diagnostic';

const object = { index: 0, apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' };

/** An error with both places, whose text needs escaping. */
export const error: Diagnostic = {
  rule: 'valid-container-name',
  severity: 'error',
  reason: 'FieldValueInvalid',
  object,
  field: 'spec.template.spec.containers[0].name',
  path: ['spec', 'template', 'spec', 'containers', 0, 'name'],
  message: 'Invalid value: "<A&B>": 100% wrong\nreally',
  fix: 'Write a name.',
  construct: 'shop/web',
  source: { file: 'src/my app.ts', line: 4, column: 3 },
  yaml: { file: 'dist/shop.k8s.yaml', line: 2, column: 7 },
};

/** A note on an object as a whole, without places. */
export const info: Diagnostic = {
  rule: 'unchecked-custom-resource',
  severity: 'info',
  reason: 'NotChecked',
  object: { index: 1, apiVersion: 'example.com/v1', kind: 'Widget', name: '' },
  field: '',
  path: [],
  message: 'not checked',
};

/** A report over the findings of some versions. */
export function reportOf(diagnostics: Record<string, readonly Diagnostic[]>, more: Partial<Report> = {}): Report {
  const texts = (file: string) => (file.startsWith('dist') ? 'kind: Deployment\nname: "<A&B>"\n' : undefined);
  return { diagnostics: new Map(Object.entries(diagnostics)), texts, colour: false, ...more };
}
