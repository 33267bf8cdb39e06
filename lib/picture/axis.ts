/** Steps between the numbers of an axis, in seconds. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800];

/** The simulated seconds at which an axis has numbers: from 0 on, at most so many. */
export function axisTimes(duration: number, most: number): number[] {
  const step = STEPS.find((candidate) => duration / candidate <= most) ?? duration;
  return Array.from({ length: Math.floor(duration / step) + 1 }, (_, index) => index * step);
}
