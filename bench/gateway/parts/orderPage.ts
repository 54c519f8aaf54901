import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { gatewayCore, median, type Pace } from './world.ts';

/** Our own order page in one process: through the gateway, and written by hand over the same reads. */
export interface OrderPageFigures {
  /** Mongo commands each page makes. */
  readonly reads: number;
  readonly bytes: number;
  /** CPU-seconds per 1,000 pages, turn by turn. */
  readonly gateway: readonly number[];
  readonly handWritten: readonly number[];
  /** Median of the turns' ratios. */
  readonly ratio: number;
}

/** Short turns, many of them: what else the machine does then falls on both alike. */
const pages = 100;
const turns = 15;

/**
 * Runs the whole application in one process on the gateway's core, the database on the other, and asks for one page again and
 * again, one after the other, some through the gateway, some by hand, in turns. The process checks before that both give
 * the same answer by the same reads.
 */
export async function measureOrderPage(pace: Pace, say: (line: string) => void): Promise<OrderPageFigures> {
  const file = fileURLToPath(new URL('../orderPage/application.ts', import.meta.url));
  const args = [
    process.execPath,
    '--conditions=source',
    '--import',
    'tsx',
    file,
    String(pace.rounds * turns),
    String(pages),
  ];
  const child = spawn('taskset', ['-c', String(gatewayCore), ...args], {
    env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(child, 'close');
  const line = /^FIGURES (.*)$/m.exec(text)?.[1];
  if (line === undefined) throw new Error(`The order page was not measured: ${text}`);
  const figures = JSON.parse(line) as Omit<OrderPageFigures, 'ratio'>;
  const ratio = median(figures.gateway.map((cost, turn) => cost / figures.handWritten[turn]!));
  say(`order page: ${ratio.toFixed(2)} times the CPU of a page written by hand`);
  return { ...figures, ratio };
}
