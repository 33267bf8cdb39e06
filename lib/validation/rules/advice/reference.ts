import type { ObjectMeta } from '../../../kubernetes/generated/decoded';
import { suggest } from '../../../kubernetes/suggest';
import { documents, podWithContainer } from '../../advice/pod-examples';
import { namespaceOf, podMaker } from '../../advice/served-pods';
import { defineAdvice } from '../../advice-rule';
import type { FieldPath } from '../../field-path';
import { advice } from '../../finding';
import { podReferences } from '../app/pod-references';

/** Objects that the cluster itself puts into every namespace. */
const GIVEN: ReadonlySet<string> = new Set(['ConfigMap/kube-root-ca.crt', 'ServiceAccount/default']);

const pod = podWithContainer('envFrom:\n  - configMapRef:\n      name: settings');
const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  mode: fast\n';

const REFERENCED: ReadonlySet<string> = new Set(['ConfigMap', 'PersistentVolumeClaim', 'Secret', 'ServiceAccount']);
/** Among more names the one that was meant is not looked for. */
const MOST_NAMES = 500;

interface Reference {
  readonly index: number;
  readonly namespace: string;
  readonly name: string;
  readonly at: FieldPath;
}

/** What pods name and the app does not have. */
export const referenceAdvice = defineAdvice([
  {
    id: 'require-referenced-object',
    severity: 'warning',
    profiles: [],
    summary: 'The ConfigMaps, Secrets, claims and ServiceAccounts that pods name are part of the app.',
    why: 'A pod waits for what is missing, for ever: in a new namespace nothing starts.',
    fix: 'Add the object, make the reference optional, or waive it with the place where the object comes from.',
    source: 'kubernetes pkg/kubelet/kubelet_pods.go makeEnvironmentVariables, plugin/pkg/admission/serviceaccount',
    seeAlso: [
      'kube-linter env-value-from',
      'kube-linter non-existent-service-account',
      'kosko no-missing-config-map',
      'kosko no-missing-secret',
      'kosko no-missing-pvc',
      'kosko no-missing-service-account',
    ],
    wholeApp: true,
    example: { bad: pod, good: documents(settings, pod) },
    visit: {},
    visitApp() {
      const defined = new Map<string, Set<string>>();
      const references: Reference[] = [];
      const add = (namespace: string, kind: string, name: string | undefined) => {
        const key = `${namespace} ${kind}`;
        if (name && REFERENCED.has(kind)) defined.set(key, (defined.get(key) ?? new Set()).add(name));
      };
      return {
        see(entry) {
          const namespace = namespaceOf(entry) ?? '';
          const [plain = ''] = entry.kind.kind.split('.'); // that of a custom resource has its group behind
          for (const [kind, name] of providedBy(plain, entry.object)) add(namespace, kind, name);
          const maker = podMaker(entry);
          if (!maker) return;
          for (const { kind, name, nameAt, optional } of podReferences(maker.template, maker.templateAt)) {
            if (optional || GIVEN.has(`${kind}/${name}`)) continue;
            references.push({ index: entry.index, namespace, name: `${kind}/${name}`, at: nameAt });
          }
        },
        seeUndefined(value) {
          const { kind = '', metadata } = value as { readonly kind?: string; readonly metadata?: ObjectMeta };
          for (const [made, name] of providedBy(kind, value as Provider))
            add(metadata?.namespace || 'default', made, name);
        },
        end(report) {
          const said = new Set<string>();
          for (const { index, namespace, name, at } of references) {
            const [kind = '', object = ''] = name.split('/');
            const known = defined.get(`${namespace} ${kind}`) ?? new Set();
            // One finding an object is enough; what looks like a slip of the pen is said by valid-reference-name.
            if (known.has(object) || said.has(`${index} ${name}`)) continue;
            if (known.size <= MOST_NAMES && suggest(object, known)) continue;
            said.add(`${index} ${name}`);
            report(index, advice(at, `the app has no ${name}: the pod waits for it`));
          }
        },
      };
    },
  },
]);

/** An object that pods can name, or that an operator makes one from. */
interface Provider {
  readonly metadata?: ObjectMeta;
  readonly spec?: { readonly target?: { readonly name?: string }; readonly secretName?: string };
}

/** What an object is or makes that a pod can name: custom resources of well-known operators make Secrets. */
function providedBy(kind: string, object: Provider): [kind: string, name: string | undefined][] {
  const name = object.metadata?.name;
  const { target, secretName } = object.spec ?? {};
  if (kind === 'ExternalSecret') return [['Secret', target?.name ?? name]];
  if (kind === 'SealedSecret' || kind === 'VaultStaticSecret') return [['Secret', name]];
  if (kind === 'Certificate') return [['Secret', secretName]];
  return [[kind, name]];
}
