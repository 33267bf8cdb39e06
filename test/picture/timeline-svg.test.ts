import { timelineFigure, timelineSvg } from '../../lib/picture/timeline-svg';
import { simulate } from '../../lib/simulation/scenario/simulate';
import { deployment, pod } from '../simulation/scenario/workloads';

const timeline = simulate(pod(), { slowStart: 20, hang: 120, duration: 300 });

test('every activity, probe and end has its sign, and the legend names them', () => {
  const svg = timelineSvg(timeline);
  for (const name of ['running', 'ready', 'hung', 'tick', 'miss', 'end']) expect(svg).toContain(`class="${name}"`);
  for (const label of ['ready', 'not ready', 'hung or lost', 'probe failed']) expect(svg).toContain(`>${label}</text>`);
});

test('stands alone: it has a title, its own style, and loads nothing', () => {
  const svg = timelineSvg(timeline);
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*role="img" aria-label="Pod\/web: slow-start=20s hang=2m"/,
  );
  expect(svg).toContain('prefers-color-scheme:dark');
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\/(?!POD-IP)/);
});

test('spans are where their times are', () => {
  const figure = timelineFigure(timeline, 1000);
  const left = Number(/data-left="([\d.]+)"/.exec(figure)?.[1]);
  const hung = /<rect x="([\d.]+)"[^>]*class="hung"/.exec(figure)?.[1];
  expect(Number(hung)).toBeCloseTo(left + (120 / 300) * (1000 - 16 - left), 0);
});

test('names cannot break out of the drawing', () => {
  const object = deployment({ name: 'web' });
  object.spec.template.spec.containers = [{ name: '<script>&"', image: 'web:1' }];
  expect(timelineSvg(simulate(object, { duration: 10 }))).not.toContain('<script>');
});
