import { volumeFilePath } from '../../../kubernetes/local-path';
import { forbidden, invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go validateProjectionSources';
const SHORTEST_SECONDS = 600;
const LONGEST_SECONDS = 2 ** 32;
/** The first minor that looks at the path of a token rather than only for one. */
const TOKEN_PATHS_SINCE = 30;

/** What a volume that combines several sources must be. */
export const projectedVolumeSourceRules = defineRules([
  {
    id: 'no-second-projection',
    summary: 'A source of a projected volume is one thing: a ConfigMap, a Secret, a token or fields of the pod.',
    why: 'What are several belong into several items of sources.',
    fix: 'Begin another item of the list with a dash.',
    source: SOURCE,
    example: {
      bad: '{ sources: [{ secret: { name: key }, configMap: { name: settings } }] }',
      good: '{ sources: [{ secret: { name: key } }, { configMap: { name: settings } }] }',
    },
    visit: {
      projectedVolumeSource({ sources }, at, report) {
        sources?.forEach((source, index) => {
          if (Object.keys(source).length > 1)
            report(forbidden(at.child('sources').index(index), 'may not hold more than one source'));
        });
      },
    },
  },
  {
    id: 'require-projection-name',
    summary: 'A projected ConfigMap or Secret has a name.',
    why: 'The kubelet takes the files from the object of that name.',
    fix: 'Write name, for a Secret too.',
    source: SOURCE,
    example: { bad: '{ sources: [{ secret: {} }] }', good: '{ sources: [{ secret: { name: key } }] }' },
    visit: {
      projectedVolumeSource({ sources }, at, report) {
        sources?.forEach((source, index) => {
          for (const kind of ['secret', 'configMap'] as const) {
            if (source[kind] && !source[kind].name)
              report(required(at.child('sources').index(index).down(kind, 'name')));
          }
        });
      },
    },
  },
  {
    id: 'unique-projected-path',
    summary: 'No two items of a projected volume have the same path.',
    why: 'One file would overwrite the other.',
    fix: 'Give one of them another path.',
    source: SOURCE,
    example: {
      bad: '{ sources: [{ secret: { name: a, items: [{ key: k, path: x }] } }, { secret: { name: b, items: [{ key: k, path: x }] } }] }',
      good: '{ sources: [{ secret: { name: a, items: [{ key: k, path: x }] } }, { secret: { name: b, items: [{ key: k, path: y }] } }] }',
    },
    visit: {
      projectedVolumeSource({ sources }, at, report) {
        const paths = new Set<string>();
        sources?.forEach((source, position) => {
          for (const kind of ['secret', 'configMap', 'downwardAPI'] as const) {
            source[kind]?.items?.forEach(({ path }, index) => {
              if (!path) return;
              const place = at.child('sources').index(position).down(kind, 'items').index(index).child('path');
              if (paths.has(path)) report(invalid(at, path, 'stands twice', { place }));
              paths.add(path);
            });
          }
        });
      },
    },
  },
  {
    id: 'valid-token-lifetime',
    summary: 'A projected token lives for at least 10 minutes.',
    why: 'The kubelet renews a token when most of its time has passed.',
    fix: 'Leave expirationSeconds out for an hour, or write 600 to 4294967296.',
    source: SOURCE,
    example: {
      bad: '{ sources: [{ serviceAccountToken: { path: token, expirationSeconds: 60 } }] }',
      good: '{ sources: [{ serviceAccountToken: { path: token, expirationSeconds: 600 } }] }',
    },
    visit: {
      projectedVolumeSource({ sources }, at, report) {
        sources?.forEach(({ serviceAccountToken }, index) => {
          const seconds = serviceAccountToken?.expirationSeconds ?? SHORTEST_SECONDS;
          if (seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS) return;
          const field = at.child('sources').index(index).down('serviceAccountToken', 'expirationSeconds');
          report(invalid(field, seconds, `must be between ${SHORTEST_SECONDS} and ${LONGEST_SECONDS}`));
        });
      },
    },
  },
  {
    id: 'valid-token-path',
    summary: "The path of a projected token is given, stays below the volume and does not begin with '..'.",
    why: 'The kubelet writes into the volume only, and keeps files of its own there.',
    fix: 'Write a path such as token.',
    source: SOURCE,
    example: {
      bad: '{ sources: [{ serviceAccountToken: {} }] }',
      good: '{ sources: [{ serviceAccountToken: { path: token } }] }',
    },
    visit: {
      projectedVolumeSource({ sources }, at, report, { minor }) {
        sources?.forEach(({ serviceAccountToken }, index) => {
          if (serviceAccountToken === undefined) return;
          const { path } = serviceAccountToken;
          const field = at.child('path');
          const place = at.child('sources').index(index).down('serviceAccountToken', 'path');
          if (!path) report(required(field, '', { place }));
          else if (minor >= TOKEN_PATHS_SINCE)
            for (const reason of volumeFilePath(path)) report(invalid(field, path, reason, { place }));
        });
      },
    },
  },
]);
