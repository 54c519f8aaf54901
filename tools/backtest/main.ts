import { writeFile } from 'node:fs/promises';
import { plainMessage } from '../client/runTool.ts';
import { OlistDataError } from '../olist/olistDataError.ts';
import { readTables } from '../olist/readTables.ts';
import { backtest } from './backtest.ts';
import { readOptions, UsageError } from './options.ts';
import { toJson, toText } from './report.ts';

/** Exit codes: 0 done, 1 a fault of ours, 2 the command line or the data cannot be used. */
try {
  const options = readOptions(process.argv.slice(2));
  const tables = await readTables(options.data);
  const result = backtest(tables, options.target, options.from);
  for (const line of toText(tables, result)) console.log(line);
  if (options.json !== undefined) {
    await writeFile(options.json, `${JSON.stringify(toJson(result), null, 2)}\n`).catch((error: unknown) => {
      throw new UsageError(`--json: cannot write ${options.json}: ${String(error)}`);
    });
  }
} catch (error) {
  const isOurs = error instanceof OlistDataError || error instanceof UsageError;
  console.error(isOurs ? `${error.code}: ${error.message}` : plainMessage(error));
  process.exitCode = isOurs ? 2 : 1;
}
