import {
  askedBy,
  asksTheSame,
  failTogether,
  handlerPort,
  portNumberOf,
} from '../../../lib/validation/advice/handler-port';

const ports = [
  { name: 'http', containerPort: 8080 },
  { name: 'admin', containerPort: 9090 },
];
const get = (port: number | string, path = '/') => ({ httpGet: { path, port } });

test('the port of a handler is that of the action that counts', () => {
  expect(handlerPort({ httpGet: { port: 'http', host: 'db' } })).toEqual({
    action: 'httpGet',
    port: 'http',
    host: 'db',
  });
  expect(handlerPort({ grpc: { port: 5000 } })).toEqual({ action: 'grpc', port: 5000 });
  expect(handlerPort({ exec: { command: ['true'] } })).toBeUndefined();
  expect(handlerPort({ sleep: { seconds: 1 } })).toBeUndefined();
});

test('a name counts by the ports of the container', () => {
  expect([portNumberOf('http', ports), portNumberOf('web', ports), portNumberOf(1, ports)]).toEqual([
    8080,
    undefined,
    1,
  ]);
});

test.each([
  ['one port by name and number', get('http'), get(8080), true, true],
  ['two ports', get('http'), get('admin'), false, false],
  ['two paths', get('http', '/a'), get('http', '/b'), false, true],
  ['two services', { grpc: { port: 1, service: 'a' } }, { grpc: { port: 1, service: 'b' } }, false, true],
  ['two kinds of question', get('http'), { tcpSocket: { port: 8080 } }, false, false],
  ['one connection', { tcpSocket: { port: 'http' } }, { tcpSocket: { port: 8080 } }, true, true],
  ['two commands', { exec: { command: ['a'] } }, { exec: { command: ['b'] } }, false, false],
])('%s', (_name, one, other, same, together) => {
  expect([asksTheSame(one, other, ports), failTogether(one, other, ports)]).toEqual([same, together]);
});

test('what is asked comes without numbers and defaults', () => {
  expect(askedBy({ httpGet: { port: 1, scheme: 'HTTP' }, periodSeconds: 3 })).toEqual({ httpGet: { port: 1 } });
  expect(askedBy({ httpGet: { port: 1, scheme: 'HTTPS' } })).toEqual({ httpGet: { port: 1, scheme: 'HTTPS' } });
  expect(askedBy({ exec: { command: ['a'] }, timeoutSeconds: 3 })).toEqual({ exec: { command: ['a'] } });
});
