import { podAdvice } from '../../../../lib/validation/rules/advice/pod';
import { deployment, job, pod } from '../../manifests';
import { testAdvice } from '../test-advice';

testAdvice(podAdvice, {
  'no-naked-pod': {
    valid: {
      'a Deployment': deployment(),
      'a Job': job(),
      'a Pod that runs once': pod({ restartPolicy: 'Never' }),
      'a Pod that ends': pod({ restartPolicy: 'OnFailure' }),
      'a Pod that somebody owns': pod(
        {},
        { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'a' }] },
      ),
      'a test of Helm': pod({}, { annotations: { 'helm.sh/hook': 'test' } }),
    },
    invalid: { 'a Pod that is to keep running': [pod(), 'kind: takes the Pod away for good'] },
  },
});
