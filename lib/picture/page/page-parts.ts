import { outcomeOf } from '../../simulation/scenario/outcome';
import { formatDuration } from '../../simulation/scenario/parse-duration';
import { podLine, podTable } from '../../simulation/scenario/pod-line';
import type { Timeline } from '../../simulation/scenario/timeline';
import { happenings } from '../happenings';
import { element, escapeMarkup } from '../markup';
import type { ProbeNumber } from './probe-number';

/** The figures that a simulation comes to. */
export function outcomeTiles(timeline: Timeline): string {
  const { firstServing, outages, servesAtEnd, restarts, needlessKills } = outcomeOf(timeline);
  const longest = Math.max(0, ...outages.map(({ from, to }) => to - from));
  const tiles: readonly (readonly [label: string, value: string, isTrouble: boolean])[] = [
    ['Serves after', firstServing === undefined ? 'never' : formatDuration(firstServing), firstServing === undefined],
    ['Restarts', String(restarts), needlessKills.length > 0],
    ['of them needless', String(needlessKills.length), needlessKills.length > 0],
    ['Longest outage', outages.length === 0 ? 'none' : formatDuration(longest), false],
    ['At the end', servesAtEnd ? 'serves' : 'does not serve', !servesAtEnd],
  ];
  return tiles
    .map(([label, value, isTrouble]) =>
      element(
        'div',
        { class: isTrouble ? 'tile trouble' : 'tile' },
        element('dt', {}, label) +
          element('dd', {}, (isTrouble ? '<span aria-hidden="true">▲ </span>' : '') + escapeMarkup(value)),
      ),
    )
    .join('');
}

/** What `kubectl get pod` prints at a simulated second. */
export function podsAt(timeline: Timeline, now: number): string {
  const lines = timeline.pods.flatMap((pod) => podLine(pod, now) ?? []);
  return lines.length === 0 ? 'No resources found.' : podTable(lines).join('\n');
}

/** What happened, a row each. */
export function happeningRows(timeline: Timeline): string {
  return happenings(timeline)
    .map(({ at, subject, text, isTrouble }) =>
      element(
        'tr',
        { class: isTrouble ? 'trouble' : undefined, 'data-at': at, tabindex: 0 },
        element('td', {}, `${at.toFixed(1)} s`) +
          element('td', {}, escapeMarkup(subject)) +
          element('td', {}, escapeMarkup(text)),
      ),
    )
    .join('');
}

/** A slider for each number, grouped by probe. */
export function numberFields(numbers: readonly ProbeNumber[]): string {
  const groups = new Map<string, ProbeNumber[]>();
  for (const number of numbers) groups.set(number.group, [...(groups.get(number.group) ?? []), number]);
  return [...groups]
    .map(([group, members]) =>
      element('fieldset', {}, element('legend', {}, escapeMarkup(group)) + members.map(numberField).join('')),
    )
    .join('');
}

function numberField({ path, field, value, min, max }: ProbeNumber): string {
  const slider = element('input', { type: 'range', id: path, min, max, step: 1, value, 'data-path': path });
  return element(
    'div',
    { class: 'number' },
    element('label', { for: path }, field) +
      slider +
      element('output', { for: path, 'data-was': value }, String(value)),
  );
}
