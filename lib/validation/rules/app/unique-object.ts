import type { ObjectMeta } from '../../../kubernetes/generated/decoded';
import { isGeneratedName } from '../../../kubernetes/object-name';
import { FieldPath } from '../../field-path';
import { duplicate } from '../../finding';
import { type AppEntry, defineRules } from '../../rule';

const NAME = FieldPath.root.down('metadata', 'name');

/** The group, kind, namespace and name of an object; undefined where the server makes up the name. */
function identity({ kind, object }: AppEntry): string | undefined {
  const metadata: ObjectMeta = object.metadata ?? {};
  const { name, namespace } = metadata;
  if (!name || isGeneratedName(metadata)) return undefined;
  return `${kind.group}/${kind.kind}/${kind.namespaced ? namespace : ''}/${name}`;
}

/** What the objects of one app ask of each other's names. */
export const uniqueObjectRules = defineRules([
  {
    id: 'unique-object',
    summary: 'No two objects of an app have the same kind, namespace and name.',
    why: 'They are one object in the cluster: the one that is applied last wins, and the other is lost without a word.',
    fix: 'Give one of them another name or namespace.',
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    example: {
      bad: 'apiVersion: v1\nkind: Namespace\nmetadata: { name: web }\n---\napiVersion: v1\nkind: Namespace\nmetadata: { name: web }',
      good: 'apiVersion: v1\nkind: Namespace\nmetadata: { name: web }\n---\napiVersion: v1\nkind: Namespace\nmetadata: { name: shop }',
    },
    visit: {},
    visitApp() {
      const first = new Map<string, number>();
      const repeated: [index: number, name: string, other: number][] = [];
      return {
        see(entry) {
          const id = identity(entry);
          if (id === undefined) return;
          const other = first.get(id);
          if (other === undefined) first.set(id, entry.index);
          else repeated.push([entry.index, (entry.object.metadata as { name: string }).name, other]);
        },
        end(report) {
          for (const [index, name, other] of repeated) report(index, { ...duplicate(NAME, name), other });
        },
      };
    },
  },
]);
