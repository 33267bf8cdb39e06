import { join } from 'node:path';
import { transformSync } from '@swc/core';
import type { Construct } from 'constructs';
import { App, Chart, Deployment } from '../../lib';
import { ROOT } from './pages';

const MODULES: Record<string, string> = {
  podwright: 'test/docs/podwright',
  'podwright/browser': 'lib/browser',
  'podwright/k8s': 'imports/k8s',
  'podwright/testing': 'lib/testing',
};

/** The module of this repository that a reader's import names. */
export const moduleOf = (name: string) => (MODULES[name] ? join(ROOT, MODULES[name]) : name);

const own = /^(const|let|declare const) (\{[^}]*\}|\w+)/gm;
const declares = (code: string, name: string) =>
  [...code.matchAll(own)].some(([, , names = '']) => names.includes(name));

/** Whether an example takes `chart` and `deployment` for granted, as the sentences around it do. */
export const takesForGranted = (code: string) => !declares(code, 'chart') && !declares(code, 'deployment');

/** What came of an example. */
export interface Ran {
  /** The chart that the example takes for granted. */
  readonly chart: Chart;
  /** The titles of its tests, all of which held. */
  readonly titles: readonly string[];
}

/**
 * Runs an example as a script of a reader, in the working directory.
 *
 * @param expectation What `expect` is in the example.
 * @throws What the example throws.
 */
export function runExample(code: string, expectation: unknown = expect): Ran {
  const jsc = { parser: { syntax: 'typescript' }, target: 'es2022' } as const;
  const script = transformSync(code, { jsc, module: { type: 'commonjs' } }).code;
  const chart = new Chart(new App(), 'example');
  const given = takesForGranted(code) ? { chart, deployment: reliable() } : {};
  const titles: string[] = [];
  const test = (title: string, action: () => void) => {
    titles.push(title);
    action();
  };
  const names = {
    require: (name: string) => require(moduleOf(name)),
    exports: {},
    test,
    expect: expectation,
    ...given,
  };
  new Function(...Object.keys(names), script)(...Object.values(names));
  return { chart, titles };
}

/** A Deployment of which the sentences hold: it survives a slow start, and a hang. */
function reliable(): Construct {
  const asked = { httpGet: { path: '/healthy', port: 80 }, periodSeconds: 5 };
  return new Deployment(new Chart(new App(), 'given'), 'web', {
    containers: {
      web: {
        image: 'nginx:1.29',
        startupProbe: { ...asked, failureThreshold: 30 },
        livenessProbe: asked,
        readinessProbe: { ...asked, httpGet: { path: '/ready', port: 80 } },
      },
    },
  });
}
