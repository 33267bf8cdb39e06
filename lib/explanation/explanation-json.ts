import type { Healing } from '../healing/healing';
import type { Explanation } from './explanation';
import { pathText } from './explanation-text';

/** An explanation for programs: places as the API server writes them, everything else as it is. */
export function explanationJson({
  explanation,
  healing,
}: {
  readonly explanation: Explanation;
  readonly healing?: Healing;
}): object {
  const { held: _, values, dropped, ...rest } = explanation;
  return {
    ...rest,
    values: values.map(({ path, ...value }) => ({ path: pathText(path), ...value })),
    dropped: dropped.map(pathText),
    ...(healing && { healing }),
  };
}
