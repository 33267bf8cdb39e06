import { fieldOf, typeInfo } from '../../lib/kubernetes/types';

const field = (type: string, name: string, minor = 36) => fieldOf(typeInfo(type), name, minor);

test.each([
  ['core.v1.Container', 'name', { form: 'scalar', scalar: 'string' }],
  ['core.v1.Container', 'ports', { form: 'list', item: { form: 'struct', type: 'core.v1.ContainerPort' } }],
  ['core.v1.ResourceRequirements', 'limits', { form: 'map', item: { form: 'scalar', scalar: 'quantity' } }],
  ['core.v1.HTTPGetAction', 'port', { form: 'scalar', scalar: 'int-or-string' }],
  ['core.v1.Secret', 'data', { form: 'map', item: { form: 'scalar', scalar: 'bytes' } }],
])('%s.%s', (type, name, shape) => expect(field(type, name)?.shape).toEqual(shape));

test('pointers keep their zero values, required fields are always written', () => {
  expect(field('apps.v1.DeploymentSpec', 'replicas')?.pointer).toBe(true);
  expect(field('apps.v1.DeploymentSpec', 'minReadySeconds')?.pointer).toBe(false);
  expect(field('core.v1.ContainerPort', 'containerPort')?.required).toBe(true);
});

test('fields come with a minor, and change their type with one', () => {
  expect(field('core.v1.Container', 'restartPolicyRules', 33)).toBeUndefined();
  expect(field('core.v1.Container', 'restartPolicyRules', 34)).toMatchObject({ since: 34 });
  expect(field('core.v1.PersistentVolumeClaimSpec', 'resources', 28)?.shape).toMatchObject({
    type: 'core.v1.ResourceRequirements',
  });
  expect(field('core.v1.PersistentVolumeClaimSpec', 'resources', 29)?.shape).toMatchObject({
    type: 'core.v1.VolumeResourceRequirements',
  });
});

test('lists of objects know the keys that tell their items apart', () => {
  expect(typeInfo('core.v1.PodSpec').mergeKeys.containers).toEqual(['name']);
  expect(typeInfo('core.v1.Container').mergeKeys.ports).toEqual(['containerPort', 'protocol']);
});

test('an unknown type is an error', () =>
  expect(() => typeInfo('core.v1.Nothing')).toThrow("no Kubernetes type 'core.v1.Nothing'"));
