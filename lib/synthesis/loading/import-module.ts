/** Imports an ES module. Stands in a file of its own, as code that `loadCompiled` has loaded cannot import any. */
export function importModule(url: string): Promise<unknown> {
  return import(url);
}
