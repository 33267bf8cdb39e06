import { join } from 'node:path';
import { compareCluster } from '../../../scripts/simulation/controllers/compare-cluster';
import { readRecordedClusters } from '../../../scripts/simulation/controllers/recorded-cluster';

/** Milliseconds that the search for the choices of one scenario may take. */
const TIMEOUT = 180_000;

const recordings = readRecordedClusters(
  process.env.CONTROLLER_TIMELINES ?? join(__dirname, '../../data/controllers/timelines.json.gz'),
);

test.each(recordings.map((recording) => [recording.id, recording] as const))(
  '%s is reproduced, and every recorded run is within the stated bounds',
  (_, recording) => {
    const { differences, outside } = compareCluster(recording);
    expect({ differences, outside }).toEqual({ differences: [], outside: [] });
  },
  TIMEOUT,
);
