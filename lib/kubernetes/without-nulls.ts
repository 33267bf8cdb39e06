/**
 * A copy of plain data without the fields that are null, which the API server takes for absent, and without the items
 * that are null or undefined. All else stays as it is.
 *
 * Follows k8s.io/apimachinery pkg/runtime/serializer/json: null leaves a Go value as it was.
 */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.filter((item) => item !== null && item !== undefined).map(withoutNulls) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(kept.map(([name, field]) => [name, withoutNulls(field)])) as T;
}
