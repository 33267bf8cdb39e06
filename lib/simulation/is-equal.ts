/** Whether two pieces of plain data, as JSON can write them, are the same. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  for (const key of keys) {
    if (!isEqual(one[key as keyof typeof one], other[key as keyof typeof other])) return false;
  }
  return true;
}
