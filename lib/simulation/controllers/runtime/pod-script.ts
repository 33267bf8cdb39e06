/** An end of a container by itself. */
export interface ScriptedExit {
  /** Seconds after the container's start. */
  readonly at: number;
  readonly code: number;
  /** How many of its lives end so; default all. */
  readonly times?: number;
}

/** What a pod does, in a few words; seconds. */
export interface PodScript {
  /** From reaching its node to Running; default 0. */
  readonly startAfter?: number;
  /** From Running, or a restart, to Ready; default 0. */
  readonly readyAfter?: number;
  /** It never becomes ready; default false. */
  readonly neverReady?: boolean;
  /** How its container ends by itself; by default it runs for ever. */
  readonly exit?: ScriptedExit;
  /** How each of its lives ends, the first one first; the last entry counts for all later lives. */
  readonly exits?: readonly ScriptedExit[];
  /** When it is not ready, in seconds after Running. */
  readonly unready?: readonly { readonly from: number; readonly to: number }[];
  /** From its deletion to the end of its containers; default 1, at most the grace period. */
  readonly term?: number;
}
