import { parseArgs } from 'node:util';

/** What the command line asked for. */
export interface LivesOptions {
  readonly lives: number;
  readonly seed: number;
  readonly json: string | undefined;
}

/** A command line that cannot be carried out; `code` is stable. */
export class UsageError extends Error {
  readonly code = 'LIVES_USAGE';
}

export const USAGE = 'npm run test:lives -- --lives N [--seed S] [--json FILE]';

/** @throws UsageError naming the option and what it expected. */
export function readOptions(args: readonly string[]): LivesOptions {
  const options = { lives: { type: 'string' }, seed: { type: 'string' }, json: { type: 'string' } } as const;
  let values: { lives?: string; seed?: string; json?: string };
  try {
    values = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} Usage: ${USAGE}`);
  }
  return {
    lives: whole('lives', values.lives ?? '1000', 1),
    seed: whole('seed', values.seed ?? '1', 0),
    json: values.json,
  };
}

function whole(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least)
    throw new UsageError(`--${name} expects a whole number from ${least} on, got ${text}. Usage: ${USAGE}`);
  return number;
}
