import { defaultedSpec } from './defaulted';

describe('defaultAPIService', () => {
  test.each<[object, object]>([
    [{ group: 'g' }, { group: 'g' }],
    [{ service: { name: 's' } }, { service: { name: 's', port: 443 } }],
    [{ service: { name: 's', port: 8443 } }, { service: { name: 's', port: 8443 } }],
  ])('%j', (spec, expected) => {
    const {
      groupPriorityMinimum: _,
      versionPriority: __,
      ...rest
    } = defaultedSpec('apiregistration.k8s.io/v1', 'APIService', { ...spec });
    expect(rest).toEqual(expected);
  });
});
