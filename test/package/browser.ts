import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Installation } from './installation';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** What every browser has beside JavaScript itself, of which the library may use some. */
const WEB = { atob, btoa, structuredClone, TextDecoder, TextEncoder };

/** Goes through decoding, rules, a pattern of Go, a custom resource and a simulation; what it gives is plain data. */
const SCRIPT = `(() => {
  const crd = (pattern) => ({ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'shops.example.com' }, spec: {
    group: 'example.com', scope: 'Namespaced', names: { kind: 'Shop', plural: 'shops', singular: 'shop', listKind: 'ShopList' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties: { size: { type: 'string', pattern } } } } } } }] } });
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'web', image: 'nginx:1.29', ports: [{ containerPort: 80 }],
    livenessProbe: { httpGet: { path: '/', port: 80 }, periodSeconds: 5 } }] } };
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key' }, data: { key: '?' } };
  const shop = { apiVersion: 'example.com/v1', kind: 'Shop', metadata: { name: 'corner' }, spec: { size: 'XL' } };
  const { KubeVersionError, ScenarioError, simulate, validate } = podwright;
  const thrown = (work, type) => { try { work(); } catch (error) { return error instanceof type; } };
  return JSON.stringify({
    valid: validate([pod, crd('^[SML]$'), { ...shop, spec: { size: 'S' } }]).map(({ rule }) => rule),
    invalid: validate([{ ...pod, spec: { containers: [] } }, secret, crd('^[SML]$'), shop]).map(({ object, field }) => object.kind + ': ' + field),
    restarts: simulate(pod, { hang: 60, duration: 180 }).pods[0].events.some(({ reason }) => reason === 'Killing'),
    errors: [thrown(() => validate([], { kubeVersion: '1.2' }), KubeVersionError), thrown(() => simulate({ kind: 'ConfigMap' }), ScenarioError)],
  });
})()`;

const EXPECTED = {
  valid: [],
  invalid: ['Pod: spec.containers', 'Secret: data[key]', 'Shop: spec.size'],
  restarts: true,
  errors: [true, true],
};

/** The entry point for browsers, bundled as users bundle it. */
export function testBrowser(installed: () => Installation): void {
  let bundle = '';

  beforeAll(() => {
    bundle = join(installed().folder, 'browser.js');
    // Fails where a module of Node is asked for.
    buildSync({
      stdin: { contents: `export * from 'podwright/browser'`, resolveDir: installed().app },
      outfile: bundle,
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'podwright',
      logLevel: 'silent',
    });
  });

  test('validates and simulates where there is neither require nor process', () => {
    const context = createContext({ ...WEB });
    runInContext(readFileSync(bundle, 'utf8'), context);
    expect(JSON.parse(runInContext(SCRIPT, context))).toEqual(EXPECTED);
  });

  const inBrowser = CHROMIUM === undefined ? test.skip : test;
  inBrowser('validates and simulates in Chromium', async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ path: bundle });
      expect(JSON.parse(await page.evaluate(SCRIPT))).toEqual(EXPECTED);
    } finally {
      await browser.close();
    }
  });
}
