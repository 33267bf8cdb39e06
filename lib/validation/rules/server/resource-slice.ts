import { byteLength, dnsSubdomain, labelValue, qualifiedName } from '../../../kubernetes/formats';
import type { DeviceAttribute, ResourceSliceSpec } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, required, tooLong, tooMany } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { reportCSIDriverName } from './csi-driver-name';
import { reportDeviceNames } from './device-names';
import { reportDeviceEffect } from './device-toleration';

const LONGEST_POOL_NAME = 253;
const MOST_DEVICES = 128;
const LONGEST_VALUE = 64;
/** Follows semverRe, the expression of semver.org. */
const SEMANTIC_VERSION =
  /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-(0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*))*)?(\+[\da-zA-Z-]+(\.[\da-zA-Z-]+)*)?$/;
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
    id: 'valid-device',
    summary: `A ResourceSlice has at most ${MOST_DEVICES} devices, each with a DNS label of its own as its name.`,
    why: 'Claims are allocated by the names of devices.',
    fix: 'Use lower case letters, digits and dashes, such as gpu-0, and put more devices into another slice.',
    source: `${SOURCE} validateResourceSliceSpec, validateDevice`,
    example: { bad: GOOD.replace('gpu-0', 'GPU'), good: GOOD },
    visit: {
      ResourceSlice({ spec }, at, report, { minor }) {
        const list = at.down('spec', 'devices');
        const { devices = [] } = spec ?? {};
        if (devices.length > MOST_DEVICES) report(tooMany(list, devices.length, MOST_DEVICES));
        else reportDeviceNames(devices, list, report, minor);
      },
    },
  },
  {
    id: 'valid-device-attribute',
    summary: `An attribute of a device has one value, of at most ${LONGEST_VALUE} bytes; a version is a semantic one.`,
    why: 'Selectors and constraints compare attributes by their type.',
    fix: 'Write one of bool, int, string and version: { version: 1.2.3 }.',
    source: `${SOURCE} validateDeviceAttribute`,
    example: {
      bad: GOOD.replace('gpu-0', 'gpu-0, attributes: { driver: { version: v1 } }'),
      good: GOOD.replace('gpu-0', 'gpu-0, attributes: { driver: { version: 1.2.3 } }'),
    },
    visit: {
      ResourceSlice({ spec }, at, report) {
        spec?.devices?.forEach(({ attributes = {} }, index) => {
          const field = at.down('spec', 'devices').index(index).child('attributes');
          for (const [name, attribute] of Object.entries(attributes))
            reportAttribute(attribute, field.key(name), report);
        });
      },
    },
  },
  {
    id: 'valid-device-taint',
    summary: 'A taint of a device has a key, a value that a label can have, and an effect.',
    why: 'Requests tolerate taints by key, value and effect.',
    fix: 'Write key, and effect: NoSchedule or NoExecute.',
    source: `${SOURCE} validateDeviceTaint`,
    since: 36,
    example: {
      bad: GOOD.replace('gpu-0', 'gpu-0, taints: [{ key: example.com/broken }]'),
      good: GOOD.replace('gpu-0', 'gpu-0, taints: [{ key: example.com/broken, effect: NoExecute }]'),
    },
    visit: {
      ResourceSlice({ spec }, at, report) {
        spec?.devices?.forEach(({ taints = [] }, index) => {
          taints.forEach(({ key = '', value = '', effect }, position) => {
            const field = at.down('spec', 'devices').index(index).child('taints').index(position);
            for (const reason of qualifiedName(key)) report(invalid(field.child('key'), key, reason));
            for (const reason of labelValue(value)) report(invalid(field.child('value'), value, reason));
            reportDeviceEffect(effect, field.child('effect'), report);
            if (!effect) report(required(field.child('effect')));
          });
        });
      },
    },
  },
]);

function reportAttribute(attribute: DeviceAttribute, at: FieldPath, report: Report): void {
  const values = Object.values(attribute).filter((value) => value !== undefined);
  if (values.length > 1) report(invalid(at, attribute, 'exactly one value must be specified'));
  for (const name of ['string', 'version'] as const) {
    const value = attribute[name];
    if (value === undefined) continue;
    if (byteLength(value) > LONGEST_VALUE) report(tooLong(at.child(name), LONGEST_VALUE));
    else if (name === 'version' && !SEMANTIC_VERSION.test(value))
      report(invalid(at.child(name), value, 'must be a semantic version, such as 1.2.3'));
  }
}

function waysOf({ nodeName, nodeSelector, allNodes, perDeviceNodeSelection }: ResourceSliceSpec): number {
  return [nodeName, nodeSelector, allNodes, perDeviceNodeSelection].filter(Boolean).length;
}
