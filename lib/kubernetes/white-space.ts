const OUTER_SPACE =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/** Whether a text begins or ends with white space as Unicode defines it, which is what Go's strings.TrimSpace takes away. */
export function hasOuterSpace(text: string): boolean {
  return OUTER_SPACE.test(text);
}
