import { FieldPath } from '../../../../lib/validation/field-path';
import type { Finding } from '../../../../lib/validation/finding';
import { reportLabels } from '../../../../lib/validation/rules/server/labels';

const places = (labels: Record<string, string>) => {
  const found: Finding[] = [];
  reportLabels(labels, FieldPath.root.child('labels'), (finding) => found.push(finding));
  return found.map(({ field, place }) => `${field} at ${place}`);
};

test('good labels are passed over', () => expect(places({ app: 'web', 'example.com/a': '' })).toEqual([]));

test('the field is the map, the place the entry', () =>
  expect(places({ app: 'web', 'my app': 'my web' })).toEqual(['labels at labels[my app]', 'labels at labels[my app]']));
