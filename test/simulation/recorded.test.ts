import { join } from 'node:path';
import { CHOICES, readChoices } from '../../scripts/simulation/compare';
import { escapes } from '../../scripts/simulation/enclosure';
import { fitRun } from '../../scripts/simulation/fit';
import { readRecordings } from '../../scripts/simulation/recording';

// Recordings of real kubelets; KUBELET_TIMELINES names others of the same form.
const ROOT = join(__dirname, '../..');
const recordings = readRecordings(
  process.env.KUBELET_TIMELINES ?? join(ROOT, 'test/data/kubelet/timelines.json.gz'),
).map((recording) => [recording.id, recording] as const);
const choices = readChoices(join(ROOT, CHOICES));
const SEARCH = 600_000;

test.each(recordings)(
  '%s: under some choices every recorded run is reproduced',
  (id, recording) => {
    const fits = recording.runs.map((_, run) => fitRun(recording, run, choices[id]?.[run]));
    expect(fits.map(({ first }) => first?.text)).toEqual(recording.runs.map(() => undefined));
  },
  SEARCH,
);

test.each(recordings)(
  '%s: every recorded event is between its earliest and its latest time',
  (_, recording) => {
    expect(escapes(recording).map(({ run, text }) => `run ${run}: ${text}`)).toEqual([]);
  },
  SEARCH,
);
