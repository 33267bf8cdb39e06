import { defaulted } from './defaulted';

const filled = {
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  securityContext: {},
  terminationGracePeriodSeconds: 30,
  schedulerName: 'default-scheduler',
};

describe('defaultPodTemplateSpec', () => {
  test.each<[string, string, string]>([
    ['v1', 'PodTemplate', 'template.spec'],
    ['apps/v1', 'Deployment', 'spec.template.spec'],
    ['apps/v1', 'ReplicaSet', 'spec.template.spec'],
    ['apps/v1', 'DaemonSet', 'spec.template.spec'],
    ['apps/v1', 'StatefulSet', 'spec.template.spec'],
    ['batch/v1', 'Job', 'spec.template.spec'],
    ['batch/v1', 'CronJob', 'spec.jobTemplate.spec.template.spec'],
  ])('fills in the template of %s %s, even when there is none', (apiVersion, kind, path) => {
    expect(defaulted({ apiVersion, kind })).toHaveProperty(path, filled);
  });

  test('drops what the minor does not take', () => {
    const template = {
      spec: { containers: [{ name: 'app', resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] }] },
    };
    const path = 'template.spec.containers.0.resizePolicy';
    expect(defaulted({ apiVersion: 'v1', kind: 'PodTemplate', template }, 32)).not.toHaveProperty(path);
    expect(defaulted({ apiVersion: 'v1', kind: 'PodTemplate', template }, 33)).toHaveProperty(path);
  });
});
