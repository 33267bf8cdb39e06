import { comparisonJson } from '../../../lib/comparison/reports/json';
import { exampleReport } from './comparison';

test('gives files and objects as they are, and findings where there are any', () => {
  const report = exampleReport('diff');
  expect(JSON.parse(comparisonJson(report))).toEqual(
    JSON.parse(JSON.stringify({ files: report.files, objects: report.objects })),
  );
  expect(JSON.parse(comparisonJson(report, [1])).diagnostics).toEqual([1]);
});
