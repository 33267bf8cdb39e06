import type { Container, Lifecycle, LifecycleHandler, PodSpec, Probe } from '../../kubernetes/generated/decoded';

/**
 * The part of a pod spec that a simulation uses, for pictures to keep: without what may hold secrets and has no effect,
 * such as environment variables, arguments and the headers of probes.
 */
export function simulatedSpec(spec: PodSpec): PodSpec {
  const { restartPolicy, terminationGracePeriodSeconds, initContainers, containers } = spec;
  const { nodeName, nodeSelector, affinity, tolerations } = spec;
  return {
    ...(nodeName !== undefined && { nodeName }),
    ...(nodeSelector && { nodeSelector }),
    ...(affinity && { affinity }),
    ...(tolerations && { tolerations }),
    ...(restartPolicy !== undefined && { restartPolicy }),
    ...(terminationGracePeriodSeconds !== undefined && { terminationGracePeriodSeconds }),
    ...(initContainers && { initContainers: initContainers.map(simulatedContainer) }),
    containers: (containers ?? []).map(simulatedContainer),
  };
}

function simulatedContainer(container: Container): Container {
  const { name, image, imagePullPolicy, ports, restartPolicy, restartPolicyRules, lifecycle } = container;
  const probe = (type: 'livenessProbe' | 'readinessProbe' | 'startupProbe') =>
    container[type] && { [type]: withoutHeaders(container[type]) };
  return {
    ...(name !== undefined && { name }),
    ...(image !== undefined && { image }),
    ...(imagePullPolicy !== undefined && { imagePullPolicy }),
    ...(ports && { ports }),
    ...(restartPolicy !== undefined && { restartPolicy }),
    ...(restartPolicyRules && { restartPolicyRules }),
    ...probe('startupProbe'),
    ...probe('livenessProbe'),
    ...probe('readinessProbe'),
    ...(lifecycle && { lifecycle: withoutHookHeaders(lifecycle) }),
  };
}

function withoutHookHeaders({ postStart, preStop, ...rest }: Lifecycle): Lifecycle {
  return {
    ...rest,
    ...(postStart && { postStart: withoutHeaders(postStart) }),
    ...(preStop && { preStop: withoutHeaders(preStop) }),
  };
}

function withoutHeaders<Handler extends Probe | LifecycleHandler>(handler: Handler): Handler {
  if (!handler.httpGet?.httpHeaders) return handler;
  const { httpHeaders, ...httpGet } = handler.httpGet;
  return { ...handler, httpGet };
}
