import type { JsonObject } from '../comparison/json';
import { explainObject } from '../explanation/explanation';
import { explanationJson } from '../explanation/explanation-json';
import { explanationText } from '../explanation/explanation-text';
import { heldStates } from '../explanation/held-states';
import { minimalObject } from '../explanation/minimal-object';
import { type Healing, healingOf } from '../healing/healing';
import { isHealed } from '../healing/healing-report';
import { minorOf } from '../kubernetes/version';
import { writeManifests } from '../manifest/write-manifests';
import type { SynthesizedObject } from '../synthesis/synthesis-part';
import type { Diagnostic } from '../validation/diagnostic';
import { validate } from '../validation/validate';

/** What is to be explained. */
export interface ExplainedInput {
  readonly asked: readonly SynthesizedObject[];
  /** The objects that they are applied with. */
  readonly all: readonly JsonObject[];
  readonly kubeVersion: string;
}

/** How it is printed. */
export interface ExplainedOutput {
  readonly minimal: boolean;
  readonly format: 'text' | 'json';
  readonly colour: boolean;
}

/** The explanations of some objects, or what the server would refuse in them. */
export function explainInput(
  { asked, all, kubeVersion }: ExplainedInput,
  { minimal, format, colour }: ExplainedOutput,
): { readonly text: string } | { readonly errors: readonly Diagnostic[] } {
  const written = asked.map(({ json }) => json);
  const errors = validate(written, { kubeVersion, customResourceDefinitions: all }).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) return { errors };
  if (minimal) {
    const hold = (object: JsonObject) => heldStates(object, minorOf(kubeVersion), all)?.held;
    const objects = written.map((object) => minimalObject(object, hold));
    return { text: format === 'json' ? json(objects) : writeManifests(objects) };
  }
  const explanations = asked.flatMap(({ json: object, derived }) => {
    const explanation = explainObject(object, { kubeVersion, beside: all, derived });
    return explanation ? [{ explanation, ...(asked.length === 1 && healing(object, kubeVersion)) }] : [];
  });
  if (format === 'json') return { text: json(explanations.map(explanationJson)) };
  const texts = explanations.map(({ explanation, ...rest }) => explanationText(explanation, { colour, ...rest }));
  return { text: texts.join('---\n') };
}

/** To simulate takes a moment, so that it is done for one workload, and not for a folder of them. */
function healing(object: JsonObject, kubeVersion: string): { readonly healing?: Healing } {
  return isHealed(object, kubeVersion) ? { healing: healingOf(object, kubeVersion) } : {};
}

/** One object stands for itself, several are a list. */
function json(values: readonly unknown[]): string {
  return `${JSON.stringify(values.length === 1 ? values[0] : values, null, 2)}\n`;
}
