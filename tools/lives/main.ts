import { writeFile } from 'node:fs/promises';
import { readOptions, UsageError } from './options.ts';
import { runLives } from './run.ts';

/** Exit codes: 0 no violation, 1 violations, 2 the command line cannot be used. */
try {
  const { lives, seed, json } = readOptions(process.argv.slice(2));
  console.log(`${lives} lives from seed ${seed}`);
  const startedAt = performance.now();
  const result = runLives(lives, seed);
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const { seed: of, faults, log } of result.violations) {
    console.error(`seed ${of}: ${faults.join('; ')}\n  ${log.join('\n  ')}`);
  }
  const rate = Math.round(result.lives / seconds);
  console.log(
    `${result.lives} lives, ${result.events} events, ${result.violations.length} violations; ${rate} lives/s`,
  );
  if (json !== undefined) await writeFile(json, `${JSON.stringify(result, null, 2)}\n`);
  if (result.violations.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 2;
}
