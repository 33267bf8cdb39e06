import { identify } from '../../lib/validation/identify';

const finding = (apiVersion: unknown, kind: unknown, minor = 36) => {
  const found = identify({ apiVersion, kind, metadata: { name: 'web' } }, minor);
  return 'finding' in found ? `${found.finding.field}: ${found.finding.reason}` : undefined;
};
const fix = (object: Record<string, unknown>, minor = 36) => {
  const found = identify(object, minor);
  return 'finding' in found ? found.finding.fix : undefined;
};

describe('a kind that the minor serves', () => {
  test.each([
    ['v1', 'Pod', 28],
    ['apps/v1', 'Deployment', 36],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 31],
    ['networking.k8s.io/v1', 'ServiceCIDR', 33],
  ])('%s %s in 1.%i', (apiVersion, kind, minor) => {
    expect(identify({ apiVersion, kind }, minor)).toMatchObject({ kind: { kind } });
  });
});

describe('a custom resource', () => {
  test.each([
    ['serving.knative.dev/v1', 'Service'],
    ['apps.kruise.io/v1alpha1', 'StatefulSet'],
    ['batch.volcano.sh/v1alpha1', 'Job'],
    ['projectcalico.org/v3', 'NetworkPolicy'],
    ['metrics.k8s.io/v1beta1', 'PodMetrics'],
    ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
    ['snapshot.storage.k8s.io/v1', 'VolumeSnapshot'],
    ['autoscaling.k8s.io/v1', 'VerticalPodAutoscaler'],
    ['app.k8s.io/v1beta1', 'Application'],
    ['cluster.x-k8s.io/v1beta1', 'Machine'],
    ['networking.x-k8s.io/v1alpha1', 'Gateway'],
    ['policy.sigs.k8s.io/v1alpha1', 'NetworkPolicy'],
    ['networking.gke.io/v1', 'ManagedCertificate'],
    ['networking.istio.io/v1', 'VirtualService'],
  ])('%s %s', (apiVersion, kind) => {
    expect(identify({ apiVersion, kind }, 36)).toEqual({ custom: { apiVersion, kind } });
  });
});

describe('an apiVersion that is wrong', () => {
  test.each([
    ['V1', 'Pod'],
    ['core/v1', 'Pod'],
    ['1', 'Pod'],
    ['v1', 'Deployment'],
    ['apps/v2', 'Deployment'],
    ['apps.k8s.io/v1', 'Deployment'],
    ['rbac.authorization.k8s/v1', 'Role'],
    ['rbac.k8s.io/v1', 'Role'],
    ['networking.k8s.oi/v1', 'Ingress'],
    ['networking.k8.io/v1', 'NetworkPolicy'],
    ['networking/v1', 'Ingress'],
    ['extensions/v1beta1', 'Ingress'],
    ['example.com/v1/v2', 'Pod'],
  ])('%s %s', (apiVersion, kind) => {
    expect(finding(apiVersion, kind)).toBe('apiVersion: UnknownKind');
  });

  test('a group without a version', () => expect(finding('example.com/', 'Widget')).toBe('kind: UnknownKind'));
  test('one that comes later', () =>
    expect(finding('networking.k8s.io/v1', 'ServiceCIDR', 32)).toBe('apiVersion: UnknownKind'));
  test('one that has gone', () =>
    expect(finding('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 32)).toBe('apiVersion: UnknownKind'));
});

describe('a kind that is wrong', () => {
  test.each([
    ['v1', 'pod'],
    ['apps/v1', 'Deploymnet'],
    ['networking.k8s.oi/v1', 'Ingres'],
    ['settings.k8s.io/v1alpha1', 'PodPreset'],
  ])('%s %s', (apiVersion, kind) => {
    expect(finding(apiVersion, kind)).toBe('kind: UnknownKind');
  });
});

describe('what is no manifest', () => {
  test.each([[null], [[]], ['text'], [1]])('%j', (value) => {
    expect(identify(value, 36)).toMatchObject({ finding: { reason: 'Malformed' } });
  });
  test('no apiVersion', () => expect(finding(undefined, 'Pod')).toBe('apiVersion: UnknownKind'));
  test('no kind', () => expect(finding('v1', '')).toBe('kind: UnknownKind'));
  test('a number', () => expect(finding(1, 'Pod')).toBe('apiVersion: UnknownKind'));
});

describe('what it suggests', () => {
  test('the apiVersion of the kind', () =>
    expect(fix({ apiVersion: 'rbac.authorization.k8s/v1', kind: 'Role' })).toBe(
      'Write apiVersion: rbac.authorization.k8s.io/v1.',
    ));
  test('the kind that was meant', () =>
    expect(fix({ apiVersion: 'apps/v1', kind: 'Deploymnet' })).toBe(
      'Did you mean kind: Deployment (apiVersion: apps/v1)?',
    ));
  test('the key that was meant', () =>
    expect(fix({ apiversion: 'v1', kind: 'Pod' })).toBe('Did you mean apiVersion instead of apiversion?'));
});
