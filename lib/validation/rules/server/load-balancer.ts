import { qualifiedName } from '../../../kubernetes/formats';
import type { Service } from '../../../kubernetes/generated/decoded';
import { legacyCIDR } from '../../../kubernetes/ip';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid } from '../../finding';
import type { ObjectContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';

const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const KUBELET_PORT = 10250;
const LOAD_BALANCER_ONLY = 'may only be used when type is LoadBalancer';
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';

/** What a Service asks of its load balancer. */
export const loadBalancerRules = defineRules([
  {
    id: 'valid-load-balancer-source-range',
    summary: 'Source ranges, in the field or the annotation, are address ranges, on a LoadBalancer.',
    why: 'The load balancer lets through traffic from these ranges only.',
    fix: 'Write ranges such as 192.0.2.0/24, with no bits set behind the prefix, and type: LoadBalancer.',
    source: `${SOURCE} ValidateService`,
    example: {
      bad: 'spec: { type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.1], ports: [{ port: 80 }] }',
      good: 'spec: { type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24], ports: [{ port: 80 }] }',
    },
    visit: { Service: checkSourceRanges },
  },
  {
    id: 'no-kubelet-port',
    summary: 'A LoadBalancer does not offer port 10250.',
    why: 'Some load balancers opened the port on the nodes too, where the kubelet listens.',
    fix: 'Write another port, and targetPort: 10250 to send its traffic there.',
    source: `${SOURCE} ValidateService`,
    until: 32,
    example: {
      bad: 'spec: { type: LoadBalancer, ports: [{ port: 10250 }] }',
      good: 'spec: { type: LoadBalancer, ports: [{ port: 443, targetPort: 10250 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        if (spec.type !== 'LoadBalancer') return;
        spec.ports?.forEach(({ port }, index) => {
          if (port !== KUBELET_PORT) return;
          const field = at.down('spec', 'ports').index(index);
          const detail = 'is the port of the kubelet and may not be exposed';
          report(invalid(field, port, detail, { place: field.child('port') }));
        });
      },
    },
  },
  {
    id: 'no-node-port-allocation',
    summary: 'allocateLoadBalancerNodePorts is given on a LoadBalancer only.',
    why: 'Other types have no load balancer that could do without node ports.',
    fix: 'Leave allocateLoadBalancerNodePorts out, or write type: LoadBalancer.',
    source: `${SOURCE} ValidateService`,
    example: {
      bad: 'spec: { allocateLoadBalancerNodePorts: false, ports: [{ port: 80 }] }',
      good: 'spec: { type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        if (spec.allocateLoadBalancerNodePorts === undefined || spec.type === 'LoadBalancer') return;
        report(forbidden(at.down('spec', 'allocateLoadBalancerNodePorts'), LOAD_BALANCER_ONLY));
      },
    },
  },
  {
    id: 'valid-load-balancer-class',
    summary: 'loadBalancerClass is a qualified name, on a LoadBalancer.',
    why: 'It chooses the implementation of the load balancer by its name.',
    fix: 'Write a name such as example.com/internal, and type: LoadBalancer.',
    source: `${SOURCE} validateLoadBalancerClassField`,
    example: {
      bad: 'spec: { loadBalancerClass: example.com/internal, ports: [{ port: 80 }] }',
      good: 'spec: { type: LoadBalancer, loadBalancerClass: example.com/internal, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        const { loadBalancerClass } = spec;
        if (loadBalancerClass === undefined) return;
        const field = at.down('spec', 'loadBalancerClass');
        if (spec.type !== 'LoadBalancer') report(forbidden(field, LOAD_BALANCER_ONLY));
        else for (const reason of qualifiedName(loadBalancerClass)) report(invalid(field, loadBalancerClass, reason));
      },
    },
  },
]);

/** The annotation counts only where the field is empty. */
function checkSourceRanges(
  { metadata, spec = {} }: Service,
  at: FieldPath,
  report: Report,
  { minor }: ObjectContext,
): void {
  const ranges = spec.loadBalancerSourceRanges;
  if (ranges?.length) {
    const field = at.down('spec', 'LoadBalancerSourceRanges');
    const place = at.down('spec', 'loadBalancerSourceRanges');
    if (spec.type !== 'LoadBalancer') report(forbidden(field, LOAD_BALANCER_ONLY, { place }));
    ranges.forEach((range, index) => {
      for (const reason of legacyCIDR(range.trim(), minor))
        report(invalid(field.index(index), range, reason, { place: place.index(index) }));
    });
    return;
  }
  const annotation = metadata?.annotations?.[SOURCE_RANGES];
  if (annotation === undefined) return;
  const field = at.down('metadata', 'annotations').key(SOURCE_RANGES);
  if (spec.type !== 'LoadBalancer') report(forbidden(field, LOAD_BALANCER_ONLY));
  if (annotation.trim() === '') return;
  for (const range of annotation.split(',')) {
    for (const reason of legacyCIDR(range.trim(), minor)) report(invalid(field, range, reason));
  }
}
