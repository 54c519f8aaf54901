import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A message a person can act on, for whatever was thrown. */
export function plainMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Several addresses were tried, each with a message of its own.
  if (error instanceof AggregateError && error.message === '')
    return [...new Set(error.errors.map(plainMessage))].join('; ');
  return error.message;
}

/** Runs a tool to its end. A fault is one plain message, `before` in front of it, and exit code 1. */
export function runTool(main: () => Promise<void>, before = ''): void {
  main().catch((error: unknown) => {
    console.error(`${before}${plainMessage(error)}`);
    process.exitCode = 1;
  });
}

/** Options of the command line; an unknown one ends the tool with a plain message and exit code 2. */
export function optionsOf<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>>['values'] {
  try {
    return parseArgs(config).values;
  } catch (error) {
    console.error(plainMessage(error));
    return process.exit(2);
  }
}
