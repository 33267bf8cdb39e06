import { comparisonFormats } from '../../../lib/comparison/reports/formats';
import { exampleReport, secret } from './comparison';

test.each(Object.entries(comparisonFormats))('%s names every object and shows no secret', (_name, format) => {
  const text = format.render(exampleReport('check'));
  for (const kind of ['Deployment', 'Secret', 'ConfigMap', 'PodDisruptionBudget']) expect(text).toContain(kind);
  expect(text).not.toContain(secret);
  expect(text).not.toContain(Buffer.from(secret).toString('base64'));
});
