import { mergeVersions, type Report } from './report';

/** The findings as a JSON list of diagnostics, each with the Kubernetes versions that have it. */
export function reportJson({ diagnostics }: Report): string {
  const rows = mergeVersions(diagnostics).map(({ diagnostic, versions }) => ({
    ...diagnostic,
    kubeVersions: versions,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
