import { byteLength } from '../../../kubernetes/formats';
import type { OpaqueDeviceConfiguration } from '../../../kubernetes/generated/decoded';
import { isExtendedResource } from '../../../kubernetes/resource-name';
import type { FieldPath } from '../../field-path';
import { invalid, required, tooLong } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { reportCSIDriverName } from './csi-driver-name';
import { readExpression } from './read-expression';

const LONGEST_EXPRESSION = 10 * 1024;
const VARIABLES = new Set(['device']);
const SOURCE = 'kubernetes pkg/apis/resource/validation/validation.go';
const OPAQUE = 'opaque: { driver: gpu.example.com, parameters: { sharing: true } }';

/** Which devices a class or a request is about, and how they are configured. */
export const deviceSelectorRules = defineRules([
  {
    id: 'valid-device-selector',
    summary: 'A device selector has an expression that is well formed, of at most 10 KiB, and uses nothing but device.',
    why: 'It is evaluated for every device, and compiled when the object is created.',
    fix: 'Write cel: { expression: \'device.driver == "gpu.example.com"\' }.',
    source: `${SOURCE} validateSelector, validateCELSelector`,
    example: {
      bad: 'apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata: { name: gpu }\nspec: { selectors: [{}] }',
      good: 'apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata: { name: gpu }\nspec: { selectors: [{ cel: { expression: device.driver == "gpu.example.com" } }] }',
    },
    visit: {
      deviceSelector({ cel }, at, report, { minor }) {
        const field = at.down('cel', 'expression');
        const { expression = '' } = cel ?? {};
        if (cel === undefined) report(required(at.child('cel')));
        else if (byteLength(expression) > LONGEST_EXPRESSION) report(tooLong(field, LONGEST_EXPRESSION));
        else readExpression(expression, field, { variables: VARIABLES, minor, report });
      },
    },
  },
  {
    id: 'valid-device-configuration',
    summary: 'The configuration of devices names the driver that it is for, and has parameters.',
    why: 'Only that driver understands the parameters.',
    fix: 'Write opaque: { driver: gpu.example.com, parameters: { ... } }.',
    source: `${SOURCE} validateDeviceConfiguration, validateOpaqueConfiguration, validateRawExtension`,
    example: { bad: 'spec: { config: [{}] }', good: `spec: { config: [{ ${OPAQUE} }] }` },
    visit: {
      DeviceClass({ spec }, at, report, { minor }) {
        spec?.config?.forEach(({ opaque }, index) => {
          reportOpaque(opaque, at.down('spec', 'config').index(index), report, minor);
        });
      },
      deviceClaim({ config }, at, report, { minor }) {
        config?.forEach(({ opaque }, index) => {
          reportOpaque(opaque, at.child('config').index(index), report, minor);
        });
      },
    },
  },
  {
    id: 'valid-extended-resource-name',
    summary: 'The extendedResourceName of a DeviceClass is a domain and a name, and not of kubernetes.io.',
    why: 'Containers can then ask for its devices in resources.',
    fix: 'Write a name such as example.com/gpu, or leave it out.',
    source: `${SOURCE} validateDeviceClassSpec`,
    since: 36,
    example: { bad: 'spec: { extendedResourceName: gpu }', good: 'spec: { extendedResourceName: example.com/gpu }' },
    visit: {
      DeviceClass({ spec }, at, report) {
        const name = spec?.extendedResourceName;
        if (name !== undefined && !isExtendedResource(name))
          report(invalid(at.down('spec', 'extendedResourceName'), name, 'must be the name of an extended resource'));
      },
    },
  },
]);

function reportOpaque(
  opaque: OpaqueDeviceConfiguration | undefined,
  at: FieldPath,
  report: Report,
  minor: number,
): void {
  const field = at.child('opaque');
  if (opaque === undefined) {
    report(required(field));
    return;
  }
  reportCSIDriverName(opaque.driver ?? '', field.child('driver'), report, minor);
  if (opaque.parameters === undefined) report(required(field.child('parameters')));
}
