import { ApiObject, App, Chart } from 'cdk8s';
import { metadataFields } from '../../lib/constructs/metadata';
import { inOrder } from './synthesized';

const chart = new Chart(new App(), 'chart', { namespace: 'shop', labels: { team: 'a' } });
const object = new ApiObject(chart, 'object', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    deletionGracePeriodSeconds: 0,
    annotations: {},
    labels: { z: '1', b: '2' },
    name: 'config',
    finalizers: [],
  },
});

test('the fields in the order in which people write them, empty ones left out, later additions included', () => {
  object.metadata.addLabel('a', '3');
  object.metadata.addFinalizers('x/y');
  object.metadata.addOwnerReference({ apiVersion: 'v1', kind: 'Pod', name: 'owner', uid: '1' });
  object.metadata.add('surprise', true);
  expect(inOrder(metadataFields(object.metadata))).toBe(
    inOrder({
      name: 'config',
      namespace: 'shop',
      labels: { team: 'a', z: '1', b: '2', a: '3' },
      finalizers: ['x/y'],
      ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'owner', uid: '1' }],
      deletionGracePeriodSeconds: 0,
      surprise: true,
    }),
  );
});

test('says the same as cdk8s', () => {
  expect(metadataFields(object.metadata)).toEqual(object.metadata.toJson());
});
