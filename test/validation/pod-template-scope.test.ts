import { findKind, type Kind } from '../../lib/kubernetes/kinds';
import { claimTemplateVolumes, podTemplateScope } from '../../lib/validation/pod-template-scope';
import { validate } from '../../lib/validation/validate';
import { deployment, object, podTemplate, workload } from './manifests';

const unbuildable = { selector: { matchLabels: { app: 'a b' } } };
const scopeOf = (manifest: Record<string, unknown>, minor = 36) => {
  const kind = findKind(String(manifest.apiVersion), String(manifest.kind)) as Kind;
  return podTemplateScope({ kind, minor, object: manifest });
};

test.each([
  ['a Deployment', scopeOf(deployment()), 'all'],
  ['a Deployment without selector', scopeOf(deployment({ selector: undefined })), 'all'],
  ['a Deployment whose selector cannot be built', scopeOf(deployment(unbuildable)), 'nothing'],
  ['a DaemonSet whose selector cannot be built', scopeOf(workload('DaemonSet', unbuildable)), 'all'],
  ['a StatefulSet', scopeOf(workload('StatefulSet'), 34), 'all'],
  ['a StatefulSet before 1.34', scopeOf(workload('StatefulSet'), 33), 'metadata'],
  ['a StatefulSet whose selector cannot be built', scopeOf(workload('StatefulSet', unbuildable), 28), 'nothing'],
  ['a ReplicationController', scopeOf(object('v1', 'ReplicationController', { spec: { template: {} } })), 'all'],
  ['a ReplicationController without template', scopeOf(object('v1', 'ReplicationController')), 'nothing'],
  ['a Pod', scopeOf(object('v1', 'Pod')), 'all'],
])('of the template of %s the server looks at %s', (_, scope, expected) => {
  expect(scope).toBe(expected);
});

test('a StatefulSet without containers is refused since 1.34', () => {
  const empty = workload('StatefulSet', { template: podTemplate({ containers: [] }) });
  const refused = (kubeVersion: string) => validate([empty], { kubeVersion }).map(({ field }) => field);
  expect([refused('1.33'), refused('1.34')]).toEqual([[], ['spec.template.spec.containers']]);
});

describe('claim templates', () => {
  const claim = (name: string) => ({
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  });
  const mounting = (spec: Record<string, unknown>, podSpec: Record<string, unknown> = {}) => {
    const container = { name: 'app', image: 'example.com/app', volumeMounts: [{ name: 'data', mountPath: '/data' }] };
    return workload('StatefulSet', { template: podTemplate({ containers: [container], ...podSpec }), ...spec });
  };
  const fields = (manifest: Record<string, unknown>) => validate([manifest]).map(({ field }) => field);

  test('are volumes by their names', () => {
    const kind = findKind('apps/v1', 'StatefulSet') as Kind;
    const volumes = claimTemplateVolumes({
      kind,
      minor: 36,
      object: mounting({ volumeClaimTemplates: [claim('data')] }),
    });
    expect([...volumes].map(([name, { volume, place }]) => [name, volume, place.toString()])).toEqual([
      ['data', { name: 'data', persistentVolumeClaim: { claimName: 'data' } }, 'spec.volumeClaimTemplates[0].metadata'],
    ]);
  });

  test('can be mounted, where their names are valid', () => {
    const mount = 'spec.template.spec.containers[0].volumeMounts[0].name';
    expect(fields(mounting({ volumeClaimTemplates: [claim('data')] }))).toEqual([]);
    expect(fields(mounting({ volumeClaimTemplates: [] }))).toEqual([mount]);
    expect(fields(mounting({ volumeClaimTemplates: [claim('Data')] }))).toContain(mount);
  });

  test('stand in for a volume of the same name, which is not looked at', () => {
    const volumes = [{ name: 'data', hostPath: { path: '' } }];
    expect(fields(mounting({ volumeClaimTemplates: [claim('data')] }, { volumes }))).toEqual([]);
    expect(fields(mounting({ volumeClaimTemplates: [claim('logs')] }, { volumes }))).not.toEqual([]);
  });
});
