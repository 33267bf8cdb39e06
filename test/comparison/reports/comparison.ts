import { compareFiles } from '../../../lib/comparison/compare-files';
import type { ComparisonReport } from '../../../lib/comparison/reports/comparison-report';
import { writeManifests } from '../../../lib/manifest/write-manifests';
import { deployment, object } from '../versions';

const SECRET = 'hunter2';
const side = (files: Record<string, object[]>, comment = '') =>
  Object.entries(files).map(([path, objects]) => ({
    path,
    name: `dist/${path}`,
    content: `${comment}${writeManifests(objects)}`,
  }));

const before = [
  ...side({ 'web.yaml': [deployment({ replicas: 3 }), object('Secret', { stringData: { password: 'old' } })] }),
  ...side({ 'old.yaml': [object('PodDisruptionBudget', { spec: { minAvailable: 1, selector: {} } })] }),
  ...side({ 'same.yaml': [object('Namespace')] }, '# a comment\n'),
];
const after = [
  ...side({
    'web.yaml': [deployment({ replicas: 2 }, { image: 'a`b' }), object('Secret', { stringData: { password: SECRET } })],
  }),
  ...side({ 'new.yaml': [object('ConfigMap', {}, { namespace: 'shop' })], 'same.yaml': [object('Namespace')] }),
];

/** A comparison with a bit of everything, for the reports to show. */
export function exampleReport(purpose: ComparisonReport['purpose']): ComparisonReport {
  return { ...compareFiles(before, after), purpose, colour: false };
}

/** What no report may show. */
export const secret = SECRET;
