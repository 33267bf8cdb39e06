import { defaultedTemplateSpec } from './defaulted';

const filled = {
  containers: expect.anything(),
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  securityContext: {},
  terminationGracePeriodSeconds: 30,
  schedulerName: 'default-scheduler',
};

describe('defaultPodSpec', () => {
  test.each<[string, object, object]>([
    ['fills in an empty spec', {}, {}],
    ['reads empty text as absent', { dnsPolicy: '', restartPolicy: '', schedulerName: '' }, {}],
    [
      'keeps what is given',
      { dnsPolicy: 'None', restartPolicy: 'Never', schedulerName: 'own', terminationGracePeriodSeconds: 0 },
      { dnsPolicy: 'None', restartPolicy: 'Never', schedulerName: 'own', terminationGracePeriodSeconds: 0 },
    ],
    [
      'writes the account under its old name too',
      { serviceAccountName: 'a' },
      { serviceAccountName: 'a', serviceAccount: 'a' },
    ],
    ['reads the account under its old name', { serviceAccount: 'a' }, { serviceAccountName: 'a', serviceAccount: 'a' }],
    [
      'prefers the new name',
      { serviceAccountName: 'a', serviceAccount: 'b' },
      { serviceAccountName: 'a', serviceAccount: 'a' },
    ],
    ['rounds the overhead', { overhead: { cpu: '1u' } }, { overhead: { cpu: '1m' } }],
    [
      'rounds what the pod asks for',
      { resources: { requests: { cpu: '1u' } } },
      { resources: { requests: { cpu: '1m' } } },
    ],
  ])('%s', (_, spec, expected) => {
    expect(defaultedTemplateSpec({ ...spec })).toEqual({ ...filled, ...expected });
  });
});
