import { dnsLabel } from '../../../kubernetes/formats';
import { isGeneratedName, nameFormat, namePrefixFormat } from '../../../kubernetes/object-name';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { reportAnnotationKeys, reportAnnotationsSize } from './annotations';
import { DERIVED_NAME_KINDS } from './derived-name';
import { reportLabels } from './labels';
import { nearName } from './near-name';

/** The kinds that need no name: reviews are answered, not stored, and the server names a LimitRange itself. */
const UNNAMED = new Set([
  'LimitRange',
  'LocalSubjectAccessReview',
  'SelfSubjectAccessReview',
  'SelfSubjectReview',
  'SelfSubjectRulesReview',
  'SubjectAccessReview',
  'TokenReview',
]);

/** The first minor that no longer looks at the generateName of a kind, but only at the name made from it. */
const PREFIX_UNCHECKED_SINCE: ReadonlyMap<string, number> = new Map([
  ['ReplicationController', 34],
  ['DeviceClass', 35],
]);

/** The kinds whose strategy sets the generation of a new object to 1, whatever it says. */
const GENERATION_RESET = new Set([
  'CSIDriver',
  'CronJob',
  'CustomResourceDefinition',
  'DaemonSet',
  'Deployment',
  'DeviceClass',
  'EndpointSlice',
  'FlowSchema',
  'Ingress',
  'IngressClass',
  'Job',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'NetworkPolicy',
  'PodDisruptionBudget',
  'PodTemplate',
  'PriorityClass',
  'PriorityLevelConfiguration',
  'ReplicaSet',
  'ReplicationController',
  'ResourceSlice',
  'StatefulSet',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);
const POD_GENERATION_RESET_SINCE = 33;

/** What the metadata of every object must be. */
export const objectMetaRules = defineRules([
  {
    id: 'require-name',
    summary: 'An object has a name, or a prefix from which one is made.',
    why: 'The API server stores an object under its name.',
    fix: 'Write metadata.name.',
    source: 'k8s.io/apimachinery pkg/api/validation/objectmeta.go ValidateObjectMetaAccessor',
    example: {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { labels: { app: web } }',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }',
    },
    visit: {
      objectMeta({ name }, at, report, { kind }) {
        if (!name && !UNNAMED.has(kind.kind)) report(required(at.child('name'), 'name or generateName is required'));
      },
    },
  },
  {
    id: 'valid-name',
    summary: 'The name of an object has the form of the names of its kind, most often that of a DNS subdomain.',
    why: 'Names become parts of URLs, host names and labels.',
    fix: 'Use lower case letters, digits and dashes, with a letter or digit at both ends.',
    source: 'k8s.io/apimachinery pkg/api/validation/generic.go NameIsDNSSubdomain, NameIsDNSLabel, NameIsDNS1035Label',
    example: { bad: 'name: My_Pod', good: 'name: my-pod' },
    visit: {
      objectMeta(metadata, at, report, { kind, minor }) {
        const { name } = metadata;
        if (!name || DERIVED_NAME_KINDS.has(kind.kind)) return;
        const format = nameFormat(kind.kind, minor);
        const reasons = format(name);
        if (reasons.length === 0) return;
        const extra = isGeneratedName(metadata) ? { place: at.child('generateName') } : nearName(name, format);
        for (const reason of reasons) report(invalid(at.child('name'), name, reason, extra));
      },
    },
  },
  {
    id: 'valid-generate-name',
    summary: 'The prefix from which a name is made is the beginning of such a name.',
    why: 'The server checks the prefix by itself, also where a name is given beside it.',
    fix: 'Use lower case letters, digits and dashes, beginning with a letter or digit: web-.',
    source: 'k8s.io/apimachinery pkg/api/validation/objectmeta.go ValidateObjectMetaAccessor',
    example: { bad: '{ name: web, generateName: Web_ }', good: '{ name: web, generateName: web- }' },
    visit: {
      objectMeta({ generateName }, at, report, { kind, minor }) {
        if (!generateName || DERIVED_NAME_KINDS.has(kind.kind)) return;
        if (minor >= (PREFIX_UNCHECKED_SINCE.get(kind.kind) ?? Number.POSITIVE_INFINITY)) return;
        for (const reason of namePrefixFormat(kind.kind, minor)(generateName))
          report(invalid(at.child('generateName'), generateName, reason));
      },
    },
  },
  {
    id: 'valid-namespace',
    summary: 'The namespace of an object is a DNS label, as the names of namespaces are.',
    why: 'No namespace of another name can exist, so the server answers that it is not found.',
    fix: 'Write the name of an existing namespace.',
    source:
      'k8s.io/apiserver pkg/admission/plugin/namespace/lifecycle Admit, k8s.io/apimachinery ValidateNamespaceName',
    example: { bad: '{ name: web, namespace: my_team }', good: '{ name: web, namespace: my-team }' },
    visit: {
      objectMeta({ namespace }, at, report, { kind }) {
        if (!kind.namespaced || !namespace) return;
        for (const reason of dnsLabel(namespace))
          report(invalid(at.child('namespace'), namespace, reason, nearName(namespace, dnsLabel)));
      },
    },
  },
  {
    id: 'valid-generation',
    summary: 'The generation of an object is not negative.',
    why: 'It counts the changes of the spec.',
    fix: 'Leave metadata.generation to the server.',
    source: 'k8s.io/apimachinery pkg/api/validation/objectmeta.go ValidateObjectMetaAccessor',
    example: {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, generation: -1 }',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }',
    },
    visit: {
      objectMeta({ generation = 0 }, at, report, { kind, minor }) {
        if (generation >= 0 || GENERATION_RESET.has(kind.kind)) return;
        if (kind.kind === 'Pod' && minor >= POD_GENERATION_RESET_SINCE) return;
        report(invalid(at.child('generation'), generation, 'must not be negative'));
      },
    },
  },
  {
    id: 'valid-label',
    summary: 'Label keys are qualified names; label values are short and simple or empty.',
    why: 'Selectors could not name other keys and values.',
    fix: 'Use letters, digits, -, _ and ., at most 63 of them; put free text into an annotation.',
    source: 'k8s.io/apimachinery pkg/apis/meta/v1/validation ValidateLabels',
    example: { bad: 'labels: { app: my web }', good: 'labels: { app: my-web }' },
    visit: {
      objectMeta({ labels }, at, report) {
        if (labels) reportLabels(labels, at.child('labels'), report);
      },
    },
  },
  {
    id: 'valid-annotation',
    summary: 'Annotation keys are qualified names, and all annotations together hold at most 256 KiB.',
    why: 'Annotations are stored and sent with every copy of the object.',
    fix: 'Use a key such as example.com/note, and keep large data in a ConfigMap.',
    source: 'k8s.io/apimachinery pkg/api/validation/objectmeta.go ValidateAnnotations, ValidateAnnotationsSize',
    example: { bad: 'annotations: { my note: x }', good: 'annotations: { example.com/note: any text at all }' },
    visit: {
      objectMeta({ annotations }, metadataAt, report) {
        if (annotations === undefined) return;
        const at = metadataAt.child('annotations');
        reportAnnotationKeys(annotations, at, report);
        reportAnnotationsSize(annotations, at, report);
      },
    },
  },
]);
