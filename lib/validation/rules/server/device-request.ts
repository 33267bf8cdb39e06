import { dnsSubdomain } from '../../../kubernetes/formats';
import type { DeviceRequest, DeviceSubRequest, ExactDeviceRequest } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, notSupported, required, tooMany } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { reportDeviceNames } from './device-names';
import { didYouMean } from './did-you-mean';

const MOST_REQUESTS = 32;
const MOST_ALTERNATIVES = 8;
const MODES = ['All', 'ExactCount'];
const SOURCE = 'kubernetes pkg/apis/resource/validation/validation.go';

const claim = (requests: string) =>
  `apiVersion: resource.k8s.io/v1\nkind: ResourceClaim\nmetadata: { name: gpu }\nspec: { devices: { requests: ${requests} } }`;

/** The devices that a ResourceClaim asks for. */
export const deviceRequestRules = defineRules([
  {
    id: 'valid-device-request-count',
    summary: `A claim has at most ${MOST_REQUESTS} requests, constraints and configs, and a request at most ${MOST_ALTERNATIVES} alternatives and ${MOST_REQUESTS} selectors.`,
    why: 'The scheduler tries their combinations.',
    fix: 'Make several claims of it.',
    source: `${SOURCE} validateDeviceClaim, validateDeviceRequest, validateSelectorSlice`,
    example: {
      bad: claim(`[${names(MOST_REQUESTS + 1)}]`),
      good: claim('[{ name: gpu, exactly: { deviceClassName: gpu.example.com } }]'),
    },
    visit: {
      deviceClaim({ requests, constraints, config }, at, report) {
        reportTooMany(requests, at.child('requests'), report);
        reportTooMany(constraints, at.child('constraints'), report);
        reportTooMany(config, at.child('config'), report);
      },
      deviceRequest(request, at, report) {
        reportTooMany(request.firstAvailable, at.child('firstAvailable'), report, MOST_ALTERNATIVES);
        visitAlternatives(({ selectors }, field) => {
          reportTooMany(selectors, field.child('selectors'), report);
        })(request, at, report);
      },
      DeviceClass({ spec = {} }, at, report) {
        reportTooMany(spec.selectors, at.down('spec', 'selectors'), report);
        reportTooMany(spec.config, at.down('spec', 'config'), report);
      },
    },
  },
  {
    id: 'valid-device-request-name',
    summary: 'The name of a device request is a DNS label, and no other request beside it has it.',
    why: 'Containers choose the devices of a claim by the names of its requests.',
    fix: 'Give each request a name of its own, such as gpu.',
    source: `${SOURCE} validateDeviceClaim, validateRequestName`,
    example: {
      bad: claim('[{ exactly: { deviceClassName: gpu.example.com } }]'),
      good: claim('[{ name: gpu, exactly: { deviceClassName: gpu.example.com } }]'),
    },
    visit: {
      deviceClaim({ requests = [] }, at, report, { minor }) {
        reportDeviceNames(requests, at.child('requests'), report, minor);
      },
      deviceRequest({ firstAvailable = [] }, at, report, { minor }) {
        reportDeviceNames(firstAvailable, at.child('firstAvailable'), report, minor);
      },
    },
  },
  {
    id: 'valid-device-request',
    summary: 'A device request says either exactly what it asks for, or what is taken of several.',
    why: 'With both it is not clear which counts.',
    fix: 'Write exactly, or firstAvailable with the alternatives in the order in which they are wanted.',
    source: `${SOURCE} validateDeviceRequest`,
    example: {
      bad: claim('[{ name: gpu }]'),
      good: claim('[{ name: gpu, exactly: { deviceClassName: gpu.example.com } }]'),
    },
    visit: {
      deviceRequest({ exactly, firstAvailable = [] }, at, report) {
        const detail = 'exactly one of exactly and firstAvailable is required';
        if (exactly && firstAvailable.length > 0) report(invalid(at, '', detail));
        else if (!exactly && firstAvailable.length === 0) report(required(at, detail));
      },
    },
  },
  {
    id: 'valid-device-class-name',
    summary: 'A device request names its DeviceClass.',
    why: 'The class says which devices can be meant.',
    fix: 'Write deviceClassName with the name of a DeviceClass of the cluster.',
    source: `${SOURCE} validateExactDeviceRequest, validateDeviceSubRequest`,
    example: {
      bad: claim('[{ name: gpu, exactly: {} }]'),
      good: claim('[{ name: gpu, exactly: { deviceClassName: gpu.example.com } }]'),
    },
    visit: {
      deviceRequest: visitAlternatives(({ deviceClassName: name }, at, report) => {
        const field = at.child('deviceClassName');
        if (!name) report(required(field));
        else for (const reason of dnsSubdomain(name)) report(invalid(field, name, reason));
      }),
    },
  },
  {
    id: 'valid-device-allocation',
    summary: 'A device request asks for All devices, or for a count of at least one.',
    why: 'There is no other way of choosing devices.',
    fix: 'Leave allocationMode out and write count, or write allocationMode: All without count.',
    source: `${SOURCE} validateDeviceAllocationMode`,
    example: {
      bad: claim('[{ name: gpu, exactly: { deviceClassName: gpu.example.com, allocationMode: All, count: 2 } }]'),
      good: claim('[{ name: gpu, exactly: { deviceClassName: gpu.example.com, count: 2 } }]'),
    },
    visit: {
      deviceRequest: visitAlternatives(({ allocationMode: mode = '', count = 0 }, at, report) => {
        if (!MODES.includes(mode))
          report(notSupported(at.child('allocationMode'), mode, MODES, didYouMean(mode, MODES)));
        else if (mode === 'All' && count !== 0)
          report(invalid(at.child('count'), count, 'must not be specified when allocationMode is All'));
        else if (mode === 'ExactCount' && count <= 0)
          report(invalid(at.child('count'), count, 'must be greater than zero'));
      }),
    },
  },
]);

function names(count: number): string {
  const request = (_item: unknown, index: number) => `{ name: gpu-${index}, exactly: { deviceClassName: gpu } }`;
  return Array.from({ length: count }, request).join(', ');
}

function reportTooMany(
  list: readonly unknown[] | undefined,
  at: FieldPath,
  report: Report,
  limit = MOST_REQUESTS,
): void {
  if (list !== undefined && list.length > limit) report(tooMany(at, list.length, limit));
}

type Check = (request: ExactDeviceRequest | DeviceSubRequest, at: FieldPath, report: Report) => void;

/** A visit of all that a request may come to. */
function visitAlternatives(check: Check) {
  return ({ exactly, firstAvailable = [] }: DeviceRequest, at: FieldPath, report: Report): void => {
    if (exactly) check(exactly, at.child('exactly'), report);
    firstAvailable.forEach((request, index) => {
      check(request, at.child('firstAvailable').index(index), report);
    });
  };
}
