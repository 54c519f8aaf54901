import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runOnce } from './battery.ts';

const USAGE = 'npm run test:once -- [--orders N] [--kills K] [--seed S] [--smtp-only] [--json FILE]';

function readOptions() {
  const text = { type: 'string' } as const;
  const options = {
    orders: text,
    kills: text,
    seed: text,
    json: text,
    'smtp-only': { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  const { orders = '1000', kills = '20', seed = '1', json } = values;
  const counts = [Number(orders), Number(kills)];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new Error(`--orders and --kills expect whole numbers. Usage: ${USAGE}`);
  return { orders: Number(orders), kills: Number(kills), seed, json, asks: values['smtp-only'] !== true };
}

const { json, ...options } = readOptions();
const report = await runOnce(options);
const { faults, killsAt, ...counts } = report;
console.log(
  Object.entries(counts)
    .map(([name, value]) => `${value} ${name}`)
    .join(', '),
);
console.log(`killed at ${Object.entries(killsAt).map(([point, times]) => `${point} ${times}`).join(', ')}`); // prettier-ignore
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'every message that was due came once' : `${faults.length} faults`);
if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
if (faults.length > 0) process.exitCode = 1;
