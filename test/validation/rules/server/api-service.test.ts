import { apiServiceRules } from '../../../../lib/validation/rules/server/api-service';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const service = { name: 'web', namespace: 'default' };
const apiService = (spec: object) =>
  object('apiregistration.k8s.io/v1', 'APIService', {
    metadata: { name: 'v1.example.com' },
    spec: { group: 'example.com', version: 'v1', groupPriorityMinimum: 1, versionPriority: 1, ...spec },
  });

testRules(apiServiceRules, {
  'valid-api-service-group': {
    valid: { 'the core group': apiService({ group: '' }) },
    invalid: {
      'upper case': [
        apiService({ group: 'Example', version: 'V1' }),
        'spec.group: FieldValueInvalid',
        'spec.version: FieldValueInvalid',
      ],
      'no version': [apiService({ version: '' }), 'spec.version: FieldValueInvalid'],
    },
  },
  'valid-api-service-priority': {
    valid: { 'the highest': apiService({ groupPriorityMinimum: 20000, versionPriority: 1000 }) },
    invalid: {
      zero: [
        apiService({ groupPriorityMinimum: 0, versionPriority: 0 }),
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
    valid: { local: apiService({}), 'a service': apiService({ service }) },
    invalid: {
      nothing: [
        apiService({ service: {} }),
        'spec.service.name: FieldValueRequired',
        'spec.service.namespace: FieldValueRequired',
      ],
      'port zero': [apiService({ service: { ...service, port: 0 } }), 'spec.service.port: FieldValueInvalid'],
    },
  },
  'valid-api-service-trust': {
    valid: { 'a CA': apiService({ service, caBundle: 'YQ==' }) },
    invalid: {
      local: [
        apiService({ insecureSkipTLSVerify: true, caBundle: 'YQ==' }),
        'spec.caBundle: FieldValueInvalid',
        'spec.insecureSkipTLSVerify: FieldValueInvalid',
      ],
      both: [
        apiService({ service, insecureSkipTLSVerify: true, caBundle: 'YQ==' }),
        'spec.insecureSkipTLSVerify: FieldValueInvalid',
      ],
    },
  },
});
