import { qualifiedName } from '../../../kubernetes/formats';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const FINALIZERS = ['foregroundDeletion', 'kubernetes', 'orphan'];
const PREFIX = 'pod-security.kubernetes.io/';
const MODES = ['enforce', 'audit', 'warn'];
const LEVELS = ['privileged', 'baseline', 'restricted'];
const versionPattern = /^(latest|v1\.(0|[1-9][0-9]*))$/;

/** A Namespace: what has to happen before it goes, and what its pods may do. */
export const namespaceRules = defineRules([
  {
    id: 'valid-namespace-finalizer',
    summary: 'A finalizer of a Namespace is a qualified name: one with a domain, or one of the standard three.',
    why: 'Nobody else removes a finalizer of an unknown name, so the Namespace could never be deleted.',
    fix: 'Write the name with the domain of its controller: example.com/cleanup.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateNamespace, validateFinalizerName',
    example: { bad: 'spec: { finalizers: [cleanup] }', good: 'spec: { finalizers: [example.com/cleanup] }' },
    visit: {
      Namespace({ spec }, at, report) {
        spec?.finalizers?.forEach((finalizer, index) => {
          const field = at.down('spec', 'finalizers');
          const place = field.index(index);
          for (const reason of qualifiedName(finalizer)) report(invalid(field, finalizer, reason, { place }));
          if (finalizer.includes('/') || FINALIZERS.includes(finalizer)) return;
          const detail = 'must have a domain, or be one of the standard finalizers';
          report(invalid(field, finalizer, detail, { place, ...didYouMean(finalizer, FINALIZERS) }));
        });
      },
    },
  },
  {
    id: 'valid-pod-security-label',
    stage: 'admission',
    summary: 'The pod security labels of a Namespace name a level, and a Kubernetes version or latest.',
    why: 'The server could not tell what pods are allowed to do.',
    fix: 'Write privileged, baseline or restricted, and versions as latest or v1.30.',
    source:
      'k8s.io/pod-security-admission admission/admission.go Admission.ValidateNamespace, api/helpers.go PolicyToEvaluate',
    example: {
      bad: `metadata: { name: web, labels: { ${PREFIX}enforce: strict } }`,
      good: `metadata: { name: web, labels: { ${PREFIX}enforce: restricted, ${PREFIX}enforce-version: v1.30 } }`,
    },
    visit: {
      Namespace({ metadata }, at, report) {
        if (metadata?.labels === undefined) return;
        for (const mode of MODES) {
          const level = metadata.labels[`${PREFIX}${mode}`];
          const version = metadata.labels[`${PREFIX}${mode}-version`];
          const field = at.down('metadata', 'labels');
          if (level !== undefined && !LEVELS.includes(level)) {
            const detail = `must be one of ${LEVELS.join(', ')}`;
            report(invalid(field.key(`${PREFIX}${mode}`), level, detail, didYouMean(level, LEVELS)));
          }
          if (version !== undefined && !versionPattern.test(version))
            report(invalid(field.key(`${PREFIX}${mode}-version`), version, 'must be latest or v1.x'));
        }
      },
    },
  },
]);
