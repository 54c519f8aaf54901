import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { contestants } from './contestants.ts';
import { workloads } from './graph/queries.ts';
import { pinSelf } from './load/processes.ts';
import { measureBomb } from './parts/bomb.ts';
import { measureGuard } from './parts/guard.ts';
import { measureLimits } from './parts/limits.ts';
import { measureOrderPage } from './parts/orderPage.ts';
import { measureSubscribers } from './parts/subscribers.ts';
import { measureThroughput, type Row } from './parts/throughput.ts';
import { loadCore, openWorld, type Pace } from './parts/world.ts';
import { jsonOf, reportOf, type Results } from './report.ts';

const usage = `npm run bench:gateway [-- --json FILE] [--rounds 3] [--seconds 5] [--only big,small,single,limits,guard,bomb,subscribers,page]
                      [--dedup off|on|both] [--gateways promesse,apollo,...]

The gateways ours is compared with are installed apart: npm ci --ignore-scripts --prefix bench/gateway`;

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: 'big,small,single,limits,guard,bomb,subscribers,page' },
    dedup: { type: 'string', default: 'both' },
    gateways: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => console.error(line);

async function main(): Promise<void> {
  if (values.help) return console.log(usage);
  if (cpus().length < 2) throw new Error('Needs two cores: one for the gateway, one for the rest.');
  const parts = new Set(values.only.split(','));
  const wanted = values.gateways?.split(',');
  const { present, absent } = contestants();
  for (const { title } of absent) say(`${title} is not installed and left out.`);
  const running = present.filter(({ name }) => wanted?.includes(name) ?? true);
  const works = Object.values(workloads).filter(({ name }) => parts.has(name));
  const pace: Pace = { rounds: Number(values.rounds), seconds: Number(values.seconds), connections: 50 };

  pinSelf(loadCore);
  say(
    `Load of the machine before: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  );
  const world = await openWorld();
  try {
    const throughput = async (dedup: boolean): Promise<readonly Row[] | undefined> => {
      if (works.length === 0 || values.dedup === (dedup ? 'off' : 'on')) return undefined;
      const these = dedup ? running.filter(({ canDedup }) => canDedup) : running;
      return measureThroughput(world, these, works, { dedup, pace, say });
    };
    const off = await throughput(false);
    const on = await throughput(true);
    const limits = parts.has('limits') ? await measureLimits(world, pace, say) : undefined;
    const guard = parts.has('guard') ? measureGuard(say) : undefined;
    const bomb = parts.has('bomb') ? await measureBomb(world, say) : undefined;
    const subscribers = parts.has('subscribers') ? await measureSubscribers(world, 2_000, say) : undefined;
    const page = parts.has('page') ? await measureOrderPage(pace, say) : undefined;
    const results: Results = {
      ...(off && { off }),
      ...(on && { on }),
      ...(limits && { limits }),
      ...(guard && { guard }),
      ...(bomb && { bomb }),
      ...(subscribers && { subscribers }),
      ...(page && { page }),
    };
    console.log(reportOf(results));
    if (values.json !== undefined)
      await writeFile(values.json, `${JSON.stringify(jsonOf(results), null, 2)}\n`);
  } finally {
    await world.stop();
  }
}

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
