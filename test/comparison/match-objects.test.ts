import { matchObjects } from '../../lib/comparison/match-objects';
import { nameOf } from '../../lib/comparison/object-change';
import { deployment, object } from './versions';

type Json = Record<string, unknown>;

const named = (json: Json, name: string): Json => JSON.parse(JSON.stringify(json).replaceAll('web', name)) as Json;

const service = object('Service', { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } });

test.each<[string, Json[], Json[], string[]]>([
  ['the same name', [service], [service], ['web = web']],
  [
    'another version of the API',
    [{ ...object('HorizontalPodAutoscaler'), apiVersion: 'autoscaling/v1' }],
    [object('HorizontalPodAutoscaler')],
    ['web = web'],
  ],
  [
    'the default namespace, written or not',
    [service],
    [{ ...service, metadata: { name: 'web', namespace: 'default' } }],
    ['web = web'],
  ],
  [
    'a namespace that means nothing',
    [object('Namespace', {}, { namespace: 'x' })],
    [object('Namespace')],
    ['web = web'],
  ],
  ['the order in which equal names stand', [service, service], [service, service], ['web = web', 'web = web']],
  ['a new name with labels and selectors made from it', [deployment()], [named(deployment(), 'shop')], ['web > shop']],
  ['a new namespace', [service], [{ ...service, metadata: { name: 'web', namespace: 'shop' } }], ['web > web']],
  [
    'the most alike of several',
    [deployment({ replicas: 1 }), named(deployment({ replicas: 2 }), 'api')],
    [named(deployment({ replicas: 2 }), 'shop')],
    ['api > shop', 'web -'],
  ],
  ['nothing of another kind', [deployment()], [service], ['+ web', 'web -']],
  [
    'nothing that has little in common',
    [object('ConfigMap', { data: { a: '1' } })],
    [named(object('ConfigMap', { data: { b: '2' } }), 'shop')],
    ['+ shop', 'web -'],
  ],
  [
    'nothing that says nothing but its name',
    [object('ServiceAccount')],
    [named(object('ServiceAccount'), 'shop')],
    ['+ shop', 'web -'],
  ],
])('matches by %s', (_name, before, after, expected) => {
  const [old, young] = [before, after].map((objects) => objects.map((json) => ({ object: json })));
  const name = (entry: { object: Json } | undefined) => (entry ? nameOf(entry.object).name : '');
  const matches = matchObjects(old ?? [], young ?? []).map((match) => {
    const sign = match.renamed ? '>' : !match.before ? '+' : match.after ? '=' : '-';
    return [name(match.before as { object: Json }), sign, name(match.after as { object: Json })].join(' ').trim();
  });
  expect(matches).toEqual(expected);
});
