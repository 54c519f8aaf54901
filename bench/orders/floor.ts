import { fileURLToPath } from 'node:url';
import { runProgram } from '../../test/support/childProcess.ts';
import type { Load, PlaceFigures } from './measure.ts';

/** Runs the bare program in a process of its own. */
export async function measureFloor({ callers, orders }: Load): Promise<PlaceFigures> {
  const child = runProgram(fileURLToPath(new URL('floorProgram.ts', import.meta.url)), {
    args: [String(callers), String(orders)],
  });
  try {
    return JSON.parse(await child.line(/^\{/, 300_000)) as PlaceFigures;
  } finally {
    await child.ended.then(() => undefined);
    await child.kill();
  }
}
