import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attack, BatteryResult, Outcome } from './attack.ts';
import type { StartedTarget } from './target.ts';

/** How long the application may take to answer somebody else after an attack. */
const recoveryMs = 15_000;

/** The attacks of every file in `cases/`, by file name. */
export async function loadAttacks(): Promise<readonly Attack[]> {
  const folder = join(import.meta.dirname, 'cases');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const found: Attack[] = [];
  for (const file of files) {
    const { attacks } = (await import(join(folder, file))) as { attacks: readonly Attack[] };
    found.push(...attacks);
  }
  const names = new Set(found.map(({ name }) => name));
  if (names.size < found.length) throw new Error('Two attacks have the same name.');
  return found;
}

/** Runs attacks one after the other; an application that fell is started again for the next one. */
export async function runBattery(
  attacks: readonly Attack[],
  start: () => Promise<StartedTarget>,
  tell: (outcome: Outcome) => void = () => undefined,
): Promise<BatteryResult> {
  const cases: Outcome[] = [];
  let target: StartedTarget | undefined;
  try {
    for (const attack of attacks) {
      target ??= await start();
      const outcome = await attempt(attack, target);
      cases.push(outcome);
      tell(outcome);
      if (outcome.outcome === 'refused' || (await answers(target))) continue;
      await target.stop();
      target = undefined;
    }
  } finally {
    await target?.stop();
  }
  const refused = cases.filter(({ outcome }) => outcome === 'refused').length;
  return { refused, failed: cases.length - refused, cases };
}

async function attempt(attack: Attack, target: StartedTarget): Promise<Outcome> {
  const { name, kind, patienceMs = 60_000 } = attack;
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    await inTime(attack.run(target), patienceMs);
    if (!(await answers(target))) throw new Error('Afterwards the application answered nobody.');
    return { name, kind, outcome: 'refused', durationMs: took() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, kind, outcome: 'failed', reason, durationMs: took() };
  }
}

function inTime(work: Promise<void>, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`It was not over after ${patienceMs} ms.`)), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/** Whether somebody else is served. */
async function answers(target: StartedTarget): Promise<boolean> {
  try {
    const answer = await fetch(`${target.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${target.token('admin')}` },
      body: '{"query":"{ __typename }"}',
      signal: AbortSignal.timeout(recoveryMs),
    });
    return (await answer.text()) === '{"data":{"__typename":"Query"}}';
  } catch {
    return false;
  }
}
