/** `isDeepStrictEqual` of node:util for plain data, which is all that the simulator compares. */
export function isDeepStrictEqual(one, other) {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isDeepStrictEqual(one[key], other[key]));
}
