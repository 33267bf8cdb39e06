import { dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import type { ObjectMeta, Volume } from '../../../kubernetes/generated/decoded';
import { parseQuantity } from '../../../kubernetes/quantity';
import { duplicate, forbidden, invalid, required } from '../../finding';
import type { PodContext } from '../../nodes';
import { defineRules } from '../../rule';
import { surplusPodSources } from '../../volume-sources';
import { nearName } from './near-name';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';
/** The names by which the server speaks of sources whose own name it misspells. */
const MISNAMED: ReadonlyMap<string, string> = new Map([
  ['cephfs', 'cephFS'],
  ['downwardAPI', 'downwarAPI'],
]);

/** What the volumes of a pod must be, whatever they hold. */
export const volumeRules = defineRules([
  {
    id: 'valid-volume-name',
    summary: 'A volume has a name, which is a DNS label.',
    why: 'Containers mount a volume by its name, and the kubelet makes a directory of it.',
    fix: 'Use at most 63 lower case letters, digits and dashes.',
    source: `${SOURCE} ValidateVolumes`,
    example: { bad: '{ name: my_data, emptyDir: {} }', good: '{ name: my-data, emptyDir: {} }' },
    visit: {
      volume({ name }, at, report) {
        if (!name) report(required(at.child('name')));
        else
          for (const reason of dnsLabel(name))
            report(invalid(at.child('name'), name, reason, nearName(name, dnsLabel)));
      },
    },
  },
  {
    id: 'unique-volume-name',
    summary: 'No two volumes of a pod have the same name.',
    why: 'A mount of the name could mean either.',
    fix: 'Give one of the volumes another name, and mount it by that.',
    source: `${SOURCE} ValidateVolumes`,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data }, { name: data }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data }, { name: cache }] }',
    },
    visit: {
      volume({ name }, at, report, { volumes }) {
        if (name && volumes.has(name)) report(duplicate(at.child('name'), name));
      },
    },
  },
  {
    id: 'no-second-volume-source',
    summary: 'A volume has one source.',
    why: 'It can hold the files of one source only; a projected volume combines ConfigMaps, Secrets and tokens.',
    fix: 'Keep one source, or make a volume of each.',
    source: `${SOURCE} validateVolumeSource`,
    example: {
      bad: '{ name: data, emptyDir: {}, configMap: { name: settings } }',
      good: '{ name: data, configMap: { name: settings } }',
    },
    visit: {
      volume(volume, at, report) {
        for (const source of surplusPodSources(volume)) {
          const field = at.child(source).misnamed(MISNAMED.get(source) ?? source);
          report(forbidden(field, 'may not be given beside another source'));
        }
      },
    },
  },
  {
    id: 'valid-empty-dir-size',
    summary: 'The size limit of an emptyDir is not negative.',
    why: 'It is the amount of storage after which the pod is evicted.',
    fix: 'Write an amount such as 1Gi, or leave sizeLimit out.',
    source: `${SOURCE} validateVolumeSource`,
    example: {
      bad: '{ name: data, emptyDir: { sizeLimit: -1Gi } }',
      good: '{ name: data, emptyDir: { sizeLimit: 1Gi } }',
    },
    visit: {
      volume({ emptyDir }, at, report) {
        if (emptyDir?.sizeLimit === undefined) return;
        if ((parseQuantity(emptyDir.sizeLimit)?.nano ?? 0n) < 0n)
          report(forbidden(at.down('emptyDir', 'sizeLimit'), `${emptyDir.sizeLimit} is negative`));
      },
    },
  },
  {
    id: 'valid-ephemeral-claim-name',
    summary: 'The name of the Pod, a dash and the name of an ephemeral volume make the name of a claim.',
    why: 'A PersistentVolumeClaim of that name is created for the volume.',
    fix: 'Name the Pod and the volume with lowercase letters, digits and -, at most 253 characters together.',
    source: `${SOURCE} validateVolumeSource`,
    example: {
      bad: `apiVersion: v1\nkind: Pod\nmetadata: { name: ${'web'.repeat(84)} }\nspec: { volumes: [{ name: data, ephemeral: {} }] }`,
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data, ephemeral: {} }] }',
    },
    visit: {
      volume(volume, at, report, context) {
        const { name } = volume;
        if (!volume.ephemeral || !name || surplusPodSources(volume).includes('ephemeral')) return;
        const claimName = claimNameOf(volume, context);
        if (claimName === undefined) return;
        for (const reason of dnsSubdomain(claimName))
          report(invalid(at.child('name'), name, `${claimName}: ${reason}`));
      },
    },
  },
  {
    id: 'no-own-ephemeral-claim',
    summary: 'No volume of a Pod refers to the claim that is made for another volume of it.',
    why: 'That claim is used already, by the ephemeral volume.',
    fix: 'Mount the ephemeral volume itself, or name another claim.',
    source: `${SOURCE} ValidateVolumes`,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data, ephemeral: {} }, { name: more, persistentVolumeClaim: { claimName: web-data } }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: data, ephemeral: {} }, { name: more, persistentVolumeClaim: { claimName: data } }] }',
    },
    visit: {
      // Unlike the other faults of a volume, this one leaves it mountable.
      podSpec({ volumes }, at, report, context) {
        if (!volumes?.some(({ ephemeral }) => ephemeral)) return;
        const claimNames = volumes.flatMap((volume) => (volume.ephemeral ? claimNameOf(volume, context) : []) ?? []);
        volumes.forEach(({ persistentVolumeClaim }, index) => {
          const claimName = persistentVolumeClaim?.claimName ?? '';
          if (!claimNames.includes(claimName)) return;
          const field = at.child('volumes').index(index).down('persistentVolumeClaim', 'claimName');
          report(invalid(field, claimName, 'is the claim that is made for an ephemeral volume of this Pod'));
        });
      },
    },
  },
]);

/** The name of the claim that is made for an ephemeral volume; nobody knows that of a template's pods. */
function claimNameOf({ name = '' }: Volume, { isPod, pod }: PodContext): string | undefined {
  const metadata: ObjectMeta = pod.metadata ?? {};
  return isPod && metadata.name ? `${metadata.name}-${name}` : undefined;
}
