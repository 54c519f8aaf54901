import highs from 'highs';
import type { TraceProblem } from '../src/model/traceTypes.ts';

// The package is CommonJS: its types speak of a default member, its value is the function itself.
const highsLoader = highs as unknown as typeof highs.default;
type Highs = Awaited<ReturnType<typeof highsLoader>>;
let loading: Promise<Highs> | null = null;
let solved = 0;

/** Solves after which the WASM instance is thrown away: its memory only ever grows. */
const REFRESH = 500;

/** The HiGHS solver; a fresh instance now and then. */
async function solver(): Promise<Highs> {
  if (!loading || solved++ % REFRESH === 0) loading = highsLoader();
  return loading;
}

/**
 * The optimum of a traced sourcing problem by a solver that shares no code with the engine: a mixed-integer
 * program with one binary per candidate, one integer per candidate and item. Null when infeasible.
 */
export async function exactOptimum(problem: TraceProblem): Promise<number | null> {
  const answer = (await solver()).solve(toLp(problem), { mip_rel_gap: 0, mip_abs_gap: 1e-7, time_limit: 60 });
  if (answer.Status === 'Infeasible') return null;
  if (answer.Status !== 'Optimal') throw new Error(`HiGHS ended with status ${answer.Status}.`);
  return answer.ObjectiveValue - problem.splitScore;
}

const number = (value: number): string => (value < 0 ? `- ${-value}` : `+ ${value}`);

/** The problem in CPLEX LP format. */
function toLp(p: TraceProblem): string {
  const usable = p.candidates
    .map((c, k) => ({ c, k }))
    .filter(({ c }) => c.score && c.available.some((u) => u > 0));
  const cost: string[] = [`${p.latenessPerDay} late`];
  const rows: string[] = [];
  const bounds: string[] = [];
  const integers: string[] = [];
  for (const { c, k } of usable) {
    cost.push(`${number(c.score!.fixed)} y${k}`);
    const sent: string[] = [];
    c.available.forEach((units, i) => {
      if (units === 0) return;
      const unit = c.score!.perKg * p.lines[i]!.weightKg + c.score!.perUnit + (c.unitAdjust?.[i] ?? 0);
      cost.push(`${number(unit)} x${k}_${i}`);
      rows.push(`x${k}_${i} - ${units} y${k} <= 0`);
      integers.push(`x${k}_${i}`);
      bounds.push(`0 <= x${k}_${i} <= ${units}`);
      sent.push(`x${k}_${i}`);
    });
    if ((c.capUnits ?? 1e9) < 1e9) rows.push(`${sent.join(' + ')} - ${c.capUnits} y${k} <= 0`);
    if ((c.lateDays ?? 0) > 0) rows.push(`late - ${c.lateDays} y${k} >= 0`);
  }
  p.lines.forEach((line, i) => {
    const from = usable.filter(({ c }) => c.available[i]! > 0).map(({ k }) => `x${k}_${i}`);
    // An item nobody has makes the program infeasible, as it must.
    rows.push(from.length > 0 ? `${from.join(' + ')} = ${line.quantity}` : `late <= -1`);
  });
  for (const group of byLocation(usable)) if (group.length > 1) rows.push(`${group.join(' + ')} <= 1`);
  if (usable.length > 0) rows.push(`${usable.map(({ k }) => `y${k}`).join(' + ')} <= ${p.maxShipments}`);
  const numbered = rows.map((row, r) => ` r${r}: ${row}`);
  const binaries = usable.map(({ k }) => `y${k}`);
  return [
    'Minimize',
    ` obj: ${cost.join(' ')}`,
    'Subject To',
    ...numbered,
    'Bounds',
    ' late >= 0',
    ...bounds,
    'General',
    ` ${integers.join(' ')}`,
    'Binary',
    ` ${binaries.join(' ')}`,
    'End',
  ].join('\n');
}

function byLocation(
  usable: readonly { readonly c: { readonly locationId: string }; readonly k: number }[],
): string[][] {
  const groups = new Map<string, string[]>();
  for (const { c, k } of usable) groups.set(c.locationId, [...(groups.get(c.locationId) ?? []), `y${k}`]);
  return [...groups.values()];
}
