import { isEmptySelector, selects } from '../../../kubernetes/label-selector';
import { isEqual } from '../../is-equal';
import { type Cluster, reference } from '../cluster/cluster';
import type { ClusterPod, ClusterService } from '../cluster/cluster-object';
import { isPodTerminal } from '../cluster/pod-state';
import type { EndpointsSample } from './cluster-timeline';

/**
 * Collects where each Service of a cluster sends requests, from the moment of the call.
 *
 * Follows kubernetes staging/src/k8s.io/endpointslice/utils.go podToEndpoint (ready, serving, terminating) and
 * pkg/proxy/topology.go CategorizeEndpoints: terminating endpoints are used while there are no others.
 */
export function observeEndpoints(cluster: Cluster): readonly EndpointsSample[] {
  const samples: EndpointsSample[] = [];
  const latest = new Map<string, Omit<EndpointsSample, 'at'>>();
  const look = (service: ClusterService): void => {
    const sample = sampleOf(cluster, service);
    if (isEqual(latest.get(sample.service), sample)) return;
    latest.set(sample.service, sample);
    samples.push({ at: cluster.queue.now, ...sample });
  };
  cluster.services.watch(look);
  cluster.pods.watch(({ namespace }) => {
    for (const service of cluster.services.values()) if (service.namespace === namespace) look(service);
  });
  return samples;
}

function sampleOf(cluster: Cluster, service: ClusterService): Omit<EndpointsSample, 'at'> {
  const { selector = {}, publishNotReadyAddresses = false } = service.spec;
  const matchLabels = { matchLabels: selector };
  const serves = (pod: ClusterPod) => pod.ready || publishNotReadyAddresses;
  const covered = isEmptySelector(matchLabels)
    ? []
    : cluster.pods
        .values()
        .filter((pod) => pod.namespace === service.namespace && selects(matchLabels, pod.labels))
        .filter((pod) => pod.node !== undefined && !isPodTerminal(pod) && serves(pod));
  const ready = covered.filter(({ deletion }) => !deletion || publishNotReadyAddresses).map(({ id }) => id);
  const terminating = covered.filter(({ deletion }) => deletion && !publishNotReadyAddresses).map(({ id }) => id);
  const routed = ready.length > 0 ? ready : terminating;
  return { service: reference('Service', service), ready, terminating, routed };
}
