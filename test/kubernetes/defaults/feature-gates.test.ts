import { type FeatureGate, featureEnabled } from '../../../lib/kubernetes/defaults/feature-gates';
import { MINORS } from '../../../lib/kubernetes/version';

describe('featureEnabled', () => {
  test.each<[FeatureGate, number | undefined]>([
    ['SidecarContainers', 29],
    ['PodLifecycleSleepAction', 30],
    ['DynamicResourceAllocation', 34],
    ['ContainerRestartRules', 35],
    ['ContainerStopSignals', undefined],
    ['MaxUnavailableStatefulSet', undefined],
  ])('%s is on by default from 1.%s', (gate, since) => {
    expect(MINORS.find((minor) => featureEnabled(gate, minor))).toBe(since);
  });
});
