import { containerPortRules } from '../../../../lib/validation/rules/server/container-port';
import { cronJob, podTemplate, podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const port = (fields: object) => podWithContainer({ ports: [{ containerPort: 8080, ...fields }] });
const at = 'spec.containers[0].ports[0]';

testRules(containerPortRules, {
  'valid-container-port-name': {
    valid: { 'of 15': port({ name: 'a'.repeat(15) }), 'one letter': port({ name: '8a' }), empty: port({ name: '' }) },
    invalid: {
      'of 16': [port({ name: 'a'.repeat(16) }), `${at}.name: FieldValueInvalid`],
      digits: [port({ name: '8080' }), `${at}.name: FieldValueInvalid`],
      'two dashes, at an end, four faults': [
        port({ name: '--' }),
        `${at}.name: FieldValueInvalid`,
        `${at}.name: FieldValueInvalid`,
        `${at}.name: FieldValueInvalid`,
      ],
    },
  },
  'unique-container-port-name': {
    valid: {
      'ill-formed twice': podWithContainer({
        ports: [
          { name: 'HTTP', containerPort: 80 },
          { name: 'HTTP', containerPort: 81 },
        ],
      }),
    },
    invalid: {
      'for two protocols': [
        podWithContainer({
          ports: [
            { name: 'dns', containerPort: 53 },
            { name: 'dns', containerPort: 53, protocol: 'UDP' },
          ],
        }),
        'spec.containers[0].ports[1].name: FieldValueDuplicate',
      ],
    },
  },
  'require-container-port': {
    valid: { 'a number': port({}) },
    invalid: {
      zero: [port({ containerPort: 0 }), `${at}.containerPort: FieldValueRequired`],
      'null item': [podWithContainer({ ports: [null] }), `${at}.containerPort: FieldValueRequired`],
      'of an init container': [
        podWithInitContainer({ ports: [{}] }),
        'spec.initContainers[0].ports[0].containerPort: FieldValueRequired',
      ],
    },
  },
  'valid-container-port': {
    valid: { least: port({ containerPort: 1 }), greatest: port({ containerPort: 65535 }) },
    invalid: {
      negative: [port({ containerPort: -1 }), `${at}.containerPort: FieldValueInvalid`],
      'above, in a CronJob': [
        cronJob(
          {},
          {
            template: podTemplate({
              restartPolicy: 'Never',
              containers: [{ name: 'app', image: 'a', ports: [{ containerPort: 65536 }] }],
            }),
          },
        ),
        'spec.jobTemplate.spec.template.spec.containers[0].ports[0].containerPort: FieldValueInvalid',
      ],
    },
  },
  'valid-host-port': {
    valid: { zero: port({ hostPort: 0 }), greatest: port({ hostPort: 65535 }) },
    invalid: {
      negative: [port({ hostPort: -1 }), `${at}.hostPort: FieldValueInvalid`],
      above: [port({ hostPort: 65536 }), `${at}.hostPort: FieldValueInvalid`],
    },
  },
  'valid-port-protocol': {
    valid: { SCTP: port({ protocol: 'SCTP' }), empty: port({ protocol: '' }) },
    invalid: { 'lower case': [port({ protocol: 'udp' }), `${at}.protocol: FieldValueNotSupported`] },
  },
});
