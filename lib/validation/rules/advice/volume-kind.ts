import type { Volume } from '../../../kubernetes/generated/decoded';
import { podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

const ALLOWED = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const satisfies readonly (keyof Volume)[];
/** The first minor whose API server counts images among them. */
const IMAGE_SINCE = 33;

/** Where the files of a volume come from. */
export const volumeKindAdvice = defineAdvice([
  {
    id: 'no-restricted-volume',
    severity: 'warning',
    profiles: ['restricted'],
    summary: 'A volume comes from a claim, a ConfigMap, a Secret or another source that the cluster manages.',
    why: 'A namespace that enforces restricted refuses the pod: the author of a pod is not to choose disks and servers.',
    fix: 'Take what must last from a persistentVolumeClaim.',
    source: 'k8s.io/pod-security-admission policy/check_restrictedVolumes.go restrictedVolumesV1Dot0',
    seeAlso: [],
    example: {
      bad: podWith('volumes:\n  - name: data\n    nfs:\n      server: files.example.com\n      path: /data'),
      good: podWith('volumes:\n  - name: data\n    persistentVolumeClaim:\n      claimName: data'),
    },
    visit: {
      volume(volume, at, report, { minor }) {
        if (volume.hostPath || ALLOWED.some((source) => volume[source] !== undefined)) return; // see no-host-path
        if (volume.image && minor >= IMAGE_SINCE) return;
        const source = Object.keys(volume).find((field) => field !== 'name') ?? '';
        if (source !== '') report(advice(at.child(source), `the restricted level allows no ${source}`));
      },
    },
  },
]);
