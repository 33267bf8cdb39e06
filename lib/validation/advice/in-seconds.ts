import type { Window } from '../../simulation/windows';

/** A window in words: `20 to 30 s`, or `5 s` where there is nothing between. */
export function inSeconds({ earliest, latest }: Window): string {
  return earliest === latest ? `${latest} s` : `${earliest} to ${latest} s`;
}
