import fc from 'fast-check';
import { sumOfContainers } from '../../../lib/kubernetes/defaults/resource-sum';
import { formatQuantity } from '../../../lib/kubernetes/quantity';

const asks = (cpu: string | number, restartPolicy?: string) => ({
  resources: { requests: { cpu } },
  ...(restartPolicy && { restartPolicy }),
});
const sidecar = (cpu: string | number) => asks(cpu, 'Always');

function cpuOf(containers: object[], initContainers: object[] = []): string | undefined {
  const cpu = sumOfContainers({ containers, initContainers }, 'requests').get('cpu');
  return cpu && formatQuantity(cpu);
}

describe('sumOfContainers', () => {
  test.each<[string, object[], object[], string | undefined]>([
    ['nothing', [{}], [], undefined],
    ['apps add up', [asks('100m'), asks('1')], [], '1100m'],
    ['a small init container hides behind the apps', [asks('2')], [asks('1')], '2'],
    ['a large init container counts alone', [asks('1')], [asks('3'), asks('2')], '3'],
    ['sidecars run beside the apps', [asks('1')], [sidecar('1'), sidecar('1')], '3'],
    ['an init container runs beside the sidecars before it', [asks('1')], [sidecar('1'), asks('3'), sidecar('1')], '4'],
  ])('%s', (_, containers, initContainers, expected) => {
    expect(cpuOf(containers, initContainers)).toBe(expected);
  });

  test('keeps the notation of the first amount that is not zero', () => {
    const memory = (amount: string) => ({ resources: { limits: { memory: amount } } });
    const sum = sumOfContainers({ containers: [memory('0'), memory('1Gi'), memory('1Gi')] }, 'limits').get('memory');
    expect(sum && formatQuantity(sum)).toBe('2Gi');
  });

  test('is what sidecars as apps would need, when no plain init container asks for more', () => {
    const cores = fc.array(fc.integer({ min: 0, max: 64 }), { maxLength: 4 });
    fc.assert(
      fc.property(cores, cores, (apps, sidecars) => {
        expect(
          cpuOf(
            apps.map((cpu) => asks(cpu)),
            sidecars.map((cpu) => sidecar(cpu)),
          ),
        ).toBe(cpuOf([...apps, ...sidecars].map((cpu) => asks(cpu))));
      }),
    );
  });
});
