import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { PageData } from '../../lib/picture/page/page-data';
import { timelineHtml } from '../../lib/picture/timeline-html';
import { deployment, webContainer } from '../simulation/scenario/workloads';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const LARGEST = 300_000;

const container = {
  ...webContainer,
  env: [{ name: 'PASSWORD', value: 'hunter2' }],
  livenessProbe: { ...webContainer.livenessProbe, failureThreshold: 2 },
};
const simulation = { object: deployment({ container }), scenario: { slowStart: 30, duration: 120 } };
let folder = '';
let html = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-page-'));
  const script = join(folder, 'page.js');
  execFileSync(process.execPath, ['scripts/build-page.mjs', script], { cwd: join(__dirname, '../..') });
  html = timelineHtml(simulation, readFileSync(script, 'utf8'));
  writeFileSync(join(folder, 'page.html'), html);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('is one small file that loads nothing and holds no secrets', () => {
  expect(Buffer.byteLength(html)).toBeLessThan(LARGEST);
  expect(html).not.toContain('hunter2');
  expect(html).not.toMatch(/<(script|img|iframe)[^>]*\ssrc=|<link|@import|url\((?!#hatch)|\brequire\(|fetch\(/);
});

test('shows the first run without its script', () => {
  const withoutScript = html.replaceAll(/<script[\s\S]*?<\/script>/g, '');
  expect(withoutScript).toContain('<h1>Deployment/web</h1>');
  expect(withoutScript).toContain('Container web failed liveness probe, will be restarted');
  expect(withoutScript).toMatch(/<svg class="timeline"/);
});

test('shows what the workload is tied to, where it is tied to anything', () => {
  const service = (name: string, app: string) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app }, ports: [{ port: 80, targetPort: 'http' }] },
  });
  const page = timelineHtml(
    { ...simulation, options: { beside: [service('front', 'web'), service('other', 'x')] } },
    '',
  );
  const [, section = ''] = /<section class="ties">(.*?)<\/section>/s.exec(page) ?? [];
  expect(section).toContain('>front</text>');
  expect(section).not.toContain('>other</text>');
  expect(page).not.toContain('hunter2');
  expect(html).not.toContain('<section class="ties">');
});

test('text from the manifest cannot end the script that holds it', () => {
  const object = { ...deployment(), metadata: { name: 'web', labels: { note: '</script><b>' } } };
  const page = timelineHtml({ object, scenario: { duration: 10 } }, '');
  expect(page).not.toContain('</script><b>');
  const [, data = ''] = /id="data">(.*?)<\/script>/.exec(page) ?? [];
  expect((JSON.parse(data) as PageData).object.metadata?.labels).toEqual({ note: '</script><b>' });
});

const inBrowser = BROWSER === undefined ? describe.skip : describe;
if (BROWSER === undefined) console.warn('no Chromium is installed: the page is not tested in a browser');

inBrowser('in a browser', () => {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: BROWSER as string, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`file://${join(folder, 'page.html')}`);
  });
  afterEach(async () => {
    await page.close();
    expect(errors.splice(0)).toEqual([]);
    expect(requests.splice(0).filter((url) => !url.startsWith('file:'))).toEqual([]);
  });

  const pods = () => page.textContent('#pods');
  const tile = (label: string) => page.textContent(`.tile:has(dt:text-is("${label}")) dd`);
  const set = (path: string, value: string) => page.locator(`[data-path="containers.0.${path}"]`).fill(value);

  test('the pointer shows what kubectl get pod prints at that moment', async () => {
    expect(await pods()).toMatch(/web-r1-1 .* 119s/);
    const box = await page.locator('#figure svg').boundingBox();
    if (!box) throw new Error('there is no drawing');
    await page.mouse.move(box.x + box.width * 0.5, box.y + 40);
    expect(await pods()).toMatch(/web-r1-1 +0\/1 +Running/);
    expect(await page.locator('#cursor').isVisible()).toBe(true);
  });

  test('the keyboard moves the moment', async () => {
    await page.focus('#time');
    await page.keyboard.press('Home');
    expect(await page.textContent('#moment')).toBe('0s');
    await page.keyboard.press('ArrowRight');
    expect(await page.textContent('#moment')).toBe('0.1s');
    await page.focus('#happenings tr:nth-child(3)');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('#time')).toBe(
      await page
        .getAttribute('#happenings tr:nth-child(3)', 'data-at')
        .then((at) => String(Math.round(Number(at) * 10) / 10)),
    );
  });

  test('a changed number runs the simulation again, and can be taken back', async () => {
    expect(await tile('Serves after')).toMatch(/never/);
    await set('livenessProbe.failureThreshold', '6');
    await page.waitForFunction("!document.getElementById('reset').disabled");
    expect(await tile('Serves after')).toBe('30.6s');
    expect(await tile('Restarts')).toBe('0');
    expect(await page.textContent('.number.changed output')).toBe('2 → 6');
    await page.click('#reset');
    await page.waitForFunction("document.getElementById('reset').disabled");
    expect(await tile('Serves after')).toMatch(/never/);
  });

  test.each([
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(18, 23, 30)'],
  ] as const)('is readable where the surroundings are %s', async (colorScheme, paper) => {
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(paper);
  });

  test('on paper there are no controls, and the colours are light', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('aside').isVisible()).toBe(false);
    expect(await page.locator('#figure svg').isVisible()).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  });

  test('on a narrow screen nothing sticks out', async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
  });
});
