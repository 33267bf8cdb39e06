import { apiServiceRules } from '../../../../lib/validation/rules/server/api-service';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const service = { name: 'api', namespace: 'default' };
const apiService = (spec: object) =>
  object('apiregistration.k8s.io/v1', 'APIService', {
    metadata: { name: 'v1.example.com' },
    spec: { group: 'example.com', version: 'v1', groupPriorityMinimum: 100, versionPriority: 10, ...spec },
  });

testRules(apiServiceRules, {
  'valid-api-service-version': {
    valid: { both: apiService({}), 'v1 alone': apiService({ group: '' }) },
    invalid: {
      'v2 alone': [apiService({ group: '', version: 'v2' }), 'spec.group: FieldValueRequired'],
      'upper case': [apiService({ group: 'Example.com' }), 'spec.group: FieldValueInvalid'],
      'a digit first': [apiService({ version: '1' }), 'spec.version: FieldValueInvalid'],
      'no version': [apiService({ version: '' }), 'spec.version: FieldValueInvalid'],
    },
  },
  'valid-api-service-priority': {
    valid: {
      lowest: apiService({ groupPriorityMinimum: 1, versionPriority: 1 }),
      highest: apiService({ groupPriorityMinimum: 20000, versionPriority: 1000 }),
    },
    invalid: {
      'too low': [
        apiService({ groupPriorityMinimum: 0, versionPriority: -1 }),
        'spec.groupPriorityMinimum: FieldValueInvalid',
        'spec.versionPriority: FieldValueInvalid',
      ],
      'too high': [
        apiService({ groupPriorityMinimum: 20001, versionPriority: 1001 }),
        'spec.groupPriorityMinimum: FieldValueInvalid',
        'spec.versionPriority: FieldValueInvalid',
      ],
    },
  },
  'valid-api-service-backend': {
    valid: {
      none: apiService({}),
      insecure: apiService({ service, insecureSkipTLSVerify: true }),
      trusted: apiService({ service, caBundle: 'YQ==' }),
    },
    invalid: {
      'no namespace': [apiService({ service: { name: 'api' } }), 'spec.service.namespace: FieldValueRequired'],
      'no name': [apiService({ service: { namespace: 'default' } }), 'spec.service.name: FieldValueRequired'],
      'trust without a service': [
        apiService({ caBundle: 'YQ==', insecureSkipTLSVerify: true }),
        'spec.caBundle: FieldValueInvalid',
        'spec.insecureSkipTLSVerify: FieldValueInvalid',
      ],
      'trust and no trust': [
        apiService({ service, caBundle: 'YQ==', insecureSkipTLSVerify: true }),
        'spec.insecureSkipTLSVerify: FieldValueInvalid',
      ],
    },
  },
});
