import { ApiObject, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { KubePod } from '../../imports/k8s';
import { creationSite, recordCreationSites } from '../../lib/constructs/creation-site';
import { Pod } from '../../lib/constructs/pod';

const containers = { web: { image: 'web:1' } };

class Web extends Pod<{ web: unknown }> {
  constructor(scope: Chart, id: string) {
    super(scope, id, { containers });
  }
}

function lineHere(): number {
  return Number(/creation-site\.test\.ts:(\d+)/.exec(new Error().stack?.split('\n')[2] ?? '')?.[1]);
}

test('our constructs know where they were created, also below a cdk8s App', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const [pod, line] = [new Pod(chart, 'web', { containers }), lineHere()];
  expect(creationSite(pod)).toEqual({ file: __filename, line, column: expect.any(Number) });
});

test('a subclass of the app is created where it is called', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const [web, line] = [new Web(chart, 'web'), lineHere()];
  expect(creationSite(web)).toMatchObject({ file: __filename, line });
});

test('what was not recorded has no place', () => {
  expect(creationSite({})).toBeUndefined();
});

describe('after recordCreationSites', () => {
  beforeAll(() => {
    recordCreationSites();
    recordCreationSites();
  });

  test.each<[string, (chart: Chart) => [object, number]]>([
    ['an ApiObject', (chart) => [new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'Pod' }), lineHere()]],
    ['an L1 construct', (chart) => [new KubePod(chart, 'a'), lineHere()]],
    ['a construct of cdk8s-plus-28', (chart) => [new kplus.ConfigMap(chart, 'a'), lineHere()]],
    ['the object inside it', (chart) => [ApiObject.of(new kplus.ConfigMap(chart, 'a')), lineHere()]],
    ['one of ours', (chart) => [new Pod(chart, 'a', { containers }), lineHere()]],
  ])('%s knows where it was created', (_, create) => {
    const [object, line] = create(new Chart(Testing.app(), 'chart'));
    expect(creationSite(object)).toMatchObject({ file: __filename, line });
  });

  test('the stack traces of the app are as long as before', () => {
    const before = Error.stackTraceLimit;
    new Chart(Testing.app(), 'chart');
    expect(Error.stackTraceLimit).toBe(before);
  });

  test('constructs still refuse a second child of the same name', () => {
    const chart = new Chart(Testing.app(), 'chart');
    new KubePod(chart, 'a');
    expect(() => new KubePod(chart, 'a')).toThrow("already a Construct with name 'a'");
  });
});
