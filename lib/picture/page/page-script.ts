import { formatDuration } from '../../simulation/scenario/parse-duration';
import { timelineFigure } from '../timeline-svg';
import { type PageData, runPageData } from './page-data';
import type { PageDocument, PageElement } from './page-dom';
import { happeningRows, outcomeTiles, podsAt } from './page-parts';
import { withProbeNumber } from './probe-number';

declare const document: PageDocument;
declare function requestAnimationFrame(callback: () => void): void;

function part(id: string): PageElement {
  const found = document.getElementById(id);
  if (!found) throw new TypeError(`the page has no part ${id}`);
  return found;
}

/** Brings a page to life: the moment under the pointer, and numbers that can be changed. */
function startPage(): void {
  const written = JSON.parse(part('data').textContent ?? '') as PageData;
  const [figure, cursor, time, numbers, reset] = ['figure', 'cursor', 'time', 'numbers', 'reset'].map(part) as [
    PageElement,
    PageElement,
    PageElement,
    PageElement,
    PageElement,
  ];
  let timeline = runPageData(written);
  let isPending = false;

  const showMoment = (now: number) => {
    time.value = String(now);
    part('moment').textContent = formatDuration(now);
    part('pods').textContent = podsAt(timeline, now);
    const axis = axisOf(figure);
    cursor.hidden = axis === undefined;
    if (axis) cursor.style.left = `${axis.offset + (now / timeline.duration) * axis.width}px`;
  };
  const sliders = () => [...numbers.querySelectorAll('input')];
  const run = () => {
    isPending = false;
    let { object } = written;
    let isChanged = false;
    for (const slider of sliders()) {
      const output = slider.nextElementSibling;
      const differs = output?.dataset.was !== slider.value;
      if (output) output.textContent = differs ? `${output.dataset.was} → ${slider.value}` : slider.value;
      slider.parentElement?.classList.toggle('changed', differs);
      isChanged ||= differs;
      if (differs) object = withProbeNumber(object, { path: slider.dataset.path ?? '' }, Number(slider.value));
    }
    reset.disabled = !isChanged;
    timeline = runPageData({ ...written, object });
    part('outcome').innerHTML = outcomeTiles(timeline);
    part('happenings').innerHTML = happeningRows(timeline);
    figure.innerHTML = timelineFigure(timeline);
    showMoment(Number(time.value));
  };
  const runSoon = () => {
    if (!isPending) requestAnimationFrame(run);
    isPending = true;
  };

  numbers.addEventListener('input', runSoon);
  reset.addEventListener('click', () => {
    for (const slider of sliders()) slider.value = slider.nextElementSibling?.dataset.was ?? slider.value;
    runSoon();
  });
  time.addEventListener('input', () => showMoment(Number(time.value)));
  figure.addEventListener('pointermove', ({ clientX }) => {
    const axis = axisOf(figure);
    if (!axis) return;
    const share = (clientX - axis.left) / axis.width;
    if (share >= 0 && share <= 1) showMoment(Math.round(share * timeline.duration * 10) / 10);
  });
  const showRow = (row: PageElement | null) => {
    if (row?.dataset.at !== undefined) showMoment(Number(row.dataset.at));
  };
  part('happenings').addEventListener('click', ({ target }) => showRow(target.closest('tr')));
  part('happenings').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    showRow(event.target.closest('tr'));
  });
  showMoment(Number(time.value));
}

/** Where the time axis of the drawing is, in pixels of the screen: from the window's left edge and from the figure's. */
function axisOf(figure: PageElement): { left: number; offset: number; width: number } | undefined {
  const svg = figure.querySelector('svg');
  if (!svg) return undefined;
  const box = svg.getBoundingClientRect();
  const scale = box.width / Number(svg.dataset.width);
  const [left, right] = [Number(svg.dataset.left) * scale, Number(svg.dataset.right) * scale];
  return {
    left: box.left + left,
    offset: box.left - figure.getBoundingClientRect().left + left,
    width: box.width - left - right,
  };
}

startPage();
