/** What a change does to what runs, the gravest first, with the words of reports. */
export const EFFECTS = {
  /** Takes away a protection or grants a permission. */
  'loosens-security': 'loosens security',
  /** Fewer pods are there to answer, or more of them may be away at once. */
  'lowers-availability': 'lowers availability',
  /** The API server refuses the change: the object has to be deleted and created again. */
  're-creates': 'needs re-creation',
  /** The object is gone from the manifests. */
  removes: 'removes the object',
  /** Another number of pods. */
  scales: 'scales',
  /** Pods or containers are replaced. */
  'restarts-pods': 'restarts pods',
  /** The object is new. */
  creates: 'creates the object',
  /** The object changes and nothing restarts. */
  'in-place': 'changes in place',
  /** Only labels or annotations of the object itself change. */
  metadata: 'labels or annotations only',
  /** The server makes the same object of both, as with a default that is now written out. */
  none: 'no effect',
} as const;

/** The name of an effect. */
export type EffectKind = keyof typeof EFFECTS;

/** The names of all effects, the gravest first. */
export const EFFECT_KINDS = Object.keys(EFFECTS) as readonly EffectKind[];

/** Effects that a reviewer should not miss. */
export const GRAVE_EFFECTS: readonly EffectKind[] = [
  'loosens-security',
  'lowers-availability',
  're-creates',
  'removes',
];

/** What a change of an object does. */
export interface Effect {
  readonly kind: EffectKind;
  /** What exactly, as a phrase; empty where the kind says it all. */
  readonly detail: string;
  /** The field that has this effect, in the notation of `FieldChange.field`; absent for the object as a whole. */
  readonly field?: string;
}

/** Sorts the gravest effects first and keeps the order among equals. */
export function byGravity(one: Effect, other: Effect): number {
  return EFFECT_KINDS.indexOf(one.kind) - EFFECT_KINDS.indexOf(other.kind);
}
