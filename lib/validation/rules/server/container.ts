import { dnsLabel } from '../../../kubernetes/formats';
import { hasOuterSpace } from '../../../kubernetes/white-space';
import { invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';
import { splitContainerFix } from './split-container';

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const TERMINATION_MESSAGE_POLICIES = ['FallbackToLogsOnError', 'File'];

/** The plain fields of a container of any role. */
export const containerRules = defineRules([
  {
    id: 'require-container-name',
    summary: 'Every container has a name.',
    why: 'Logs, probes and updates address a container by its name.',
    fix: 'Write a name, such as app.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerCommon',
    example: { bad: "name: ''", good: 'name: app' },
    visit: {
      container(container, at, report, { podSpec }) {
        if (!container.name) report(required(at.child('name'), '', splitContainerFix(container, podSpec)));
      },
    },
  },
  {
    id: 'valid-container-name',
    summary: 'A container name is a DNS label: at most 63 of a-z, 0-9 and -, with a letter or digit at both ends.',
    why: 'The name becomes part of host names and file names on the node.',
    fix: 'Write a short name in lower case, such as my-app.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerCommon, ValidateDNS1123Label',
    example: { bad: 'name: My_App', good: 'name: my-app' },
    visit: {
      container({ name }, at, report) {
        if (!name) return;
        for (const reason of dnsLabel(name)) report(invalid(at.child('name'), name, reason));
      },
    },
  },
  {
    id: 'require-container-image',
    summary: 'Every container has an image.',
    why: 'There is nothing to run without one.',
    fix: 'Write the image with its tag or digest.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerCommon',
    example: { bad: "image: ''", good: 'image: registry.example/app:1.2.3' },
    visit: {
      container(container, at, report, { podSpec }) {
        if (!container.image) report(required(at.child('image'), '', splitContainerFix(container, podSpec)));
      },
    },
  },
  {
    id: 'valid-container-image',
    summary: 'The image of a container in a Pod has no white space around it.',
    why: 'No registry has an image whose name begins or ends with white space.',
    fix: 'Remove the white space; text of several lines in YAML ends with a line break unless it begins with >- or |-.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go validateContainerOnlyForPod, validateEphemeralContainers',
    example: { bad: "image: 'registry.example/app:1.2.3 '", good: 'image: registry.example/app:1.2.3' },
    visit: {
      container({ image }, at, report, { isPod, role }) {
        if ((isPod || role === 'ephemeral') && image && hasOuterSpace(image))
          report(invalid(at.child('image'), image, 'must not have white space around it'));
      },
    },
  },
  {
    id: 'valid-image-pull-policy',
    summary: 'imagePullPolicy is Always, IfNotPresent or Never.',
    why: 'The kubelet knows no other way of pulling an image.',
    fix: 'Write one of the three, or leave imagePullPolicy out for the default that follows from the tag.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validatePullPolicy',
    example: { bad: 'imagePullPolicy: always', good: 'imagePullPolicy: Always' },
    visit: {
      container({ imagePullPolicy }, at, report) {
        if (imagePullPolicy && !PULL_POLICIES.includes(imagePullPolicy))
          report(
            notSupported(
              at.child('imagePullPolicy'),
              imagePullPolicy,
              PULL_POLICIES,
              didYouMean(imagePullPolicy, PULL_POLICIES),
            ),
          );
      },
    },
  },
  {
    id: 'valid-termination-message-policy',
    summary: 'terminationMessagePolicy is File or FallbackToLogsOnError.',
    why: 'The kubelet takes the last message of a container from its file, or else from its log, and from nowhere else.',
    fix: 'Write one of the two, or leave terminationMessagePolicy out for File.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateContainerCommon',
    example: { bad: 'terminationMessagePolicy: Logs', good: 'terminationMessagePolicy: FallbackToLogsOnError' },
    visit: {
      container({ terminationMessagePolicy: policy }, at, report) {
        if (policy && !TERMINATION_MESSAGE_POLICIES.includes(policy))
          report(
            notSupported(
              at.child('terminationMessagePolicy'),
              policy,
              TERMINATION_MESSAGE_POLICIES,
              didYouMean(policy, TERMINATION_MESSAGE_POLICIES),
            ),
          );
      },
    },
  },
]);
