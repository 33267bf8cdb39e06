import { qualifiedName } from '../../../kubernetes/formats';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const STANDARD = ['foregroundDeletion', 'kubernetes', 'orphan'];

/** The kinds whose own validation leaves finalizers without a domain alone. */
const UNQUALIFIED_ALLOWED = new Set([
  'APIService',
  'CustomResourceDefinition',
  'Event',
  'Lease',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'PodDisruptionBudget',
  'RuntimeClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);

/** What the finalizers of an object may be. */
export const finalizerRules = defineRules([
  {
    id: 'valid-finalizer',
    summary: 'A finalizer is a qualified name: one with a domain, or one of the standard three.',
    why: 'Nobody else removes a finalizer of an unknown name, so the object could never be deleted.',
    fix: 'Write the name with the domain of its controller: example.com/cleanup.',
    source:
      'k8s.io/apimachinery pkg/api/validation/objectmeta.go ValidateFinalizerName, kubernetes pkg/apis/core/validation/validation.go validateKubeFinalizerName',
    example: { bad: 'finalizers: [cleanup]', good: 'finalizers: [example.com/cleanup]' },
    visit: {
      objectMeta({ finalizers }, metadataAt, report, { kind }) {
        finalizers?.forEach((finalizer, index) => {
          const at = metadataAt.child('finalizers');
          for (const reason of qualifiedName(finalizer))
            report(invalid(at, finalizer, reason, { place: at.index(index) }));
          if (finalizer.includes('/') || STANDARD.includes(finalizer) || UNQUALIFIED_ALLOWED.has(kind.kind)) return;
          const detail = 'must have a domain, or be one of the standard finalizers';
          report(invalid(at.index(index), finalizer, detail, didYouMean(finalizer, STANDARD)));
        });
      },
    },
  },
  {
    id: 'no-conflicting-finalizers',
    summary: 'An object is not kept both for orphaning its dependents and for deleting them first.',
    why: 'The garbage collector can do only one of the two.',
    fix: 'Keep either orphan or foregroundDeletion.',
    source: 'k8s.io/apimachinery pkg/api/validation/objectmeta.go ValidateFinalizers',
    example: { bad: 'finalizers: [orphan, foregroundDeletion]', good: 'finalizers: [orphan]' },
    visit: {
      objectMeta({ finalizers }, metadataAt, report) {
        if (finalizers === undefined) return;
        if (!finalizers.includes('orphan') || !finalizers.includes('foregroundDeletion')) return;
        const at = metadataAt.child('finalizers');
        report(invalid(at, finalizers, 'orphan and foregroundDeletion exclude each other'));
      },
    },
  },
]);
