import type { Container, LimitRange, PodSpec } from '../../kubernetes/generated/decoded';
import type { FieldPath } from '../field-path';
import type { Finding } from '../finding';
import type { AppVisit } from '../rule';
import { namespaceOf, podMaker } from './served-pods';

type Check = (container: Container, at: FieldPath, pod: PodSpec) => Finding | undefined;

/**
 * Looks at the resources of the containers of pods, ephemeral ones aside, which may have none; forgets what it finds in
 * a namespace where a LimitRange of the app gives every container a default.
 *
 * @param list Which default of a LimitRange counts: that of limits or that of requests.
 */
export function unlessDefaulted(list: 'default' | 'defaultRequest', resource: string, check: Check): () => AppVisit {
  return () => {
    const defaulted = new Set<string>();
    const found: [index: number, namespace: string, finding: Finding][] = [];
    return {
      see(entry) {
        const namespace = namespaceOf(entry) ?? '';
        if (entry.kind.kind === 'LimitRange' && gives(entry.object, list, resource)) defaulted.add(namespace);
        const pods = podMaker(entry);
        const spec = pods?.template.spec;
        if (!pods || !spec) return;
        for (const name of ['initContainers', 'containers'] as const) {
          spec[name]?.forEach((container, index) => {
            const finding = check(container, pods.templateAt.down('spec', name).index(index), spec);
            if (finding) found.push([entry.index, namespace, finding]);
          });
        }
      },
      end(report) {
        for (const [index, namespace, finding] of found) if (!defaulted.has(namespace)) report(index, finding);
      },
    };
  };
}

function gives({ spec }: LimitRange, list: 'default' | 'defaultRequest', resource: string): boolean {
  return spec?.limits?.some((item) => item.type === 'Container' && item[list]?.[resource] !== undefined) ?? false;
}
