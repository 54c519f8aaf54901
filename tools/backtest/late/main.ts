import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { plainMessage } from '../../client/runTool.ts';
import { joinOrders } from '../../olist/joinOrders.ts';
import { OlistDataError } from '../../olist/olistDataError.ts';
import { readTables } from '../../olist/readTables.ts';
import { parseWallTime, wallDate } from '../../olist/wallTime.ts';
import { brazilianCalendar } from '../brazilianCalendar.ts';
import { UsageError } from '../options.ts';
import { toParcel } from '../parcels.ts';
import { calibrationLines, momentFigures, THRESHOLD, toLines, type LateReport } from './report.ts';
import { watch } from './watch.ts';

/** The first months only teach. */
const DEFAULT_FROM = '2017-06-01';
const USAGE = 'npm run backtest:late -- --data DIR [--from YYYY-MM-DD] [--json FILE]';

interface Options {
  readonly data: string;
  readonly from: number;
  readonly json: string | undefined;
}

/** @throws UsageError naming the option and what it expected. */
function readOptions(args: readonly string[]): Options {
  const known = { data: { type: 'string' }, from: { type: 'string' }, json: { type: 'string' } } as const;
  let values: { data?: string; from?: string; json?: string };
  try {
    values = parseArgs({ args: [...args], options: known }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} Usage: ${USAGE}`);
  }
  if (!values.data)
    throw new UsageError(`--data is missing: the folder of the Olist tables. Usage: ${USAGE}`);
  const from = parseWallTime(values.from ?? DEFAULT_FROM);
  if (from === undefined || Number.isNaN(from))
    throw new UsageError(`--from expects a date YYYY-MM-DD, got ${values.from}.`);
  return { data: values.data, from, json: values.json };
}

async function report({ data, from }: Options): Promise<LateReport> {
  const parcels = joinOrders(await readTables(data)).joined.map(toParcel);
  const years = parcels.map(({ facts }) => new Date(facts.placedAt).getUTCFullYear());
  const calendar = brazilianCalendar((years[0] ?? 2016) - 1, (years.at(-1) ?? 2018) + 1);
  return {
    moments: momentFigures(watch(parcels, 'retailer', calendar), from),
    ownPromises: momentFigures(watch(parcels, 'ours', calendar), from),
  };
}

/** Exit codes: 0 done, 1 a fault of ours, 2 the command line or the data cannot be used. */
try {
  const options = readOptions(process.argv.slice(2));
  const result = await report(options);
  console.log(
    `Delivered orders purchased from ${wallDate(options.from)} on; each answer with what was known at its moment.`,
  );
  console.log(
    `Precision and recall: of orders whose chance of being late was given as ${THRESHOLD} or more.`,
  );
  const lines = [
    ...toLines("Late after the retailer's date", result.moments),
    ...calibrationLines(result.moments),
    ...toLines('Late after our own promise (target 95 %)', result.ownPromises),
    ...calibrationLines(result.ownPromises),
  ];
  for (const line of lines) console.log(line);
  if (options.json !== undefined)
    await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`).catch((error: unknown) => {
      throw new UsageError(`--json: cannot write ${options.json}: ${String(error)}`);
    });
} catch (error) {
  const isOurs = error instanceof OlistDataError || error instanceof UsageError;
  console.error(isOurs ? `${error.code}: ${error.message}` : plainMessage(error));
  process.exitCode = isOurs ? 2 : 1;
}
