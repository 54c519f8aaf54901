import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bringBuildUpToDate } from '../support/builtCode.ts';
import { loadAttacks, runBattery } from './battery.ts';
import { startTarget } from './target.ts';

/** Exit codes: 0 every attack was refused, 1 one was not. `--only TEXT` runs those whose kind or name has the text. */
const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const { json, only = '' } = values;
bringBuildUpToDate();
const attacks = (await loadAttacks()).filter(({ kind, name }) => `${kind}: ${name}`.includes(only));
console.log(`${attacks.length} attacks on the application`);
const result = await runBattery(attacks, startTarget, ({ outcome, kind, name, reason, durationMs }) => {
  console.log(
    `${outcome}  ${kind}: ${name} (${durationMs} ms)${reason === undefined ? '' : `\n        ${reason}`}`,
  );
});
console.log(`${result.refused} refused, ${result.failed} failed`);
if (json !== undefined) await writeFile(json, `${JSON.stringify(result, null, 2)}\n`);
process.exit(result.failed === 0 ? 0 : 1);
