import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiVersionOf, isServed, kinds } from '../../lib/kubernetes/kinds';
import { pluralOf } from '../../lib/migration/kubectl/resource-names';

/** A server that says which kinds a cluster of this minor has, and nothing else: kubectl asks before a dry run. */
export async function startDiscovery(minor: number): Promise<{ url: string; server: Server }> {
  const served = kinds.filter((kind) => isServed(kind, minor));
  const groups = [...new Set(served.map(({ group }) => group))].filter((group) => group !== '');
  const versionsOf = (group: string) => [
    ...new Set(served.filter((kind) => kind.group === group).map(({ version }) => version)),
  ];
  const answers = new Map<string, unknown>([
    ['/api', { kind: 'APIVersions', versions: versionsOf('') }],
    [
      '/apis',
      {
        kind: 'APIGroupList',
        apiVersion: 'v1',
        groups: groups.map((name) => {
          const versions = versionsOf(name).map((version) => ({ groupVersion: `${name}/${version}`, version }));
          return { name, versions, preferredVersion: versions[0] };
        }),
      },
    ],
  ]);
  for (const { group, version } of served) {
    const of = served.filter((kind) => kind.group === group && kind.version === version);
    const resources = of.map(({ kind, namespaced }) => ({
      name: pluralOf(kind),
      singularName: kind.toLowerCase(),
      namespaced,
      kind,
      verbs: ['create', 'get', 'list', 'watch', 'update', 'patch', 'delete'],
      ...(kind === 'Service' && { shortNames: ['svc'] }),
    }));
    const groupVersion = apiVersionOf({ group, version });
    answers.set(`${group === '' ? '/api' : '/apis'}/${groupVersion}`, {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion,
      resources,
    });
  }
  const server = createServer((request, response) => {
    const answer = answers.get((request.url ?? '').split('?')[0] ?? '');
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 404 }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
