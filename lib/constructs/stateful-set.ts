import type { Construct } from 'constructs';
import type { KubePersistentVolumeClaimProps, StatefulSetSpec } from '../../imports/k8s';
import { type Fields, isFields, ordered } from './key-order';
import type { ManifestProps } from './manifest-object';
import type { Named } from './named';
import { type OwnerFields, ownerSpec } from './owner-spec';
import type { RunningPodFields } from './pod-template';
import { ScalableWorkload } from './scalable-workload';
import type { PodPortName } from './workload';

/** A claim that every replica gets for itself, without its name: the key it stands under is the name. */
export type VolumeClaimTemplate = Omit<KubePersistentVolumeClaimProps, 'status'>;

/** A StatefulSet: the fields of its spec and those of its pod spec side by side. */
export interface StatefulSetProps<C, I, V extends string, Q, R>
  extends ManifestProps,
    Omit<OwnerFields<StatefulSetSpec>, 'serviceName' | 'volumeClaimTemplates'>,
    RunningPodFields<C, I, V, Q, R> {
  /** The headless Service that gives each replica its DNS name. */
  readonly serviceName?: Named;
  /** The claims that every replica gets for itself, by name; containers mount them as volumes. */
  readonly volumeClaimTemplates?: { readonly [Name in V]?: VolumeClaimTemplate };
}

const FIELDS = [
  'serviceName',
  'replicas',
  'selector',
  'podManagementPolicy',
  'updateStrategy',
  'ordinals',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
  'revisionHistoryLimit',
  'template',
  'volumeClaimTemplates',
];

/** Keeps a number of pods running that are not equal: each has its own name, its own volumes and its turn. */
export class StatefulSet<
  const C extends Record<string, unknown> = Record<never, never>,
  const I extends Record<string, unknown> = Record<never, never>,
  const V extends string = never,
  const Q extends Record<string, unknown> = Record<never, never>,
  const R extends Record<string, unknown> = Record<never, never>,
> extends ScalableWorkload<PodPortName<C, I>> {
  constructor(scope: Construct, id: string, props: StatefulSetProps<C, I, V, Q, R>) {
    super(scope, id, { apiVersion: 'apps/v1', kind: 'StatefulSet' }, props);
  }

  protected override content(props: Fields): Fields {
    return { spec: statefulSetSpec(this.name, props) };
  }
}

/** The spec of the StatefulSet `name`. */
export function statefulSetSpec(name: string, props: Fields): Fields {
  const { volumeClaimTemplates } = props;
  const claims = isFields(volumeClaimTemplates) ? claimList(volumeClaimTemplates) : volumeClaimTemplates;
  return ownerSpec(name, { ...props, volumeClaimTemplates: claims }, FIELDS);
}

function claimList(claims: Fields): unknown[] {
  return Object.entries(claims).map(([name, claim]) => {
    const { apiVersion, kind, metadata, ...rest } = isFields(claim) ? claim : {};
    return ordered({ apiVersion, kind, metadata: { name, ...(isFields(metadata) ? metadata : {}) }, ...rest }, []);
  });
}
