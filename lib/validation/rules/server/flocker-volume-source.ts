import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

/** What a Flocker volume must be. */
export const flockerVolumeSourceRules = defineRules([
  {
    id: 'valid-flocker-dataset',
    summary: 'A Flocker volume names its dataset, by datasetName without a slash or by datasetUUID.',
    why: 'Either is a complete name of the dataset.',
    fix: 'Write datasetUUID alone.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateFlockerVolumeSource',
    example: { bad: '{ datasetName: a/b }', good: '{ datasetUUID: 5fd83c68 }' },
    visit: {
      flockerVolumeSource({ datasetName = '', datasetUUID = '' }, at, report) {
        if (!datasetName && !datasetUUID) report(required(at, 'give datasetName or datasetUUID'));
        if (datasetName && datasetUUID)
          report(invalid(at, 'resource', 'datasetName and datasetUUID exclude each other'));
        if (datasetName.includes('/')) report(invalid(at.child('datasetName'), datasetName, "must not contain '/'"));
      },
    },
  },
]);
