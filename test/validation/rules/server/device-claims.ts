import { object } from '../../manifests';

/** A ResourceClaim with one request, named gpu, of one device; `devices` merged over it. */
export const claim = (devices: object = {}) =>
  object('resource.k8s.io/v1', 'ResourceClaim', {
    spec: { devices: { requests: [{ name: 'gpu', exactly: { deviceClassName: 'a' } }], ...devices } },
  });

/** Such a claim whose only request has `body` beside its class. */
export const claimOf = (body: object) =>
  claim({ requests: [{ name: 'gpu', exactly: { deviceClassName: 'a', ...body } }] });

/** A DeviceClass. */
export const deviceClass = (spec: object) => object('resource.k8s.io/v1', 'DeviceClass', { spec });
