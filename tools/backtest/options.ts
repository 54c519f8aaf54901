import { parseArgs } from 'node:util';
import { parseWallTime } from '../olist/wallTime.ts';

/** What the command line asked for. */
export interface BacktestOptions {
  readonly data: string;
  /** Wall ms of the first counted purchase; undefined: when the warm-up ends. */
  readonly from: number | undefined;
  readonly target: number;
  readonly json: string | undefined;
}

/** A command line that cannot be carried out; `code` is stable. */
export class UsageError extends Error {
  readonly code = 'BACKTEST_USAGE';
}

export const USAGE = 'npm run backtest -- --data DIR [--from YYYY-MM-DD] [--target 0.95] [--json FILE]';

/** @throws UsageError naming the option and what it expected. */
export function readOptions(args: readonly string[]): BacktestOptions {
  const values = parse(args);
  if (!values.data)
    throw new UsageError(`--data is missing: the folder of the Olist tables. Usage: ${USAGE}`);
  const target = values.target === undefined ? 0.95 : Number(values.target);
  if (!(target >= 0.5 && target <= 0.995)) {
    throw new UsageError(`--target expects a share from 0.5 to 0.995, got ${values.target}.`);
  }
  const from = values.from === undefined ? undefined : parseWallTime(values.from);
  if (Number.isNaN(from)) throw new UsageError(`--from expects a date YYYY-MM-DD, got ${values.from}.`);
  return { data: values.data, from, target, json: values.json };
}

function parse(args: readonly string[]): { data?: string; from?: string; target?: string; json?: string } {
  const options = {
    data: { type: 'string' },
    from: { type: 'string' },
    target: { type: 'string' },
    json: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} Usage: ${USAGE}`);
  }
}
