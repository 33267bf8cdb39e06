import { byteLength, qualifiedName } from '../../../kubernetes/formats';
import type { StorageClass, TopologySelectorTerm } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid, notSupported, required, tooLong } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const RECLAIM_POLICIES = ['Delete', 'Retain'];
const BINDING_MODES = ['Immediate', 'WaitForFirstConsumer'];
const MOST_PARAMETERS = 512;
/** 256 KiB. */
const MOST_PARAMETER_BYTES = 256 * 1024;
const SOURCE = 'kubernetes pkg/apis/storage/validation/validation.go';

/** A StorageClass, and what a VolumeAttributesClass has in common with it. */
export const storageClassRules = defineRules([
  {
    id: 'valid-provisioner',
    summary: 'The provisioner of a StorageClass, and the driver of a VolumeAttributesClass, is a qualified name.',
    why: 'The driver that makes or changes the volumes is found by this name.',
    fix: 'Write the name of the driver, such as ebs.csi.aws.com.',
    source: `${SOURCE} validateProvisioner`,
    example: { bad: 'parameters: { type: gp3 }', good: 'provisioner: ebs.csi.aws.com' },
    visit: {
      StorageClass({ provisioner = '' }, at, report) {
        validProvisioner(provisioner, at.child('provisioner'), report);
      },
      VolumeAttributesClass({ driverName = '' }, at, report) {
        validProvisioner(driverName, at.child('driverName'), report);
      },
    },
  },
  {
    id: 'valid-storage-parameters',
    summary: 'The parameters of a storage class are at most 512, named, and 256 KiB together.',
    why: 'They are handed to the driver with every volume.',
    fix: 'Give each parameter a name, and drop those that the driver does without.',
    source: `${SOURCE} validateParameters`,
    example: {
      bad: 'provisioner: ebs.csi.aws.com\nparameters: { "": gp3 }',
      good: 'provisioner: ebs.csi.aws.com\nparameters: { type: gp3 }',
    },
    visit: {
      StorageClass({ parameters = {} }, at, report) {
        validParameters(parameters, at.child('parameters'), report);
      },
      VolumeAttributesClass({ parameters = {} }, at, report) {
        const field = at.child('parameters');
        if (Object.keys(parameters).length === 0)
          report(required(field, 'must hold at least one parameter', { fix: 'Write the parameters of the driver.' }));
        validParameters(parameters, field, report);
      },
    },
  },
  {
    id: 'valid-storage-reclaim-policy',
    summary: 'The reclaimPolicy of a StorageClass is Delete or Retain.',
    why: 'A volume is deleted with its claim or kept; recycling is for volumes made by hand.',
    fix: 'Leave reclaimPolicy out for Delete, or write Retain.',
    source: `${SOURCE} validateReclaimPolicy`,
    example: {
      bad: 'provisioner: ebs.csi.aws.com\nreclaimPolicy: Recycle',
      good: 'provisioner: ebs.csi.aws.com\nreclaimPolicy: Retain',
    },
    visit: {
      StorageClass({ reclaimPolicy: policy }, at, report) {
        if (!policy || RECLAIM_POLICIES.includes(policy)) return;
        report(notSupported(at.child('reclaimPolicy'), policy, RECLAIM_POLICIES, didYouMean(policy, RECLAIM_POLICIES)));
      },
    },
  },
  {
    id: 'valid-volume-binding-mode',
    summary: 'The volumeBindingMode of a StorageClass is Immediate or WaitForFirstConsumer.',
    why: 'A volume is made for the claim, or for the first pod that uses the claim.',
    fix: 'Leave volumeBindingMode out for Immediate, or write WaitForFirstConsumer.',
    source: `${SOURCE} validateVolumeBindingMode`,
    example: {
      bad: 'provisioner: ebs.csi.aws.com\nvolumeBindingMode: WaitForConsumer',
      good: 'provisioner: ebs.csi.aws.com\nvolumeBindingMode: WaitForFirstConsumer',
    },
    visit: {
      StorageClass({ volumeBindingMode: mode }, at, report) {
        if (mode === undefined || BINDING_MODES.includes(mode)) return;
        report(notSupported(at.child('volumeBindingMode'), mode, BINDING_MODES, didYouMean(mode, BINDING_MODES)));
      },
    },
  },
  {
    id: 'valid-allowed-topologies',
    summary: 'Every allowed topology names label keys, each once and with values, and differs from the others.',
    why: 'A volume is made where all the labels of one of the topologies match.',
    fix: 'Give each term at least one key, each key its values, and write nothing twice.',
    source: `${SOURCE} validateAllowedTopologies; pkg/apis/core/validation/validation.go ValidateTopologySelectorTerm`,
    example: {
      bad: 'provisioner: ebs.csi.aws.com\nallowedTopologies: [{ matchLabelExpressions: [{ key: zone, values: [] }] }]',
      good: 'provisioner: ebs.csi.aws.com\nallowedTopologies: [{ matchLabelExpressions: [{ key: zone, values: [a] }] }]',
    },
    visit: { StorageClass: validTopologies },
  },
]);

function validProvisioner(name: string, at: FieldPath, report: Report): void {
  if (name === '') report(required(at));
  else for (const reason of qualifiedName(name.toLowerCase())) report(invalid(at, name, reason));
}

/** More parameters than allowed hide what is wrong with each. */
function validParameters(parameters: Readonly<Record<string, string>>, at: FieldPath, report: Report): void {
  const keys = Object.keys(parameters);
  if (keys.length > MOST_PARAMETERS) {
    report(tooLong(at, MOST_PARAMETERS));
    return;
  }
  if (keys.includes('')) report(invalid(at, '', 'every parameter must have a name', { place: at.key('') }));
  const size = keys.reduce((sum, key) => sum + byteLength(key) + byteLength(parameters[key] ?? ''), 0);
  if (size > MOST_PARAMETER_BYTES) report(tooLong(at, MOST_PARAMETER_BYTES));
}

/** A term without expressions is always a duplicate, as the server compares it with its own blank notes too. */
function validTopologies({ allowedTopologies = [] }: StorageClass, at: FieldPath, report: Report): void {
  const seen: string[] = [notation({})];
  allowedTopologies.forEach((term, index) => {
    const field = at.child('allowedTopologies').index(index).child('matchLabelExpressions');
    term.matchLabelExpressions?.forEach(({ key = '', values = [] }, position, expressions) => {
      const expressionAt = field.index(position);
      if (values.length === 0) report(required(expressionAt.child('values')));
      values.forEach((value, place) => {
        if (values.indexOf(value) < place) report(duplicate(expressionAt.child('values').index(place), value));
      });
      for (const reason of qualifiedName(key)) report(invalid(expressionAt.child('key'), key, reason));
      if (expressions.findIndex((other) => (other.key ?? '') === key) < position)
        report(duplicate(expressionAt.child('key'), key));
    });
    const notated = notation(term);
    if (seen.includes(notated)) report(duplicate(field, ''));
    seen.push(notated);
  });
}

/** One text for all spellings of a term: keys and values in order, of a key given twice the last. */
function notation({ matchLabelExpressions = [] }: TopologySelectorTerm): string {
  const values = new Map(matchLabelExpressions.map(({ key = '', values = [] }) => [key, [...new Set(values)].sort()]));
  return JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}
