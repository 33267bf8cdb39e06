import type {
  LabelSelector,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServicePort,
} from '../kubernetes/generated/decoded';
import { isEmptySelector } from '../kubernetes/label-selector';
import { type GraphBuilder, keyOf } from './graph-builder';
import type { HeldObject } from './held-object';
import { selectedPods, selectorText } from './selected-pods';
import { serviceTarget } from './service-target';

/** Ties what selects pods by labels to the workloads that make them. */
export function tieSelections(builder: GraphBuilder): void {
  for (const object of builder.objects) {
    if (object.kind === 'Service') tieService(object, builder);
    if (object.kind === 'PodDisruptionBudget') {
      tieSelected(object, (object.object as PodDisruptionBudget).spec?.selector, 'limits evictions', builder);
    }
    if (object.kind === 'NetworkPolicy') {
      const { podSelector = {}, policyTypes = [] } = (object.object as NetworkPolicy).spec ?? {};
      tieSelected(object, podSelector, `limits ${policyTypes.join(' and ').toLowerCase() || 'ingress'}`, builder);
    }
  }
}

function tieSelected(
  object: HeldObject,
  selector: LabelSelector | undefined,
  label: string,
  builder: GraphBuilder,
): void {
  const workloads = selectedPods(selector, object.namespace, builder.objects);
  for (const workload of workloads) builder.tie(keyOf(object), keyOf(workload), label);
  if (workloads.length === 0 && selector && !isEmptySelector(selector)) tieNoPods(object, selector, builder);
}

function tieService(service: HeldObject, builder: GraphBuilder): void {
  const { selector: matchLabels = {}, ports = [], type } = (service.object as Service).spec ?? {};
  if (Object.keys(matchLabels).length === 0 || type === 'ExternalName') return;
  const workloads = selectedPods({ matchLabels }, service.namespace, builder.objects);
  for (const workload of workloads) {
    if (ports.length === 0) builder.tie(keyOf(service), keyOf(workload), 'selects');
    for (const port of ports) {
      const { port: target } = serviceTarget(port, workload.pod?.spec ?? {});
      builder.tie(keyOf(service), keyOf(workload), wayText(port, target), target === undefined);
    }
  }
  if (workloads.length === 0) tieNoPods(service, { matchLabels }, builder);
}

/** `80 → http 8080`; of what leads nowhere: `80 → htp?`. */
function wayText({ port, targetPort, protocol = 'TCP' }: ServicePort, target: number | undefined): string {
  const from = `${port}${protocol === 'TCP' ? '' : `/${protocol}`}`;
  if (target === undefined) return `${from} → ${targetPort}?`;
  return target === port ? from : `${from} → ${typeof targetPort === 'string' ? `${targetPort} ` : ''}${target}`;
}

/** A node that stands for the pods that nothing makes. */
function tieNoPods(object: HeldObject, selector: LabelSelector, builder: GraphBuilder): void {
  const name = selectorText(selector);
  builder.tie(keyOf(object), builder.idOf({ kind: 'Pods', name, namespace: object.namespace }), 'selects');
}
