import { apollo, promesse, type Contestant } from '../contestants.ts';
import { freePort, startOnCore } from '../load/processes.ts';
import { ask } from './throughput.ts';
import type { World } from './world.ts';
import { gatewayCore, median } from './world.ts';

/** What one hostile query costs the process that refuses (or answers, or never finishes) it. */
export interface BombRow {
  readonly title: string;
  readonly bytes: number;
  /** Milliseconds of CPU per query, mean over `queries` different ones. */
  readonly cpuMs: number;
  /** Of a process that has just started and never compiled the code it runs. */
  readonly firstCpuMs: number;
  readonly queries: number;
  readonly outcome: string;
}

const levels = 13;

/** Fragments that each spread the next one at three places: 3^13 selections in about 1.4 KB, none of them too deep. */
export function bombQuery(seed: number): string {
  const fragments = Array.from({ length: levels }, (_, at) => {
    const inner = at + 1 < levels ? `...F${at + 1}` : 'id';
    const places = ['first', 'other', 'third'].map((alias) => `${alias}:reviews{author{${inner}}}`);
    return `fragment F${at} on User{${places.join('')}}`;
  });
  return `query B${seed}{me{...F0}}${fragments.join('')}`;
}

const patienceMs = 30_000;

async function measureOne(world: World, contestant: Contestant, queries: number): Promise<BombRow> {
  const port = await freePort();
  const setting = { supergraphFile: world.plainFile, subgraphs: world.subgraphs.base, port, dedup: false };
  const { args, env } = contestant.command(setting);
  const gateway = await startOnCore(gatewayCore, args, env, port);
  const bytes = Buffer.byteLength(bombQuery(0));
  try {
    await ask(port, JSON.stringify({ query: '{ me { id } }' }));
    const spent: number[] = [];
    let outcome = '';
    for (let at = 0; at < queries + 1; at += 1) {
      const before = gateway.cpuSeconds();
      outcome = await outcomeOf(port, bombQuery(at));
      spent.push((gateway.cpuSeconds() - before) * 1_000);
      if (spent[0]! > 1_000) break;
    }
    const later = spent.slice(1);
    const mean = later.reduce((sum, one) => sum + one, 0) / later.length;
    const cpuMs = later.length === 0 ? median(spent) : mean;
    return {
      title: contestant.title,
      bytes,
      firstCpuMs: spent[0]!,
      cpuMs,
      queries: Math.max(1, later.length),
      outcome,
    };
  } finally {
    await gateway.kill();
  }
}

async function outcomeOf(port: number, query: string): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    const message = /"message":"([^"]{0,80})/.exec(text)?.[1];
    return `${response.status}${message === undefined ? `, ${text.length} bytes` : `: ${message}`}`;
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? `no answer in ${patienceMs / 1_000} s` : String(error);
  }
}

/** Ours over many different bombs; stock Apollo, for comparison, on one. */
export async function measureBomb(world: World, say: (line: string) => void): Promise<BombRow[]> {
  const rows: BombRow[] = [];
  for (const [contestant, queries] of [
    [promesse, 200],
    [apollo, 1],
  ] as const) {
    try {
      const row = await measureOne(world, contestant, queries);
      rows.push(row);
      say(
        `bomb ${row.title}: ${row.cpuMs.toFixed(2)} ms of CPU (first ${row.firstCpuMs.toFixed(0)}): ${row.outcome}`,
      );
    } catch (error) {
      say(`${contestant.title} is left out: ${(error as Error).message}`);
    }
  }
  return rows;
}
