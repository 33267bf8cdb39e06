import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App as Cdk8sApp, Testing } from 'cdk8s';
import { App, addValidations, validate } from '../../lib';
import '../../lib/testing';
import { Shop } from '../fixtures/cdk8s-plus-app/shop';
import { failureOf } from '../testing/failure-of';

const ROOT = join(__dirname, '../..');
const FIXTURE = join(ROOT, 'test/fixtures/cdk8s-plus-app');
const CDK8S = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');
const PACKAGES = ['.bin', 'cdk8s', 'cdk8s-plus-28', 'constructs', 'tsx'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-'));
  cpSync(FIXTURE, folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of PACKAGES) symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  symlinkSync(ROOT, join(folder, 'node_modules/podwright'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is wrong in the app, as every way of finding it has to say. */
const FINDINGS = [
  'Deployment/shop spec.template.spec.containers[0].name valid-container-name',
  'Service/shop spec.ports[0].port valid-service-port-number',
  'Service/shop spec.ports[0].targetPort valid-target-port',
  'CronJob/report spec.jobTemplate.spec.template.spec.restartPolicy valid-job-restart-policy',
  'CronJob/report spec.schedule valid-schedule',
].sort();

/** The findings in a report for people, with the constructs and lines of code. */
function findingsIn(text: string) {
  const [findings, origins] = [[] as string[], new Set<string>()];
  let [title, field] = ['', ''];
  for (const line of text.split('\n')) {
    const [, object, construct] = /^(\w+\/\w+) {2}(\S+)$/.exec(line) ?? [];
    if (object) title = object;
    if (construct) origins.add(construct);
    field = /^ {2}error {2}(\S+)/.exec(line)?.[1] ?? field;
    const [, source] = /^ {4}(?:created )?at (?:\S+\/)?(shop\.ts:\d+:\d+)/.exec(line) ?? [];
    if (source) origins.add(source);
    const [, rule] = /^ {4}fix: .*\[(.+)\]$/.exec(line) ?? [];
    if (rule) findings.push(`${title} ${field} ${rule}`);
  }
  return { findings: findings.sort(), origins: [...origins] };
}

const ORIGINS = ['shop/web/Resource', 'shop/service/Resource', 'shop/report'];
const LINES = readFileSync(join(FIXTURE, 'shop.ts'), 'utf8').split('\n');
const lineOf = (text: string) => {
  const index = LINES.findIndex((line) => line.includes(text));
  return `shop.ts:${index + 1}:${(LINES[index] ?? '').indexOf('new ') + 1}`;
};
const CREATED = ['new kplus.Deployment', 'new kplus.Service', 'KubeCronJob'].map(lineOf);

describe('an app of cdk8s-plus-28 gets the same findings', () => {
  test('through the plugin of cdk8s-cli', () => {
    const options = [
      '--check-upgrade=false',
      '--app',
      'node_modules/.bin/tsx main.ts',
      '--validation-reports-output-file',
      'reports.json',
    ];
    const { status, stdout } = spawnSync(process.execPath, [CDK8S, 'synth', ...options], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stdout).toContain('valid-schedule (1 occurrences)');
    expect(stdout).toMatch(/Construct Path: shop\/report\n.*dist\/shop\.k8s\.yaml\n.*Resource Name: report\n/);
    expect(stdout).toMatch(/> spec\.schedule {2}dist\/shop\.k8s\.yaml:\d+:\d+/);
    const { reports } = JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8'));
    const found = reports[0].violations.flatMap((violation: Reported) =>
      violation.violatingConstructs.flatMap(({ resourceName, locations }) =>
        locations.map((location) => {
          const object = resourceName.includes('/') ? resourceName : `CronJob/${resourceName}`;
          return `${object} ${location.split('  ')[0]} ${violation.ruleName}`;
        }),
      ),
    );
    expect(found.filter((finding: string) => !finding.endsWith(' (warning)')).sort()).toEqual(FINDINGS);
  }, 60_000);

  test('through App in place of that of cdk8s', () => {
    const outdir = join(folder, 'app');
    const app = new App({ outdir });
    new Shop(app, 'shop');
    const text = failureOf(() => app.synth());
    expect(findingsIn(text)).toEqual({ findings: FINDINGS, origins: expect.arrayContaining([...ORIGINS, ...CREATED]) });
    expect(existsSync(outdir)).toBe(false);
  });

  test('through addValidations, whatever renders the app', () => {
    const outdir = join(folder, 'validated');
    const app = new Cdk8sApp({ outdir });
    addValidations(app);
    const shop = new Shop(app, 'shop');
    for (const render of [() => app.synth(), () => app.synthYaml(), () => Testing.synth(shop)])
      expect(findingsIn(failureOf(render))).toEqual({
        findings: FINDINGS,
        origins: expect.arrayContaining([...ORIGINS, ...CREATED]),
      });
    expect(readdirSync(outdir)).toEqual([]);
  });

  test('through the matchers', () => {
    const shop = new Shop(Testing.app(), 'shop');
    expect(findingsIn(failureOf(() => expect(shop).toBeValid()))).toEqual({
      findings: FINDINGS,
      origins: expect.arrayContaining([...ORIGINS, ...CREATED]),
    });
    for (const [, field = '', rule = ''] of FINDINGS.map((finding) => finding.split(' ')))
      expect(shop).toHaveFinding(rule, field);
  });

  test('through validate', () => {
    const found = validate(Testing.synth(new Shop(Testing.app(), 'shop')), { oneApp: true })
      .filter(({ severity }) => severity === 'error')
      .map(({ object, field, rule }) => `${object.kind}/${object.name} ${field} ${rule}`);
    expect(found.sort()).toEqual(FINDINGS);
  });
});

interface Reported {
  readonly ruleName: string;
  readonly violatingConstructs: readonly { readonly resourceName: string; readonly locations: readonly string[] }[];
}
