import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../../../lib/manifest/read-manifests';
import { kubectlObjects } from '../../../lib/migration/kubectl/kubectl-objects';
import { splitWords } from '../../../lib/migration/kubectl/split-words';
import { KUBECTL_LINES } from '../../../scripts/migration/kubectl-lines';

const DATA = join(__dirname, '../../data/kubectl');
const printed: { line: string; output: string }[] = JSON.parse(readFileSync(join(DATA, 'printed.json'), 'utf8'));

const inFiles = (path: string) => join(DATA, 'files', path);
const objectsOf = (line: string) =>
  kubectlObjects(splitWords(line), {
    read: (path) => readFileSync(inFiles(path)),
    list: (path) => (statSync(inFiles(path)).isDirectory() ? readdirSync(inFiles(path)).sort() : undefined),
  });

/** Structs that Go writes although nothing is in them. */
const EMPTY = ['metadata', 'resources', 'spec', 'strategy'];

/** What kubectl prints, without status, nulls and empty structs. */
function withoutNoise(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutNoise(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withoutNoise(item, depth + 1)] as const);
  return Object.fromEntries(
    entries.filter(
      ([key, item]) =>
        item !== null && !(depth === 0 && key === 'status') && !(EMPTY.includes(key) && JSON.stringify(item) === '{}'),
    ),
  );
}

test('what kubectl printed is that of the lines', () => {
  expect(printed.map(({ line }) => line)).toEqual(KUBECTL_LINES);
});

test.each(printed)('$line', ({ line, output }) => {
  const { documents } = readManifests(output, { file: 'printed' });
  expect(objectsOf(line)).toEqual(documents.map(({ object }) => withoutNoise(object)));
});

/** Command lines that cannot be done, and what is said. */
const refused: [line: string, message: string][] = [
  ['kubectl run web', 'kubectl run: --image is required.'],
  ['kubectl run --image=nginx', 'kubectl run: name the object: NAME is missing.'],
  ['kubectl run web --imgae=nginx', 'kubectl run: there is no flag --imgae; did you mean --image?'],
  ['kubectl run web --image=nginx -x', 'kubectl run: there is no flag -x.'],
  ['kubectl run web --image', 'kubectl run: --image needs a value.'],
  ['kubectl run web --image=nginx -t', 'kubectl run: -t needs -i as well.'],
  ['kubectl run web --image=nginx --expose', 'kubectl run: --expose needs --port.'],
  ['kubectl run web --image=nginx --port=http', "kubectl run: --port takes a number, not 'http'."],
  ['kubectl run web --image=nginx --env=A', "kubectl run: --env takes KEY=VALUE, not 'A'."],
  ['kubectl run web --image=nginx --labels=a', "kubectl run: --labels takes KEY=VALUE,KEY=VALUE, not 'a'."],
  ['kubectl run web --image=nginx --restart=Sometimes', 'give Always, OnFailure or Never.'],
  ['kubectl run web --image=nginx --command=maybe', "kubectl run: --command takes a boolean, not 'maybe'."],
  ["kubectl run web --image=nginx --overrides='{'", 'kubectl run: --overrides is no JSON.'],
  ['kubectl run web --image=nginx --override-type=json --overrides=[]', '--override-type json is not done here'],
  ['kubectl create deployment web', '--image is required.'],
  ['kubectl create deployment web more --image=nginx', "one NAME is expected, but there is 'more' as well"],
  ['kubectl create deployment web --image=a --image=b -- c', 'a command goes with one --image only.'],
  ['kubectl create deployment web --image=a --replicas=few', "--replicas takes a number, not 'few'."],
  ['kubectl create job a --from=cronjob/b', 'give its file to migrate instead.'],
  ['kubectl create cronjob a --image=b', '--schedule is required.'],
  ['kubectl create configmap a --from-literal==b', "--from-literal takes KEY=VALUE, not '=b'."],
  ['kubectl create configmap a --from-literal=b=1 --from-literal=b=2', "the key 'b' is given twice."],
  ["kubectl create configmap a --from-literal='b c=1'", "'b c' is no key"],
  ['kubectl create configmap a --from-env-file=app.env --from-literal=b=1', 'goes without --from-file'],
  ['kubectl create secret tls a --cert=tls.crt --key=app.env', 'are no certificate and its key.'],
  ['kubectl create secret docker-registry a', '--docker-username and --docker-password are required.'],
  ['kubectl create secret a', 'give one of generic, tls, docker-registry.'],
  ['kubectl create service clusterip a', '--tcp is required, unless --clusterip is None.'],
  ['kubectl create service nodeport a --tcp=80000', '80000 is no port'],
  ['kubectl create service externalname a', '--external-name is required.'],
  ['kubectl create role a --verb=get --resource=deploymnts', 'did you mean deployments?'],
  ['kubectl create rolebinding a --role=b --clusterrole=c', 'give one of --clusterrole and --role.'],
  ['kubectl create rolebinding a --role=b --serviceaccount=c', "--serviceaccount takes NAMESPACE:NAME, not 'c'."],
  ['kubectl create pdb a --selector=a=b', 'give one of --min-available and --max-unavailable.'],
  ["kubectl create pdb a --min-available=1 --selector='tier!=back'", 'is no label selector'],
  ['kubectl create ingress a --rule=nonsense', '--rule takes HOST/PATH=SERVICE:PORT'],
  ['kubectl create', 'kubectl create: give one of clusterrole'],
  ['kubectl create deploymnet web --image=nginx', 'there is no such command; did you mean deployment?'],
  ['kubectl create -f pod.yaml', 'give the files themselves: `podwright migrate FILE...`.'],
  ['kubectl apply -f pod.yaml', 'give the files themselves: `podwright migrate FILE...`.'],
  ['kubectl expose deployment web --port=80', 'it reads the object from the cluster'],
  ['kubectl get pods', '`kubectl get ... -o yaml | podwright migrate -`'],
  [
    'kubectl scale pod nginx-pod --replicas=3',
    'kubectl scale: a bare Pod cannot be scaled, nor is it created again when its node goes away. Write a Deployment: `kubectl create deployment NAME --image=IMAGE --replicas=NUMBER`.',
  ],
  ['kubectl scale deployment/web --replicas=3', 'change `replicas` there.'],
  ['kubectl run web --image=nginx | kubectl apply -f -', '`|` is for a shell'],
  ["kubectl run 'web", "the quote ' is not closed."],
];

test.each(refused)('%s is refused', (line, message) => {
  expect(() => objectsOf(line)).toThrow(
    expect.objectContaining({ code: 'ERR_KUBECTL', message: expect.stringContaining(message) }),
  );
});

test.each([
  ['-nshop', 'shop'],
  ['-n=shop', 'shop'],
  ['-n shop', 'shop'],
  ['--namespace shop', 'shop'],
  ['--dry-run --namespace=shop', 'shop'],
])('flags are written in every way of kubectl: %s', (flags, namespace) => {
  expect(objectsOf(`kubectl create serviceaccount ${flags} builder -o yaml`)).toMatchObject([
    { metadata: { name: 'builder', namespace } },
  ]);
});

test('an image whose name has dots and underscores gives a name that is one', () => {
  expect(objectsOf('kubectl create deployment web --image=my_team/my.app_x:1')).toMatchObject([
    { spec: { template: { spec: { containers: [{ name: 'my-app-x' }] } } } },
  ]);
});
