import type { Container, Pod } from '../generated/decoded';
import { defaultAppArmor } from './app-armor';
import { dropDisabledPodFields } from './disabled-pod-fields';
import { mergeLabelKeys } from './label-keys';
import { dropInitContainerAnnotations } from './pod-annotations';
import { defaultPodResources } from './pod-resources';
import { defaultPodSpec } from './pod-spec';
import { qosClassOf } from './qos-class';

/**
 * Fills in a Pod: what every pod spec gets, and what only a Pod gets.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Pod, conversion.go Convert_v1_Pod_To_core_Pod and
 * pkg/registry/core/pod/strategy.go PrepareForCreate.
 */
export function defaultPod(pod: Pod, minor: number): void {
  pod.spec ??= {};
  pod.metadata ??= {};
  const { spec } = pod;
  defaultPodSpec(spec, minor);
  for (const container of spec.containers ?? []) defaultRequests(container);
  for (const container of spec.initContainers ?? []) defaultRequests(container);
  defaultPodResources(spec, minor);
  spec.enableServiceLinks ??= true;
  if (spec.hostNetwork) {
    for (const container of spec.containers ?? []) defaultHostPorts(container);
    for (const container of spec.initContainers ?? []) defaultHostPorts(container);
  }
  if (spec.terminationGracePeriodSeconds !== undefined && spec.terminationGracePeriodSeconds < 0) {
    spec.terminationGracePeriodSeconds = 1;
  }
  dropInitContainerAnnotations(pod.metadata);
  dropDisabledPodFields(spec, minor);
  mergeLabelKeys(pod, minor);
  defaultAppArmor(pod, minor);
  pod.status = { phase: 'Pending', qosClass: qosClassOf(spec) };
}

/** A limit without a request is requested too. */
function defaultRequests(container: Container): void {
  const limits = container.resources?.limits;
  if (container.resources === undefined || limits === undefined) return;
  container.resources.requests = { ...limits, ...container.resources.requests };
}

/** In the host's network a port of a container is the host's. */
function defaultHostPorts(container: Container): void {
  for (const port of container.ports ?? []) {
    if (!port.hostPort && port.containerPort) port.hostPort = port.containerPort;
  }
}
