import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App } from '../../lib';
import { sharedWaivers } from '../../lib/charts/shared-waivers';
import { checkRendered } from '../../lib/synthesis/check-rendered';
import { renderApp } from '../../lib/synthesis/render';

const CHARTS = join(__dirname, '../../lib/charts');

/** The example app, from all files of charts. */
function exampleApp(): App {
  const app = new App();
  for (const file of readdirSync(CHARTS)) {
    const exported = Object.values(require(join(CHARTS, file)) as Record<string, (app: App) => void>);
    for (const make of exported) make(app);
  }
  return app;
}

test('no advice about the example app is left without a reason, and no waiver is left over', () => {
  const found = checkRendered(renderApp(exampleApp()).files, { profile: 'recommended' });
  expect(found.map(({ rule, construct, message }) => `${construct} ${rule}: ${message}`)).toEqual([]);
});

test('without the waivers that all charts share there is advice', () => {
  const app = new App();
  const { nginx } = require(join(CHARTS, 'nginx')) as { nginx: (app: App) => void };
  nginx(app);
  const rules = checkRendered(renderApp(app).files, { profile: 'recommended' }).map(({ rule }) => rule);
  expect(rules).toContain('no-naked-pod');
  expect(rules).not.toContain('require-image-tag');
  expect(sharedWaivers).toBeDefined();
});
