import { notSupported, required } from '../../finding';
import { defineRules } from '../../rule';

const HEAD = 'apiVersion: v1\nkind: Binding\nmetadata: { name: web }\n';

/** What puts a pod on a node. */
export const bindingRules = defineRules([
  {
    id: 'valid-binding-target',
    summary: 'The target of a Binding is a Node, by name.',
    why: 'The pod of the name of the Binding is put on that node.',
    fix: 'Write target: { kind: Node, name: node-1 }.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePodBinding',
    example: { bad: `${HEAD}target: { kind: Node }`, good: `${HEAD}target: { kind: Node, name: node-1 }` },
    visit: {
      Binding({ target = {} }, at, report) {
        const { kind, name } = target;
        if (kind && kind !== 'Node') report(notSupported(at.down('target', 'kind'), kind, ['Node', '<empty>']));
        if (!name) report(required(at.down('target', 'name')));
      },
    },
  },
]);
