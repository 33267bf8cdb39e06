import { asServed } from '../../../lib/kubernetes/defaults/as-served';

describe('asServed', () => {
  test.each<[string, string, object, object]>([
    ['leaves out empty text, numbers, lists and maps', 'core.v1.PodDNSConfigOption', { name: '' }, {}],
    ['keeps empty text that is set', 'core.v1.PodDNSConfigOption', { name: 'a', value: '' }, { name: 'a', value: '' }],
    ['writes the empty value of what must be there', 'core.v1.Sysctl', { name: 'a' }, { name: 'a', value: '' }],
    ['writes structs that Go holds as values', 'core.v1.Container', { name: 'a' }, { name: 'a', resources: {} }],
    [
      'writes null for an absent pointer that must be there',
      'core.v1.ScaleIOVolumeSource',
      {},
      { gateway: '', system: '', secretRef: null },
    ],
    ['writes null for an empty list that must be there', 'rbac.v1.PolicyRule', { verbs: [] }, { verbs: null }],
    [
      'writes quantities canonically',
      'core.v1.ResourceRequirements',
      { limits: { cpu: '0.1', memory: 1024 } },
      { limits: { cpu: '100m', memory: '1024' } },
    ],
    [
      'writes base64 in one line',
      'admissionregistration.v1.WebhookClientConfig',
      { caBundle: 'YWJj\nZGVm' },
      { caBundle: 'YWJjZGVm' },
    ],
    [
      'writes bytes that were a list of numbers',
      'admissionregistration.v1.WebhookClientConfig',
      { caBundle: [112, 119] },
      { caBundle: 'cHc=' },
    ],
    [
      'writes times in UTC',
      'core.v1.Taint',
      { key: 'k', effect: 'e', timeAdded: '2026-01-01T02:00:00.5+02:00' },
      { key: 'k', effect: 'e', timeAdded: '2026-01-01T00:00:00Z' },
    ],
    [
      'writes times that only the server reads',
      'core.v1.Taint',
      { key: 'k', effect: 'e', timeAdded: '2026-01-02T1:00:00,5+24:00' },
      { key: 'k', effect: 'e', timeAdded: '2026-01-01T01:00:00Z' },
    ],
    [
      'writes null for the beginning of time',
      'core.v1.Taint',
      { key: 'k', effect: 'e', timeAdded: '0001-01-01T00:00:00Z' },
      { key: 'k', effect: 'e', timeAdded: null },
    ],
    [
      'writes microseconds',
      'coordination.v1.LeaseSpec',
      { renewTime: '2026-01-01T02:00:00.123456+02:00' },
      { renewTime: '2026-01-01T00:00:00.123456Z' },
    ],
    [
      'writes schemas within schemas',
      'apiextensions.v1.JSONSchemaProps',
      { items: { type: 'string', title: '' }, additionalProperties: false, properties: { a: { title: '' } } },
      { items: { type: 'string' }, additionalProperties: false, properties: { a: {} } },
    ],
    [
      'drops what the minor does not serve',
      'core.v1.PodSpec',
      { containers: [], workloadRef: { name: 'w', podGroup: 'g' } },
      { containers: null },
    ],
  ])('%s', (_, type, object, expected) => {
    expect(asServed({ ...object }, type, 36)).toEqual(expected);
  });

  test('leaves the object as it is', () => {
    const object = { name: 'a', resources: { limits: { cpu: '0.1' } } };
    asServed(object, 'core.v1.Container', 36);
    expect(object).toEqual({ name: 'a', resources: { limits: { cpu: '0.1' } } });
  });
});
