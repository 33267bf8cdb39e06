import { ScenarioError, simulate } from '../lib';

const pod = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });

test.each<[string, object, string]>([
  ['a number for the containers', { containers: 5 }, 'spec.containers must be a list, not a number'],
  ['a text for a container', { containers: ['web'] }, 'spec.containers[0] must be an object, not a string'],
  [
    'a text for a probe',
    { containers: [{ name: 'web', image: 'web:1', livenessProbe: 'http' }] },
    'spec.containers[0].livenessProbe must be an object, not a string',
  ],
  [
    'a number for a command',
    { containers: [{ name: 'web', image: 'web:1', command: 5, livenessProbe: { exec: { command: 7 } } }] },
    'must be a list',
  ],
])('%s is told rather than simulated', (_name, spec, message) => {
  const simulated = () => simulate(pod(spec), { hang: 60 });
  expect(simulated).toThrow(ScenarioError);
  expect(simulated).toThrow('the API server would refuse Pod/web: ');
  expect(simulated).toThrow(message);
});
