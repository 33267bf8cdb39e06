import { chartIds } from '../../../lib/migration/input/chart-ids';

test.each([
  [['web.yaml'], ['web']],
  [
    ['dist/web.k8s.yaml', 'api.yml', 'x.JSON'],
    ['web', 'api', 'x'],
  ],
  [
    ['a/web.yaml', 'b/web.yaml', 'c/b/web.yaml'],
    ['web', 'b-web', 'b-web-2'],
  ],
  [
    ['my file (1).yaml', '---.yaml'],
    ['my-file-1', 'chart'],
  ],
])('%j gives %j', (files, ids) => {
  expect(chartIds(files)).toEqual(ids);
});
