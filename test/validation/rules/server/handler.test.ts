import { firstAction, handlerRules } from '../../../../lib/validation/rules/server/handler';
import { validate } from '../../../../lib/validation/validate';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const probe = (livenessProbe: object) => podWithContainer({ livenessProbe });
const hook = (preStop: object) => podWithContainer({ lifecycle: { preStop } });
const at = 'spec.containers[0].livenessProbe';
const hookAt = 'spec.containers[0].lifecycle.preStop';
const exec = { command: ['true'] };
const tcpSocket = { port: 8080 };

testRules(handlerRules, {
  'require-handler': {
    valid: {
      exec: probe({ exec }),
      'of an init container, which is not looked into': podWithInitContainer({ livenessProbe: {} }),
      'a hook that sleeps': hook({ sleep: { seconds: 1 } }),
    },
    invalid: {
      'timing only': [probe({ periodSeconds: 1 }), `${at}: FieldValueRequired`],
      null: [probe({ exec: null }), `${at}: FieldValueRequired`],
      'an empty hook': [hook({}), `${hookAt}: FieldValueRequired`],
      'a hook that sleeps in 1.29, which drops it': [
        { manifest: hook({ sleep: { seconds: 1 } }), kubeVersion: '1.29' },
        `${hookAt}: FieldValueRequired`,
      ],
      'of a sidecar': [
        podWithInitContainer({ restartPolicy: 'Always', startupProbe: {} }),
        'spec.initContainers[0].startupProbe: FieldValueRequired',
      ],
    },
  },
  'no-second-handler': {
    valid: { one: probe({ grpc: { port: 1 } }), null: probe({ exec, httpGet: null }) },
    invalid: {
      'three, of which the first counts': [
        probe({ grpc: { port: 0 }, tcpSocket, exec }),
        `${at}.tcpSocket: FieldValueForbidden`,
        `${at}.grpc: FieldValueForbidden`,
      ],
      'a hook that also sleeps': [hook({ exec, sleep: { seconds: 1 } }), `${hookAt}.sleep: FieldValueForbidden`],
    },
  },
  'require-exec-command': {
    valid: { 'an empty word': probe({ exec: { command: [''] } }) },
    invalid: {
      none: [probe({ exec: {} }), `${at}.exec.command: FieldValueRequired`],
      'empty in a hook': [hook({ exec: { command: [] } }), `${hookAt}.exec.command: FieldValueRequired`],
    },
  },
  'valid-handler-port': {
    valid: {
      least: probe({ tcpSocket: { port: 1 } }),
      greatest: probe({ grpc: { port: 65535 } }),
      'a name that no port has': probe({ httpGet: { port: 'http' } }),
      'of a second handler, which is not looked into': probe({ exec, tcpSocket: { port: 0 } }),
    },
    invalid: {
      zero: [probe({ httpGet: { port: 0 } }), `${at}.httpGet.port: FieldValueInvalid`],
      missing: [probe({ httpGet: { path: '/' } }), `${at}.httpGet.port: FieldValueInvalid`],
      'missing in grpc': [probe({ grpc: { service: 'a' } }), `${at}.grpc.port: FieldValueInvalid`],
      above: [hook({ tcpSocket: { port: 65536 } }), `${hookAt}.tcpSocket.port: FieldValueInvalid`],
      'a number in quotes': [probe({ tcpSocket: { port: '8080' } }), `${at}.tcpSocket.port: FieldValueInvalid`],
      'a name that is too long': [
        probe({ tcpSocket: { port: 'a'.repeat(16) } }),
        `${at}.tcpSocket.port: FieldValueInvalid`,
      ],
    },
  },
  'valid-http-get-scheme': {
    valid: {
      empty: probe({ httpGet: { port: 1, scheme: '' } }),
      HTTPS: hook({ httpGet: { port: 1, scheme: 'HTTPS' } }),
    },
    invalid: {
      'lower case': [probe({ httpGet: { port: 1, scheme: 'http' } }), `${at}.httpGet.scheme: FieldValueNotSupported`],
    },
  },
  'valid-http-get-header': {
    valid: {
      'the same twice': probe({
        httpGet: {
          port: 1,
          httpHeaders: [
            { name: 'X-1', value: '' },
            { name: 'X-1', value: '' },
          ],
        },
      }),
    },
    invalid: {
      'an underscore, and no name, both without index': [
        probe({ httpGet: { port: 1, httpHeaders: [{ name: 'X_1', value: 'a' }, { value: 'a' }] } }),
        `${at}.httpGet.httpHeaders: FieldValueInvalid`,
        `${at}.httpGet.httpHeaders: FieldValueInvalid`,
      ],
    },
  },
});

test('the first handler is the first in the order of the server, not of the manifest', () => {
  expect(firstAction({ grpc: { port: 1 }, tcpSocket })).toBe('tcpSocket');
  expect(firstAction({ periodSeconds: 1 })).toBeUndefined();
});

test('grpc has no name of a port for a remedy', () => {
  expect(validate([probe({ grpc: {} })])[0]?.fix).toBe('Write the number of the port.');
});
