import type { Diagnostic } from '../validation/diagnostic';
import { objectName, place, type Report } from './report';

/** The findings as JUnit XML: a suite a Kubernetes version, a test case a finding, failures for errors. */
export function reportJunit({ diagnostics }: Report): string {
  const suites = [...diagnostics].map(([version, list]) => suite(version, list));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

function suite(version: string, list: readonly Diagnostic[]): string {
  const failures = list.filter(({ severity }) => severity === 'error').length;
  const cases =
    list.length > 0 ? list.map(testCase).join('') : '    <testcase classname="podwright" name="all objects"/>\n';
  return `  <testsuite name="podwright Kubernetes ${version}" tests="${Math.max(1, list.length)}" failures="${failures}">\n${cases}  </testsuite>\n`;
}

function testCase(diagnostic: Diagnostic): string {
  const name = escapeXml(`${objectName(diagnostic)} ${diagnostic.field}`.trim());
  const text = [diagnostic.message, diagnostic.fix, place(diagnostic.source), place(diagnostic.yaml)]
    .filter(Boolean)
    .join('\n');
  const element = diagnostic.severity === 'error' ? 'failure' : 'system-out';
  const attributes =
    diagnostic.severity === 'error'
      ? ` type="${escapeXml(diagnostic.reason)}" message="${escapeXml(diagnostic.message)}"`
      : '';
  return `    <testcase classname="${escapeXml(diagnostic.rule)}" name="${name}"><${element}${attributes}>${escapeXml(text)}</${element}></testcase>\n`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them, not even escaped
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
