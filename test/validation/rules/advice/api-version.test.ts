import { apiVersionAdvice } from '../../../../lib/validation/rules/advice/api-version';
import { object } from '../../manifests';
import { testAdvice } from '../test-advice';

const endpoints = object('v1', 'Endpoints', { subsets: [] });
const flowSchema = (version: string) =>
  object(`flowcontrol.apiserver.k8s.io/${version}`, 'FlowSchema', {
    spec: { priorityLevelConfiguration: { name: 'global-default' } },
  });

testAdvice(apiVersionAdvice, {
  'no-deprecated-api-version': {
    valid: {
      'a version of today': flowSchema('v1'),
      'a version that was the newest': { manifests: flowSchema('v1beta3'), kubeVersion: '1.28' },
      'Endpoints before 1.33': { manifests: endpoints, kubeVersion: '1.32' },
      'another kind of that version': object('v1', 'ConfigMap'),
    },
    invalid: {
      'a version that will be gone': [
        { manifests: flowSchema('v1beta3'), kubeVersion: '1.29' },
        'apiVersion: deprecated since 1.29, and gone in 1.32',
      ],
      'one that is as good as gone': [
        { manifests: flowSchema('v1beta2'), kubeVersion: '1.28' },
        'apiVersion: deprecated since 1.26, and gone in 1.29',
      ],
      'Endpoints from 1.33': [
        { manifests: endpoints, kubeVersion: '1.33' },
        'apiVersion: Endpoints of v1 is deprecated since 1.33',
      ],
    },
  },
});
