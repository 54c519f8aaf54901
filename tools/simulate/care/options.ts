import { parseArgs } from 'node:util';

/** What the command line asked for. */
export interface SimulateOptions {
  readonly parcels: number;
  readonly seed: number;
  /** Folder of the Olist tables; undefined: an invented world in their place. */
  readonly data: string | undefined;
  readonly json: string | undefined;
}

/** A command line that cannot be carried out; `code` is stable. */
export class UsageError extends Error {
  readonly code = 'SIMULATE_USAGE';
}

export const USAGE =
  'npm run simulate:care -- [--parcels N] [--seed S] [--data DIR] [--json FILE]   (DIR: the Olist tables)';

/** @throws UsageError naming the option and what it expected. */
export function readOptions(args: readonly string[]): SimulateOptions {
  const values = parse(args);
  return {
    parcels: whole('parcels', values.parcels ?? '2000', 1),
    seed: whole('seed', values.seed ?? '1', 0),
    ...{ data: values.data, json: values.json },
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { parcels: text, seed: text, data: text, json: text } })
      .values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} Usage: ${USAGE}`);
  }
}

function whole(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least)
    throw new UsageError(`--${name} expects a whole number from ${least} on, got ${text}. Usage: ${USAGE}`);
  return number;
}
