import { apiVersionOf } from '../../../kubernetes/kinds';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice } from '../../finding';

interface Deprecation {
  readonly kinds: readonly string[];
  /** The minor that deprecated it, and the first one that no longer serves it, where that is known. */
  readonly since: number;
  readonly removed?: number;
  readonly instead: string;
}

const FLOW_CONTROL = ['FlowSchema', 'PriorityLevelConfiguration'];

/** The API versions that some minor from 1.28 to 1.36 serves, and advises against. */
const DEPRECATED: ReadonlyMap<string, Deprecation> = new Map([
  [
    'flowcontrol.apiserver.k8s.io/v1beta2',
    { kinds: FLOW_CONTROL, since: 26, removed: 29, instead: 'flowcontrol.apiserver.k8s.io/v1beta3' },
  ],
  [
    'flowcontrol.apiserver.k8s.io/v1beta3',
    { kinds: FLOW_CONTROL, since: 29, removed: 32, instead: 'flowcontrol.apiserver.k8s.io/v1' },
  ],
  ['v1', { kinds: ['Endpoints'], since: 33, instead: 'discovery.k8s.io/v1 EndpointSlice' }],
]);

/** In which version of its API an object is written; one that is no longer served is an error. */
export const apiVersionAdvice = defineAdvice([
  {
    id: 'no-deprecated-api-version',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'An object is written in a version of its API that is not deprecated.',
    why: 'A deprecated version is served for some minors more, and then refused.',
    fix: 'Write the version that took its place.',
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    seeAlso: [
      'kube-linter no-extensions-v1beta',
      'kube-score stable-version',
      'Datree K8S_DEPRECATED_APIVERSION_1.16',
      'Datree K8S_DEPRECATED_APIVERSION_1.17',
    ],
    example: {
      bad: 'apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: web\n',
      good: 'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata:\n  name: web\naddressType: IPv4\nendpoints: []\n',
    },
    visit: {
      object(_object, _at, report, { kind, minor }) {
        const deprecation = DEPRECATED.get(apiVersionOf(kind));
        if (deprecation === undefined || minor < deprecation.since || !deprecation.kinds.includes(kind.kind)) return;
        const { since, removed, instead } = deprecation;
        const end = removed === undefined ? '' : `, and gone in 1.${removed}`;
        const detail = `${kind.kind} of ${apiVersionOf(kind)} is deprecated since 1.${since}${end}`;
        report(advice(FieldPath.root.child('apiVersion'), detail, { fix: `Write ${instead}.` }));
      },
    },
  },
]);
