const SECRET_NAME =
  /pass(word|wd|phrase)?|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential|auth|dsn/i;

/** Whether the value at a path may be secret: Secret data, and env values, which often hold passwords. */
export function isSecretPlace(kind: string, path: readonly (string | number)[]): boolean {
  if (kind === 'Secret') return path[0] === 'data' || path[0] === 'stringData';
  return path.includes('env') && path[path.length - 1] === 'value';
}

/** Whether a name, of an environment variable for instance, says that its value is secret. */
export function looksSecret(name: string): boolean {
  return SECRET_NAME.test(name);
}
