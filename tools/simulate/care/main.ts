import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { careSettings } from '../../../subgraphs/care/domain/settings.ts';
import { plainMessage } from '../../client/runTool.ts';
import { OlistDataError } from '../../olist/olistDataError.ts';
import { seededRandom } from '../../../platform/random/random.ts';
import { inventedDurations, readDurations, type Duration } from './durations.ts';
import { figuresOf, type Figures } from './figures.ts';
import { drawMonth } from './month.ts';
import { readOptions, UsageError, type SimulateOptions } from './options.ts';
import { play } from './play.ts';

/** Where the tables lie beside the repository, if they do. */
const usualData = fileURLToPath(new URL('../../../../shared/data/olist', import.meta.url));

async function durations({ data, seed }: SimulateOptions): Promise<Duration[]> {
  const folder = data ?? (existsSync(usualData) ? usualData : undefined);
  if (folder !== undefined) {
    const read = await readDurations(folder);
    if (read.length === 0) throw new UsageError('--data: the tables hold no delivered order.');
    console.log(`Durations of ${read.length} real orders.`);
    return read;
  }
  console.log('No tables of real orders here (--data DIR): durations of an invented world.');
  return inventedDurations(seed);
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;

function linesOf(figures: Figures): string[] {
  const { parcels, late, onTime, toldInTime, medianHoursAhead, wronglyTold, toldTwice } = figures;
  const { lost, lostFound, lostFalse, medianDaysToFind, preparingLate, mails } = figures;
  return [
    `${parcels} parcels: ${onTime} in time, ${late} late, ${lost} lost; ${mails} mails`,
    `told before the promised moment  ${toldInTime} of ${late} late (${percent(toldInTime, late)}), median ${medianHoursAhead.toFixed(1)} h ahead`,
    `told wrongly                     ${wronglyTold} of ${onTime} in time (${percent(wronglyTold, onTime)})`,
    `told twice of one date           ${toldTwice}`,
    `told that it takes longer to prepare  ${preparingLate.late} late, ${preparingLate.onTime} in time`,
    `lost found                       ${lostFound} of ${lost}, median ${medianDaysToFind.toFixed(1)} days after it could be known`,
    `counted as lost and arrived      ${lostFalse} (${percent(lostFalse, parcels - lost)})`,
  ];
}

/** Exit codes: 0 done, 1 a fault of ours, 2 the command line or the data cannot be used. */
try {
  const options = readOptions(process.argv.slice(2));
  const parcels = drawMonth(await durations(options), options.parcels, seededRandom(options.seed));
  const figures = figuresOf(parcels, play(parcels, careSettings.defaults));
  for (const line of linesOf(figures)) console.log(line);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
} catch (error) {
  const isTheirs = error instanceof OlistDataError || error instanceof UsageError;
  console.error(isTheirs ? `${error.code}: ${error.message}` : plainMessage(error));
  process.exitCode = isTheirs ? 2 : 1;
}
