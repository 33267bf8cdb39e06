/**
 * The candidate that was most likely meant, or undefined when none is near.
 *
 * Near is: equal but for case, `-` and `_`, or an edit distance (swaps of neighbours count once) of at most
 * a third of the longer word.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  const plainWord = plain(word);
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const plainCandidate = plain(candidate);
    const limit = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (Math.abs(word.length - candidate.length) > limit && plainWord !== plainCandidate) continue;
    const distance = plainWord === plainCandidate ? 0 : editDistance(plainWord, plainCandidate);
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, '');
}

const LONGEST_WORD = 80;

/**
 * How many letters must be added, dropped, replaced or swapped with their neighbour to make one word of another;
 * infinite for words beyond a sensible length. This is the restricted Damerau-Levenshtein distance.
 */
export function editDistance(a: string, b: string): number {
  if (a.length > LONGEST_WORD || b.length > LONGEST_WORD) return Number.POSITIVE_INFINITY;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (beforePrevious[j - 2] ?? 0) + 1);
      current.push(value);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
