/**
 * The candidate a misspelled name most likely means: equal but for case, else the one within `most` edits
 * (and fewer than half its length) that is nearest; undefined when none is, two are equally near, or there are more than `limit`.
 */
export function nearest(name: string, candidates: readonly string[], most = 3, limit = 100): string | undefined {
  // Longer than any name of the API, or among more names than any task definition has: not worth so many comparisons.
  if (name.length > 64 || candidates.length > limit) return undefined;
  const sameButCase = candidates.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (sameButCase !== undefined) return sameButCase;
  const ranked = candidates
    .filter((candidate) => Math.abs(candidate.length - name.length) <= most)
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= most && distance * 2 < Math.max(candidate.length, name.length))
    .toSorted((a, b) => a.distance - b.distance);
  const [best, next] = ranked;
  return best && best.distance !== next?.distance ? best.candidate : undefined;
}

/** Characters to insert, remove, replace, or swap with their neighbour: the distance of Damerau and Levenshtein. */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Number.POSITIVE_INFINITY) + 1 : substitute;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitute, swap));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
