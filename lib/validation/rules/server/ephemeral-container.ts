import type { ResourceRequirements } from '../../../kubernetes/generated/decoded';
import { forbidden, notFound } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const NOT_FOR_EPHEMERAL = 'cannot be set for an ephemeral container';
const FORBIDDEN_FIELDS = [
  'ports',
  'restartPolicy',
  'restartPolicyRules',
  'resizePolicy',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
] as const;

/** What holds for ephemeral containers beside what holds for all containers. */
export const ephemeralContainerRules = defineRules([
  {
    id: 'no-ephemeral-containers',
    summary: 'A manifest has no ephemeral containers.',
    why: 'They are added to a running pod through a subresource of their own, to debug it.',
    fix: 'Remove ephemeralContainers, and use kubectl debug when the pod runs.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePodCreate, ValidatePodTemplateSpec',
    example: {
      bad: 'ephemeralContainers: [{ name: debug, image: registry.example/debug:1.0.0 }]',
      good: 'ephemeralContainers: []',
    },
    visit: {
      podSpec({ ephemeralContainers }, at, report) {
        if (ephemeralContainers?.length) report(forbidden(at.child('ephemeralContainers'), 'cannot be set on create'));
      },
    },
  },
  {
    id: 'no-ephemeral-container-service',
    summary: 'An ephemeral container has no ports, resources, probes, lifecycle hooks, restart or resize policy.',
    why: 'It is there to look into a running pod, which does not rely on it.',
    fix: 'Remove the field.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateEphemeralContainers, validateFieldAllowList',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], ephemeralContainers: [{ name: debug, image: b, ports: [{ containerPort: 80 }] }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], ephemeralContainers: [{ name: debug, image: b }] }',
    },
    visit: {
      container(container, at, report, { role }) {
        if (role !== 'ephemeral') return;
        for (const field of FORBIDDEN_FIELDS)
          if (container[field] !== undefined) report(forbidden(at.child(field), NOT_FOR_EPHEMERAL));
        if (hasResources(container.resources)) report(forbidden(at.child('resources'), NOT_FOR_EPHEMERAL));
      },
    },
  },
  {
    id: 'no-ephemeral-container-sub-path',
    summary: 'An ephemeral container mounts whole volumes, not parts of them.',
    why: 'A mounted part stays on the node until the pod ends.',
    fix: 'Remove subPath and subPathExpr.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateEphemeralContainers',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], volumes: [{ name: data }], ephemeralContainers: [{ name: debug, image: b, volumeMounts: [{ name: data, mountPath: /data, subPath: logs }] }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], volumes: [{ name: data }], ephemeralContainers: [{ name: debug, image: b, volumeMounts: [{ name: data, mountPath: /data }] }] }',
    },
    visit: {
      volumeMount({ subPath, subPathExpr }, at, report, { role }) {
        if (role !== 'ephemeral') return;
        if (subPath) report(forbidden(at.child('subPath'), NOT_FOR_EPHEMERAL));
        if (subPathExpr) report(forbidden(at.child('subPathExpr'), NOT_FOR_EPHEMERAL));
      },
    },
  },
  {
    id: 'valid-target-container-name',
    summary: 'targetContainerName names a container or an init container of the pod.',
    why: 'The ephemeral container joins the process namespace of that container.',
    fix: 'Write the name of a container in spec.containers or spec.initContainers.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateEphemeralContainers',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], ephemeralContainers: [{ name: debug, image: b, targetContainerName: ap }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], ephemeralContainers: [{ name: debug, image: b, targetContainerName: app }] }',
    },
    visit: {
      container(container, at, report, { role, podSpec }) {
        if (role !== 'ephemeral' || !('targetContainerName' in container) || !container.targetContainerName) return;
        const target = container.targetContainerName;
        const names = [...(podSpec.containers ?? []), ...(podSpec.initContainers ?? [])].map(({ name = '' }) => name);
        if (!names.includes(target))
          report(notFound(at.child('targetContainerName'), target, didYouMean(target, names)));
      },
    },
  },
]);

/** Go holds resources by value, so that an empty map is set where an empty struct is not. */
function hasResources(resources: ResourceRequirements | undefined): boolean {
  return resources?.limits !== undefined || resources?.requests !== undefined || resources?.claims !== undefined;
}
