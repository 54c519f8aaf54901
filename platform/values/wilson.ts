/** Lower bound of the Wilson interval of a share, at 95 %: few observations rank low, however good. 0 without any. */
export function wilsonLower(good: number, all: number): number {
  if (all === 0) return 0;
  const z = 1.96;
  const share = good / all;
  const middle = share + (z * z) / (2 * all);
  const spread = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return Math.max(0, (middle - spread) / (1 + (z * z) / all));
}
