/** Share still under way at a residual: a falling function. */
export type Survival = (residual: number) => number;

/** Residuals beyond these do not happen; bisected to a hundredth of a percent. */
const FARTHEST = 3.5;
const BISECTIONS = 16;

/** The least residual at which at most `left` are still under way. */
export function quantile(survival: Survival, left: number): number {
  let low = -FARTHEST;
  let high = FARTHEST;
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2;
    if (survival(middle) > left) low = middle;
    else high = middle;
  }
  return high;
}
