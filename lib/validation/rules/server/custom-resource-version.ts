import { byteLength, dns1035Label } from '../../../kubernetes/formats';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { perVersion } from './per-version';

const LONGEST_WARNING = 256;
const SOURCE = 'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go';
const SCHEMA = 'schema: { openAPIV3Schema: { type: object } }';

/** The versions of a custom resource. */
export const customResourceVersionRules = defineRules([
  {
    id: 'valid-crd-version-name',
    summary: 'The name of a version is an RFC 1035 label.',
    why: 'It becomes part of URLs and stands behind the group in apiVersion.',
    fix: 'Write a name such as v1 or v1beta1, without dots.',
    source: `${SOURCE} validateCustomResourceDefinitionSpec`,
    example: {
      bad: `spec: { versions: [{ name: '1.0', served: true, storage: true, ${SCHEMA} }] }`,
      good: `spec: { versions: [{ name: v1, served: true, storage: true, ${SCHEMA} }] }`,
    },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        spec?.versions?.forEach(({ name = '' }, index) => {
          const field = at.down('spec', 'versions').index(index).child('name');
          for (const reason of dns1035Label(name)) {
            report(invalid(field, name, reason));
            // The server also keeps the first name as the version of the definition.
            if (index === 0 && name !== '') report(invalid(at.down('spec', 'version'), name, reason, { place: field }));
          }
        });
      },
    },
  },
  {
    id: 'unique-crd-version',
    summary: 'The versions of a custom resource have different names.',
    why: 'The name tells them apart.',
    fix: 'Rename or remove one of them.',
    source: `${SOURCE} validateCustomResourceDefinitionSpec`,
    example: {
      bad: `spec: { versions: [{ name: v1, storage: true, ${SCHEMA} }, { name: v1, ${SCHEMA} }] }`,
      good: `spec: { versions: [{ name: v1, storage: true, ${SCHEMA} }, { name: v2, ${SCHEMA} }] }`,
    },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        const names = new Set(spec?.versions?.map(({ name = '' }) => name));
        if (names.size < (spec?.versions?.length ?? 0))
          report(invalid(at.down('spec', 'versions'), [...names], 'must contain unique version names'));
      },
    },
  },
  {
    id: 'require-storage-version',
    summary: 'Exactly one version of a custom resource has storage: true.',
    why: 'Objects are stored in that version, whichever they are written in.',
    fix: 'Write storage: true in one version and storage: false in the others.',
    source: `${SOURCE} validateCustomResourceDefinitionSpec, ValidateCustomResourceDefinitionStoredVersions`,
    example: {
      bad: `spec: { versions: [{ name: v1, served: true, ${SCHEMA} }] }`,
      good: `spec: { versions: [{ name: v1, served: true, storage: true, ${SCHEMA} }] }`,
    },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        const stored = spec?.versions?.filter(({ storage }) => storage) ?? [];
        if (stored.length === 1) return;
        const place = at.down('spec', 'versions');
        const names = stored.map(({ name = '' }) => name);
        report(invalid(place, names, 'must have exactly one version marked as storage version'));
        const detail = names.length === 0 ? 'must have at least one stored version' : 'must have every storage version';
        report(invalid(at.down('status', 'storedVersions'), names, detail, { place }));
      },
    },
  },
  {
    id: 'require-crd-schema',
    summary: 'Every version of a custom resource has a schema.',
    why: 'All fields that no schema knows are dropped.',
    fix: 'Write schema: { openAPIV3Schema: { type: object, properties: ... } }.',
    source: `${SOURCE} validateCustomResourceDefinitionSpec`,
    example: {
      bad: 'spec: { versions: [{ name: v1, served: true, storage: true }] }',
      good: `spec: { versions: [{ name: v1, served: true, storage: true, ${SCHEMA} }] }`,
    },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        spec?.versions?.forEach(({ schema }, index) => {
          if (schema?.openAPIV3Schema === undefined)
            report(required(at.down('spec', 'versions').index(index).down('schema', 'openAPIV3Schema')));
        });
      },
    },
  },
  {
    id: 'valid-deprecation-warning',
    summary: `Only a deprecated version has a deprecationWarning, of 1 to ${LONGEST_WARNING} printable characters.`,
    why: 'It is sent to clients that use the version.',
    fix: 'Write deprecated: true beside it, and the warning on one line.',
    source: `${SOURCE} validateDeprecationWarning`,
    example: {
      bad: `spec: { versions: [{ name: v1, storage: true, deprecationWarning: use v2, ${SCHEMA} }] }`,
      good: `spec: { versions: [{ name: v1, storage: true, deprecated: true, deprecationWarning: use v2, ${SCHEMA} }] }`,
    },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        spec?.versions?.forEach(({ deprecated, deprecationWarning: warning }, index) => {
          if (warning === undefined) return;
          const field = at.down('spec', 'versions').index(index).child('deprecationWarning');
          for (const reason of warningFaults(warning, deprecated === true)) report(invalid(field, warning, reason));
        });
      },
    },
  },
  {
    id: 'require-selectable-field-schema',
    summary: 'Versions whose schemas are the same have the same selectableFields.',
    why: 'The server keeps what versions have in common in one place, and looks for both in the same.',
    fix: 'Give all versions the same selectableFields.',
    source: `${SOURCE} validateCustomResourceDefinitionVersion`,
    since: 31,
    example: {
      bad: `spec: { versions: [{ name: v1, storage: true, ${SCHEMA}, selectableFields: [{ jsonPath: .spec.a }] }, { name: v2, ${SCHEMA} }] }`,
      good: `spec: { versions: [{ name: v1, storage: true, ${SCHEMA} }, { name: v2, ${SCHEMA} }] }`,
    },
    visit: {
      CustomResourceDefinition({ spec = {} }, _at, report) {
        const schemas = perVersion(spec, 'schema');
        const shared = schemas.length === 1 && schemas[0]?.version === undefined;
        for (const { value, at, version } of perVersion(spec, 'selectableFields')) {
          if (!value?.length) continue;
          const schema = version === undefined ? (shared ? schemas[0]?.value : undefined) : version.schema;
          if (schema === undefined || (version !== undefined && shared))
            report(invalid(at, '', 'may only be set where the schema is'));
        }
      },
    },
  },
]);

function warningFaults(warning: string, deprecated: boolean): string[] {
  const reasons = deprecated ? [] : ['can only be set for deprecated versions'];
  if (byteLength(warning) > LONGEST_WARNING) reasons.push(`must be at most ${LONGEST_WARNING} bytes long`);
  if (warning === '') reasons.push('must not be an empty string');
  if (/[^\P{C}]|[^\P{Z} ]/u.test(warning)) reasons.push('must contain printable characters only');
  return reasons;
}
