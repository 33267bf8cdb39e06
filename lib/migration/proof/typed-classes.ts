/** The classes of `podwright/k8s` by what they make. */
export function typedClasses(module: unknown): (apiVersion: string, kind: string) => string | undefined {
  const names = new Map<string, string>();
  for (const [name, value] of Object.entries(module as Record<string, unknown>)) {
    const gvk = (value as { GVK?: { apiVersion: string; kind: string } } | undefined)?.GVK;
    if (gvk) names.set(`${gvk.apiVersion} ${gvk.kind}`, name);
  }
  return (apiVersion, kind) => names.get(`${apiVersion} ${kind}`);
}
