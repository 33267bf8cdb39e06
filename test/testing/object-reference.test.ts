import { objectIn } from '../../lib/testing';
import { failureOf } from './failure-of';
import { webChart } from './web';

test('the one object that is named', () => {
  expect(objectIn(webChart(), { kind: 'Service' })).toMatchObject({ kind: 'Service', metadata: { name: 'web' } });
});

test.each([
  [
    { name: 'web' },
    'an object named web may be one of Service/web, Deployment/web; give what tells it from the others.',
  ],
  [{ kind: 'Job' }, 'there is no object of kind Job; the chart web holds Service/web, Deployment/web.'],
  [
    { kind: 'Service', name: 'wb' },
    'there is no Service/wb; did you mean Service/web? the chart web holds Service/web, Deployment/web.',
  ],
])('%j is refused', (reference, message) => {
  expect(() => objectIn(webChart(), reference)).toThrow(expect.objectContaining({ code: 'ERR_OBJECT' }));
  expect(failureOf(() => objectIn(webChart(), reference))).toBe(message);
});
