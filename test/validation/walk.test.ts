import { validate } from '../../lib/validation/validate';
import { object, pod, podTemplate, workload } from './manifests';

const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const mounts = (...names: string[]) => names.map((name) => ({ name, mountPath: `/${name}` }));
const container = (...names: string[]) => ({
  name: 'app',
  image: 'registry.example/app:1.2.3',
  volumeMounts: mounts(...names),
});
const found = (manifest: object, kubeVersion = '1.36') =>
  validate([manifest], { kubeVersion })
    .filter(({ severity }) => severity === 'error')
    .map(({ field, reason }) => `${field}: ${reason}`);

describe('the volumes that a container can mount', () => {
  const withVolumes = (...volumes: unknown[]) => pod({ volumes, containers: [container('data')] });
  const notFound = 'spec.containers[0].volumeMounts[0].name: FieldValueNotFound';

  test('are those without a fault', () => {
    expect(found(withVolumes({ name: 'data' }))).toEqual([]);
    expect(found(withVolumes({ name: 'data', hostPath: {} }))).toContain(notFound);
  });

  test('are not those with a fault in their claim', () => {
    const ephemeral = { volumeClaimTemplate: { spec: { ...claim, accessModes: [] } } };
    expect(found(withVolumes({ name: 'data', ephemeral }))).toContain(notFound);
  });

  test('are those whose claim another volume makes, too', () => {
    const volumes = [
      { name: 'data', persistentVolumeClaim: { claimName: 'web-more' } },
      { name: 'more', ephemeral: { volumeClaimTemplate: { spec: claim } } },
    ];
    expect(found(withVolumes(...volumes))).toEqual([
      'spec.volumes[0].persistentVolumeClaim.claimName: FieldValueInvalid',
    ]);
  });
});

describe('the claim templates of a StatefulSet', () => {
  const statefulSet = (name: string, ...volumes: unknown[]) =>
    workload('StatefulSet', {
      template: podTemplate({ volumes, containers: [container('data')] }),
      volumeClaimTemplates: [{ metadata: { name }, spec: claim }],
    });

  test('are volumes', () => expect(found(statefulSet('data'))).toEqual([]));

  test('hide the volume of their name', () =>
    expect(found(statefulSet('data', { name: 'data', hostPath: {} }))).toEqual([]));

  test('are reported where they stand, under the name of the volume', () => {
    const [diagnostic] = validate([statefulSet('Data', { name: 'data' })]);
    expect(diagnostic).toMatchObject({
      field: 'spec.template.spec.volumes[0].name',
      path: ['spec', 'volumeClaimTemplates', 0, 'metadata', 'name'],
    });
  });

  test('shift the other volumes, which are reported where they stand', () => {
    const [diagnostic] = validate([statefulSet('data', { name: 'My_Data' })]);
    expect(diagnostic).toMatchObject({
      field: 'spec.template.spec.volumes[1].name',
      path: ['spec', 'template', 'spec', 'volumes', 0, 'name'],
    });
  });

  test('are not looked at before 1.34', () => expect(found(statefulSet('Data'), '1.33')).toEqual([]));
});

describe('the metadata of a PodDisruptionBudget', () => {
  const budget = (spec: object) => object('policy/v1', 'PodDisruptionBudget', { metadata: {}, spec });

  test('is looked at when all else is well', () =>
    expect(found(budget({ minAvailable: 1 }))).toEqual(['metadata.name: FieldValueRequired']));

  test('is not looked at otherwise', () =>
    expect(found(budget({ minAvailable: -1 }))).toEqual(['spec.minAvailable: FieldValueInvalid']));
});
