import { deploymentWith, podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice } from '../../finding';

/** What Helm makes of an object instead of a part of the release. */
const HOOK = 'helm.sh/hook';
/** What the kubelet puts on the mirror of a static pod. */
const MIRROR = 'kubernetes.io/config.mirror';

/** A Pod that nobody looks after. */
export const podAdvice = defineAdvice([
  {
    id: 'no-naked-pod',
    severity: 'info',
    profiles: ['recommended'],
    summary: 'A Pod that is to keep running is made by a workload, such as a Deployment.',
    why: 'The kubelet restarts its containers, but nothing makes the Pod again: a drained or dead node takes it away for good.',
    fix: 'Make it a Deployment, or a Job where it is to end.',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#bare-pods',
    seeAlso: ['Datree K8S_INCORRECT_KIND_VALUE_POD'],
    example: { bad: podWith('restartPolicy: Always'), good: deploymentWith('replicas: 2') },
    visit: {
      pod({ metadata = {}, spec = {} }, _at, report, { kind }) {
        if (kind.kind !== 'Pod' || spec.restartPolicy !== 'Always') return;
        if (metadata.ownerReferences?.length || metadata.annotations?.[HOOK] || metadata.annotations?.[MIRROR]) return;
        report(advice(FieldPath.root.child('kind'), 'a drained or dead node takes the Pod away for good'));
      },
    },
  },
]);
