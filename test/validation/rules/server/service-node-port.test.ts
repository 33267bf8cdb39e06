import { serviceNodePortRules } from '../../../../lib/validation/rules/server/service-node-port';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const service = (spec: object) => object('v1', 'Service', { spec });
const a = { name: 'a', port: 80 };
const b = { name: 'b', port: 81 };

testRules(serviceNodePortRules, {
  'no-node-port': {
    valid: {
      'on a NodePort': service({ type: 'NodePort', ports: [{ ...a, nodePort: 30080 }] }),
      'on a LoadBalancer': service({ type: 'LoadBalancer', ports: [{ ...a, nodePort: 30080 }] }),
      'on an ExternalName, which ignores it': service({
        type: 'ExternalName',
        externalName: 'a.example',
        ports: [{ ...a, nodePort: 30080 }],
      }),
      'zero on a ClusterIP': service({ ports: [{ ...a, nodePort: 0 }] }),
    },
    invalid: {
      'without a type': [
        service({ ports: [a, { ...b, nodePort: 30080 }] }),
        'spec.ports[1].nodePort: FieldValueForbidden',
      ],
      headless: [
        service({ clusterIP: 'None', ports: [{ ...a, nodePort: 30080 }] }),
        'spec.ports[0].nodePort: FieldValueForbidden',
      ],
    },
  },
  'valid-node-port-allocation': {
    valid: {
      'two node ports': service({
        type: 'NodePort',
        ports: [
          { ...a, nodePort: 30080 },
          { ...b, nodePort: 30081 },
        ],
      }),
      'one node port for two protocols of a port': service({
        type: 'NodePort',
        ports: [
          { ...a, nodePort: 30080 },
          { ...a, name: 'b', protocol: 'UDP', nodePort: 30080 },
        ],
      }),
      'a health check on another port': service({
        type: 'LoadBalancer',
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 30081,
        ports: [{ ...a, nodePort: 30080 }],
      }),
    },
    invalid: {
      'one node port for two ports': [
        service({
          type: 'NodePort',
          ports: [
            { ...a, nodePort: 30080 },
            { ...b, nodePort: 30080 },
          ],
        }),
        'spec.ports[1].nodePort: FieldValueInvalid',
      ],
      'the same with other protocols': [
        service({
          type: 'LoadBalancer',
          ports: [
            { ...a, nodePort: 30080 },
            { ...b, protocol: 'UDP', nodePort: 30080 },
          ],
        }),
        'spec.ports[1].nodePort: FieldValueInvalid',
      ],
      'a health check on the same port': [
        service({
          type: 'LoadBalancer',
          externalTrafficPolicy: 'Local',
          healthCheckNodePort: 30080,
          ports: [{ ...a, nodePort: 30080 }],
        }),
        'spec.healthCheckNodePort: FieldValueInvalid',
      ],
    },
  },
  'unique-node-port': {
    valid: {
      'node ports that the server chooses': service({ type: 'NodePort', ports: [a, b] }),
      'one for each protocol of a port': service({
        type: 'NodePort',
        ports: [a, { ...a, name: 'b', protocol: 'UDP' }],
      }),
      'none without node port allocation': service({
        type: 'LoadBalancer',
        allocateLoadBalancerNodePorts: false,
        ports: [a, { ...a, name: 'b' }],
      }),
    },
    invalid: {
      'one node port for a port that stands twice': [
        service({
          type: 'NodePort',
          ports: [
            { ...a, nodePort: 30080 },
            { ...a, name: 'b', nodePort: 30080 },
          ],
        }),
        'spec.ports[1].nodePort: FieldValueDuplicate',
      ],
      'the node port that a port takes over from its twin': [
        service({
          type: 'NodePort',
          ports: [
            { ...a, nodePort: 30080 },
            { ...a, name: 'b' },
          ],
        }),
        'spec.ports[1].nodePort: FieldValueDuplicate',
      ],
      'the node port that the server chooses for twins': [
        service({ type: 'NodePort', ports: [a, { ...a, name: 'b' }] }),
        'spec.ports[1].nodePort: FieldValueDuplicate',
      ],
      'a ClusterIP, where nothing is allocated': [
        service({
          ports: [
            { ...a, nodePort: 30080 },
            { ...b, nodePort: 30080 },
          ],
        }),
        'spec.ports[1].nodePort: FieldValueDuplicate',
      ],
    },
  },
});
