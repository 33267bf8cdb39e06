import { byteLength, dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import { forbidden, invalid, notSupported, required, tooLong } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';
import { reportLabels } from './labels';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];
const REFERENCES = ['nodeName', 'serviceAccountName', 'priorityClassName'] as const;
const LONGEST_DEADLINE = 2 ** 31 - 1;
const LONGEST_HOSTNAME = 64;

/** The fields of a pod spec that stand for themselves. */
export const podSpecRules = defineRules([
  {
    id: 'valid-restart-policy',
    summary: 'The restartPolicy of a pod is Always, OnFailure or Never.',
    why: 'The kubelet knows no other.',
    fix: 'Write one of the three, letter for letter.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateRestartPolicy',
    example: { bad: 'restartPolicy: always', good: 'restartPolicy: Always' },
    visit: {
      podSpec({ restartPolicy: policy }, at, report) {
        if (policy && !RESTART_POLICIES.includes(policy))
          report(
            notSupported(at.child('restartPolicy'), policy, RESTART_POLICIES, didYouMean(policy, RESTART_POLICIES)),
          );
      },
    },
  },
  {
    id: 'valid-active-deadline',
    summary: 'The activeDeadlineSeconds of a pod are between 1 and 2147483647.',
    why: 'A pod without any time to run could never do its work.',
    fix: 'Write a number of seconds, at least 1.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePodSpec',
    example: { bad: 'activeDeadlineSeconds: 0', good: 'activeDeadlineSeconds: 600' },
    visit: {
      podSpec({ activeDeadlineSeconds: seconds }, at, report) {
        if (seconds !== undefined && (seconds < 1 || seconds > LONGEST_DEADLINE))
          report(
            invalid(at.child('activeDeadlineSeconds'), seconds, `must be between 1 and ${LONGEST_DEADLINE}, inclusive`),
          );
      },
    },
  },
  {
    id: 'valid-dns-policy',
    summary: 'The dnsPolicy of a pod is ClusterFirst, ClusterFirstWithHostNet, Default or None.',
    why: 'The kubelet knows no other.',
    fix: 'Write one of the four, letter for letter.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateDNSPolicy',
    example: { bad: 'dnsPolicy: clusterFirst', good: 'dnsPolicy: ClusterFirst' },
    visit: {
      podSpec({ dnsPolicy: policy }, at, report) {
        if (policy && !DNS_POLICIES.includes(policy))
          report(notSupported(at.child('dnsPolicy'), policy, DNS_POLICIES, didYouMean(policy, DNS_POLICIES)));
      },
    },
  },
  {
    id: 'valid-node-selector',
    summary: 'The nodeSelector of a pod holds label keys and label values.',
    why: 'No node can have other labels, so the pod could never be scheduled.',
    fix: 'Write labels as `kubectl get nodes --show-labels` lists them.',
    source: 'k8s.io/apimachinery pkg/apis/meta/v1/validation ValidateLabels',
    example: { bad: 'nodeSelector: { disk: solid state }', good: 'nodeSelector: { disk: ssd }' },
    visit: {
      podSpec({ nodeSelector }, at, report) {
        if (nodeSelector) reportLabels(nodeSelector, at.child('nodeSelector'), report);
      },
    },
  },
  {
    id: 'valid-pod-hostname',
    summary: 'The hostname and the subdomain of a pod are DNS labels.',
    why: 'Each becomes one part of the name under which the pod is found.',
    fix: 'Write at most 63 lowercase letters, digits and -, without dots.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePodSpec',
    example: { bad: 'hostname: Web_1', good: 'hostname: web-1' },
    visit: {
      podSpec({ hostname, subdomain }, at, report, { kind }) {
        if (kind.kind === 'StatefulSet') return;
        if (hostname) for (const reason of dnsLabel(hostname)) report(invalid(at.child('hostname'), hostname, reason));
        if (subdomain)
          for (const reason of dnsLabel(subdomain)) report(invalid(at.child('subdomain'), subdomain, reason));
      },
    },
  },
  {
    id: 'valid-hostname-override',
    summary: 'The hostnameOverride of a pod is a DNS subdomain of at most 64 bytes.',
    why: 'Linux holds no longer host name.',
    fix: 'Write at most 64 lowercase letters, digits, - and dots.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePodSpec',
    since: 35,
    example: { bad: 'hostnameOverride: Web_1', good: 'hostnameOverride: web-1.example.com' },
    visit: {
      podSpec({ hostnameOverride: name }, at, report) {
        if (name === undefined) return;
        const field = at.child('hostnameOverride');
        for (const reason of dnsSubdomain(name)) report(invalid(field, name, reason));
        if (byteLength(name) > LONGEST_HOSTNAME) report(tooLong(field, LONGEST_HOSTNAME));
      },
    },
  },
  {
    id: 'no-hostname-override-with-other-name',
    summary: 'A pod with a hostnameOverride has neither setHostnameAsFQDN nor hostNetwork.',
    why: 'These give the pod another host name.',
    fix: 'Drop hostnameOverride, or the other two.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePodSpec',
    since: 35,
    example: {
      bad: 'hostnameOverride: web-1\nsetHostnameAsFQDN: true',
      good: 'hostnameOverride: web-1\nsetHostnameAsFQDN: false',
    },
    visit: {
      podSpec({ hostnameOverride, setHostnameAsFQDN, hostNetwork }, at, report) {
        if (hostnameOverride === undefined) return;
        const field = at.child('hostnameOverride');
        if (setHostnameAsFQDN) report(forbidden(field, 'may not be set together with setHostnameAsFQDN'));
        if (hostNetwork) report(forbidden(field, 'may not be set together with hostNetwork'));
      },
    },
  },
  {
    id: 'valid-pod-reference',
    summary: 'The nodeName, serviceAccountName, priorityClassName and runtimeClassName of a pod are DNS subdomains.',
    why: 'The objects that they name have such names.',
    fix: 'Write the name of the object as `kubectl get` lists it.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePodSpec, ValidateRuntimeClassName',
    example: { bad: 'serviceAccountName: Web_Server', good: 'serviceAccountName: web-server' },
    visit: {
      podSpec(spec, at, report) {
        for (const field of REFERENCES) {
          const name = spec[field];
          if (!name) continue;
          for (const reason of dnsSubdomain(name)) report(invalid(at.child(field), name, reason));
        }
        if (spec.runtimeClassName === undefined) return;
        for (const reason of dnsSubdomain(spec.runtimeClassName))
          report(invalid(at.child('runtimeClassName'), spec.runtimeClassName, reason));
      },
    },
  },
  {
    id: 'valid-pod-preemption-policy',
    summary: 'The preemptionPolicy of a pod is PreemptLowerPriority or Never.',
    why: 'It says whether pods of lower priority make room for this one.',
    fix: 'Write one of the two, or leave the field out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePreemptionPolicy',
    example: { bad: 'preemptionPolicy: Always', good: 'preemptionPolicy: Never' },
    visit: {
      podSpec({ preemptionPolicy: policy }, at, report) {
        if (policy === undefined || PREEMPTION_POLICIES.includes(policy)) return;
        const field = at.child('preemptionPolicy');
        if (policy === '') report(required(field));
        else report(notSupported(field, policy, PREEMPTION_POLICIES, didYouMean(policy, PREEMPTION_POLICIES)));
      },
    },
  },
]);
