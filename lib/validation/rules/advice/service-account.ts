import { changeTo } from '../../advice/fragment';
import { podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';
import { said } from '../../said';

/** As whom a pod speaks to the API server. */
export const serviceAccountAdvice = defineAdvice([
  {
    id: 'no-default-service-account-token',
    severity: 'info',
    profiles: [],
    summary: 'A pod that runs as the default ServiceAccount does not mount its token.',
    why: 'The pod either does not speak to the API server, and then the token serves only who breaks in; or it does, and then it shares its rights with every other pod of the namespace.',
    fix: 'Set automountServiceAccountToken to false, or give the pod a ServiceAccount of its own.',
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    seeAlso: [
      'kube-linter default-service-account',
      'Polaris automountServiceAccountToken',
      'Datree SRVACC_INCORRECT_AUTOMOUNTSERVICEACCOUNTTOKEN_VALUE',
    ],
    example: {
      bad: podWith('serviceAccountName: default'),
      good: podWith('automountServiceAccountToken: false'),
    },
    visit: {
      podSpec({ serviceAccountName = 'default', automountServiceAccountToken }, at, report) {
        if (serviceAccountName !== 'default' || automountServiceAccountToken === false) return;
        const detail = 'every container holds a token of the ServiceAccount default';
        report(advice(at.child('automountServiceAccountToken'), detail, { change: NO_TOKEN }));
      },
    },
  },
  {
    id: 'no-deprecated-service-account',
    severity: 'info',
    profiles: ['recommended'],
    summary: 'A pod names its ServiceAccount by serviceAccountName, not by serviceAccount.',
    why: 'serviceAccount is the old name of the field, which is deprecated, and which serviceAccountName overrides.',
    fix: 'Rename the field to serviceAccountName.',
    source: 'kubernetes pkg/apis/core/v1/conversion.go Convert_v1_PodSpec_To_core_PodSpec',
    seeAlso: ['kube-linter deprecated-service-account-field'],
    example: { bad: podWith('serviceAccount: builder'), good: podWith('serviceAccountName: builder') },
    visit: {
      podSpec({ serviceAccountName: used }, at, report, { given }) {
        if (used === undefined) return; // the server writes either name for the other
        const old = said(given, at.child('serviceAccount'));
        if (old === undefined) return;
        const name = said(given, at.child('serviceAccountName'));
        if (name === old) {
          const edit = { path: at.child('serviceAccount').segments(), value: undefined };
          report(advice(at.child('serviceAccount'), 'it says again what serviceAccountName says', { edit }));
        } else {
          const change = changeTo({ serviceAccountName: name ?? old });
          const edit = [
            { path: at.child('serviceAccount').segments(), value: undefined },
            ...(name === undefined ? [{ path: at.child('serviceAccountName').segments(), value: old }] : []),
          ];
          const detail = name === undefined ? 'it is the old name of serviceAccountName' : `${name} is used instead`;
          report(advice(at.child('serviceAccount'), detail, { change, edit }));
        }
      },
    },
  },
]);

const NO_TOKEN = changeTo({ automountServiceAccountToken: false });
