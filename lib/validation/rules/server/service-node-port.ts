import { allocateNodePorts } from '../../../kubernetes/service';
import { duplicate, forbidden, invalid } from '../../finding';
import { firstPositions } from '../../positions';
import { defineRules } from '../../rule';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';

/** The ports that a Service opens on every node. */
export const serviceNodePortRules = defineRules([
  {
    id: 'no-node-port',
    summary: 'A Service of type ClusterIP has no node ports.',
    why: 'Only NodePort and LoadBalancer open a port on the nodes.',
    fix: 'Leave nodePort out, or set type to NodePort.',
    source: `${SOURCE} ValidateService`,
    example: {
      bad: 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80, nodePort: 30080 }] }',
      good: 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: NodePort, ports: [{ port: 80, nodePort: 30080 }] }',
    },
    visit: {
      Service({ spec }, at, report) {
        if (spec?.type !== 'ClusterIP') return;
        spec.ports?.forEach(({ nodePort }, index) => {
          if (!nodePort) return;
          const field = at.down('spec', 'ports').index(index).child('nodePort');
          report(forbidden(field, 'may not be used when type is ClusterIP'));
        });
      },
    },
  },
  {
    id: 'valid-node-port-allocation',
    stage: 'node-ports',
    summary: 'A node port is given to one port of the Service, or to ports of the same number.',
    why: 'The server hands each node port out once, and reuses it only for the same port of another protocol.',
    fix: 'Give each port its own nodePort, or leave it to the server.',
    source: 'kubernetes pkg/registry/core/service/storage/alloc.go initNodePorts, allocHealthCheckNodePort',
    example: {
      bad: 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81, nodePort: 30080 }] }',
      good: 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81, nodePort: 30081 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        if (!spec.ports?.some(({ nodePort }) => nodePort)) return;
        const { numbers, refused } = allocateNodePorts(spec);
        const detail = 'is already given to another port of the Service';
        if (refused !== undefined) {
          const field = at.down('spec', 'ports').index(refused).child('nodePort');
          report(invalid(field, numbers[refused], detail));
        } else if (spec.type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local' && spec.healthCheckNodePort) {
          if (numbers.includes(spec.healthCheckNodePort))
            report(invalid(at.down('spec', 'healthCheckNodePort'), spec.healthCheckNodePort, detail));
        }
      },
    },
  },
  {
    id: 'unique-node-port',
    summary: 'No two ports of a Service have the same node port and protocol.',
    why: 'A connection to the node port could not be told apart.',
    fix: 'Give each port its own nodePort, or leave it to the server.',
    source: `${SOURCE} ValidateService`,
    example: {
      bad: 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 80, nodePort: 30080 }] }',
      good: 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81, nodePort: 30081 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        const { ports } = spec;
        if (ports === undefined || ports.length < 2) return;
        const { numbers } = allocateNodePorts(spec);
        const first = firstPositions(numbers.map((number, index) => `${number} ${ports[index]?.protocol}`));
        numbers.forEach((number, index) => {
          if (number !== 0 && first[index] !== index)
            report(duplicate(at.down('spec', 'ports').index(index).child('nodePort'), number));
        });
      },
    },
  },
]);
