import type { AppEntry } from '../rule';

/** What rules gather from objects that are seen one after the other. */
export interface Gathering {
  see(entry: AppEntry): void;
}

/**
 * Lets the rules of one run gather together: those that begin with the same object share what they gather, and each
 * object is looked at once.
 *
 * @param make What to gather with, for a new run.
 */
export function shared<G extends Gathering>(make: () => G): () => Gathering & { readonly gathered: () => G } {
  const runs = new WeakMap<AppEntry, { readonly gathering: G; last: AppEntry | undefined }>();
  return () => {
    let run: { readonly gathering: G; last: AppEntry | undefined } | undefined;
    return {
      see(entry) {
        if (run === undefined) {
          run = runs.get(entry) ?? { gathering: make(), last: undefined };
          runs.set(entry, run);
        }
        if (run.last === entry) return;
        run.last = entry;
        run.gathering.see(entry);
      },
      gathered: () => run?.gathering ?? make(),
    };
  };
}
