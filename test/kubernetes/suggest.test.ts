import { suggest } from '../../lib/kubernetes/suggest';

test.each([
  ['livenessProve', ['livenessProbe', 'readinessProbe'], 'livenessProbe'],
  ['apiVerison', ['apiVersion', 'kind'], 'apiVersion'],
  ['prot', ['port', 'host'], 'port'],
  ['patch', ['path', 'port', 'host', 'scheme'], 'path'],
  ['image-pull-policy', ['image', 'imagePullPolicy'], 'imagePullPolicy'],
  ['containerport', ['containerPort', 'hostPort'], 'containerPort'],
  ['Deploymnet', ['Deployment', 'DaemonSet'], 'Deployment'],
  ['x', ['name', 'image'], undefined],
  ['completelyDifferent', ['name', 'image'], undefined],
  ['image', ['image'], undefined],
  ['a'.repeat(200), [`${'a'.repeat(199)}b`], undefined],
])('%j is taken for %3$j', (word, candidates, meant) => expect(suggest(word, candidates)).toBe(meant));
