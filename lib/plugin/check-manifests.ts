import { readFileSync } from 'node:fs';
import { suggest } from '../kubernetes/suggest';
import { DEFAULT_MINOR, minorsOf } from '../kubernetes/version';
import { readManifests } from '../manifest/read-manifests';
import { mergeVersions, objectName } from '../report/report';
import { readConfig } from '../synthesis/config';
import { SynthesisError } from '../synthesis/synthesis-error';
import type { Diagnostic, SourcePosition } from '../validation/diagnostic';
import { validate } from '../validation/validate';
import type { ValidationContext, ViolatingResource, Violation } from './cdk8s-validation';
import type { PodwrightValidationProps } from './podwright-validation';

const PROPERTIES: readonly (keyof PodwrightValidationProps)[] = ['kubeVersion'];

/** Validates the manifests of a run of `cdk8s synth` as one app, and submits its report. */
export function checkManifests(
  { manifests, stdout, report }: ValidationContext,
  props: PodwrightValidationProps,
): void {
  requireKnown(props);
  const versions = minorsOf(props.kubeVersion ?? readConfig(process.cwd()).kubeVersion ?? `1.${DEFAULT_MINOR}`);
  const kubeVersions = versions.map((minor) => `1.${minor}`);
  const texts = manifests.map((file) => readManifests(readFileSync(file), { file }));
  const documents = texts.flatMap(({ file, documents: found }) => found.map((document) => ({ file, document })));
  const objects = documents.map(({ document }) => document.object);
  const check = (kubeVersion: string) =>
    validate(objects, { kubeVersion, oneApp: true }).map((diagnostic): Diagnostic => {
      const { file = '', document } = documents[diagnostic.object.index] ?? {};
      const position = document?.closestPositionOf(diagnostic.path) ?? { line: 1, column: 1 };
      return { ...diagnostic, yaml: { file, line: position.line, column: position.column } };
    });
  const found = mergeVersions(new Map(kubeVersions.map((version) => [version, check(version)])))
    .map(({ diagnostic }) => diagnostic)
    .filter(({ severity }) => severity !== 'info');
  const nameOf = resourceNames(objects);
  for (const violation of violationsOf(found, nameOf, stdout === true)) report.addViolation(violation);
  for (const { file, problems } of texts)
    for (const { rule, message, fix, line, column } of problems)
      report.addViolation({
        ruleName: rule,
        recommendation: message,
        fix,
        violatingResources: [{ resourceName: file, locations: [`line ${line}, column ${column}`], manifestPath: file }],
      });
  const hasErrors =
    found.some(({ severity }) => severity === 'error') || texts.some(({ problems }) => problems.length > 0);
  report.submit(hasErrors ? 'failure' : 'success', { Kubernetes: kubeVersions.join(', ') });
}

function requireKnown(props: object): void {
  for (const name of Object.keys(props)) {
    if ((PROPERTIES as readonly string[]).includes(name)) continue;
    const meant = suggest(name, PROPERTIES);
    throw new SynthesisError(
      'ERR_CONFIG',
      `cdk8s.yaml: the plugin has no property ${name}; ${meant ? `did you mean ${meant}?` : `it has ${PROPERTIES.join(', ')}.`}`,
    );
  }
}

/**
 * How a resource is named: cdk8s-cli looks its construct up by the name alone, which would give that of another object
 * where several have the same one; those are named with their kinds.
 */
function resourceNames(objects: readonly unknown[]): (diagnostic: Diagnostic) => string {
  const names = new Map<string, number>();
  for (const object of objects) {
    const name = (object as { metadata?: { name?: string } } | null)?.metadata?.name ?? '';
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  return (diagnostic) => {
    const { name } = diagnostic.object;
    return name !== '' && names.get(name) === 1 ? name : objectName(diagnostic);
  };
}

/** One violation for each rule, message and remedy, with all objects that have it. */
function violationsOf(
  found: readonly Diagnostic[],
  nameOf: (diagnostic: Diagnostic) => string,
  stdout: boolean,
): Violation[] {
  const violations = new Map<string, Violation & { readonly violatingResources: ViolatingResource[] }>();
  for (const diagnostic of found) {
    const { rule, severity, field, message, fix = '', yaml } = diagnostic;
    const key = JSON.stringify([rule, severity, message, fix]);
    const violation = violations.get(key) ?? {
      ruleName: severity === 'error' ? rule : `${rule} (${severity})`,
      recommendation: message,
      fix,
      violatingResources: [],
    };
    violations.set(key, violation);
    violation.violatingResources.push({
      resourceName: nameOf(diagnostic),
      locations: [locationOf(field, stdout ? undefined : yaml)],
      manifestPath: yaml?.file ?? '',
    });
  }
  return [...violations.values()];
}

function locationOf(field: string, yaml: SourcePosition | undefined): string {
  const line = yaml && `${yaml.file}:${yaml.line}:${yaml.column}`;
  return [field, line].filter((part) => part !== undefined && part !== '').join('  ');
}
