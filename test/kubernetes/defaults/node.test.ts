import { defaultedSpec } from './defaulted';

const notReady = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' };
const own = { key: 'own', effect: 'NoExecute' };

describe('defaultNode', () => {
  test.each<[object, object[]]>([
    [{}, [notReady]],
    [{ taints: [own] }, [own, notReady]],
    [{ taints: [notReady] }, [notReady]],
  ])('is not ready: %j', (spec, taints) => {
    expect(defaultedSpec('v1', 'Node', { ...spec })).toEqual({ taints });
  });
});
