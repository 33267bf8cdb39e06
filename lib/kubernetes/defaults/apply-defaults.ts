/** What the API server fills in between decoding and validation. */
export function applyDefaults(
  _object: Record<string, unknown>,
  _kind: { group: string; version: string; kind: string },
  _minor: number,
): void {}
