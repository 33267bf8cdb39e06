import { byteLength, dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import type { ResourceSliceSpec } from '../../../kubernetes/generated/decoded';
import { invalid, required, tooLong } from '../../finding';
import { defineRules } from '../../rule';
import { reportCSIDriverName } from './csi-driver-name';

const LONGEST_POOL_NAME = 253;
const WHERE = 'exactly one of nodeName, nodeSelector, allNodes and perDeviceNodeSelection is required';
const SOURCE = 'kubernetes pkg/apis/resource/validation/validation.go';
const POOL = 'pool: { name: node-1, resourceSliceCount: 1 }';
const GOOD = `spec: { driver: gpu.example.com, ${POOL}, nodeName: node-1, devices: [{ name: gpu-0 }] }`;

/** The devices that a driver publishes. */
export const resourceSliceRules = defineRules([
  {
    id: 'valid-resource-pool',
    summary: 'A ResourceSlice names its driver and a pool, which consists of at least one slice.',
    why: 'Devices are told apart by driver, pool and name.',
    fix: 'Write driver, pool.name, and pool.resourceSliceCount with the number of slices of the pool.',
    source: `${SOURCE} validateResourceSliceSpec, validateResourcePool, validatePoolName`,
    example: { bad: GOOD.replace('resourceSliceCount: 1', 'generation: 1'), good: GOOD },
    visit: {
      ResourceSlice({ spec = {} }, at, report, { minor }) {
        reportCSIDriverName(spec.driver ?? '', at.down('spec', 'driver'), report, minor);
        const { name = '', resourceSliceCount: count = 0, generation = 0 } = spec.pool ?? {};
        const pool = at.down('spec', 'pool');
        if (name === '') report(required(pool.child('name')));
        else
          for (const reason of name.split('/').flatMap(dnsSubdomain)) report(invalid(pool.child('name'), name, reason));
        if (byteLength(name) > LONGEST_POOL_NAME) report(tooLong(pool.child('name'), LONGEST_POOL_NAME));
        if (count <= 0) report(invalid(pool.child('resourceSliceCount'), count, 'must be greater than zero'));
        if (generation < 0) report(invalid(pool.child('generation'), generation, 'must not be negative'));
      },
    },
  },
  {
    id: 'valid-resource-slice-nodes',
    summary: 'A ResourceSlice says in one way which nodes reach its devices.',
    why: 'Pods can only use the devices of a node that reaches them.',
    fix: 'Write nodeName, nodeSelector with one term, or allNodes: true.',
    source: `${SOURCE} validateResourceSliceSpec`,
    example: { bad: GOOD.replace('nodeName: node-1, ', ''), good: GOOD },
    visit: {
      ResourceSlice({ spec = {} }, at, report) {
        const field = at.child('spec');
        const { nodeName, nodeSelector } = spec;
        if (nodeName === '') report(invalid(field.child('nodeName'), nodeName, 'must be unset or not empty'));
        else if (nodeName !== undefined)
          for (const reason of dnsSubdomain(nodeName)) report(invalid(field.child('nodeName'), nodeName, reason));
        for (const name of ['allNodes', 'perDeviceNodeSelection'] as const)
          if (spec[name] === false) report(invalid(field.child(name), false, 'must be unset or true'));
        const terms = nodeSelector?.nodeSelectorTerms ?? [];
        if (nodeSelector !== undefined && terms.length !== 1)
          report(invalid(field.down('nodeSelector', 'nodeSelectorTerms'), terms, 'must have exactly one term'));
        const ways = waysOf(spec);
        if (ways === 0) report(required(field, WHERE));
        else if (ways > 1) report(invalid(field, '', WHERE));
      },
    },
  },
  {
    id: 'valid-device-name',
    summary: 'The name of a device in a ResourceSlice is a DNS label.',
    why: 'Claims are allocated by the names of devices.',
    fix: 'Use lower case letters, digits and dashes, such as gpu-0.',
    source: `${SOURCE} validateDevice`,
    example: { bad: GOOD.replace('gpu-0', 'GPU'), good: GOOD },
    visit: {
      ResourceSlice({ spec }, at, report) {
        spec?.devices?.forEach(({ name = '' }, index) => {
          const field = at.down('spec', 'devices').index(index).child('name');
          for (const reason of dnsLabel(name)) report(invalid(field, name, reason));
        });
      },
    },
  },
]);

function waysOf({ nodeName, nodeSelector, allNodes, perDeviceNodeSelection }: ResourceSliceSpec): number {
  return [nodeName, nodeSelector, allNodes, perDeviceNodeSelection].filter(Boolean).length;
}
