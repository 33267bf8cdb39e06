import { applyDefaults } from '../../../lib/kubernetes/defaults/apply-defaults';
import { DEFAULTINGS } from '../../../lib/kubernetes/defaults/defaultings';
import { findKind, kinds } from '../../../lib/kubernetes/kinds';
import { MINORS } from '../../../lib/kubernetes/version';
import { defaulted } from './defaulted';

describe('applyDefaults', () => {
  test('takes every kind in every minor with nothing in it', () => {
    for (const kind of kinds) {
      for (const minor of MINORS) {
        const object = {};
        applyDefaults(object, kind, minor);
        expect(object).toHaveProperty('metadata');
      }
    }
  });

  test('drops a status that was written', () => {
    const service = defaulted({
      apiVersion: 'v1',
      kind: 'Service',
      status: { loadBalancer: { ingress: [{ ip: '10.0.0.1' }] } },
    });
    expect(service).not.toHaveProperty('status');
  });

  test('fills in each version of a kind by its own rules', () => {
    const spec = { scaleTargetRef: { kind: 'Deployment', name: 'web' }, maxReplicas: 3 };
    const kind = 'HorizontalPodAutoscaler';
    expect(defaulted({ apiVersion: 'autoscaling/v1', kind, spec })).toHaveProperty(
      'spec.targetCPUUtilizationPercentage',
      80,
    );
    expect(defaulted({ apiVersion: 'autoscaling/v2', kind, spec })).toHaveProperty('spec.metrics.0.type', 'Resource');
  });

  test('has defaults only for kinds that are served', () => {
    const entries = Object.entries(DEFAULTINGS).flatMap(([kind, versions]) =>
      Object.keys(versions).map((version) => [version, kind]),
    );
    expect(entries.filter(([version = '', kind = '']) => !findKind(version, kind))).toEqual([]);
  });
});
