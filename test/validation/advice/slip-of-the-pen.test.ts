import { slipOfThePen } from '../../../lib/validation/advice/slip-of-the-pen';

test.each([
  ['wbe', ['web', 'shop'], 'web'],
  ['chekcout', ['checkout'], 'checkout'],
  ['web-frontned', ['web-frontend', 'web-backend'], 'web-frontend'],
  ['app_name', ['app-name'], 'app-name'],
])('%s was meant to be one of %j: %s', (name, known, meant) => {
  expect(slipOfThePen(name, known)).toBe(meant);
});

test.each([
  ['postgres', ['web']],
  ['shop-a', ['shop-b']],
  ['api-v1', ['api-v2']],
  ['node10', ['node2']],
  ['web', []],
])('%s is a sibling of %j, or nothing like it', (name, known) => {
  expect(slipOfThePen(name, known)).toBeUndefined();
});

test('among very many names none is looked for', () => {
  const many = Array.from({ length: 501 }, (_, index) => `service-${'abcdefgh'[index % 8]}${index}`);
  expect(slipOfThePen('wbe', [...many, 'web'])).toBeUndefined();
});
