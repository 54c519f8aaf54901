import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareWithHighs } from '../../packages/promise-engine/bench/compare.ts';
import { generateInstance, type Instance } from '../../packages/promise-engine/bench/generator.ts';
import { measureHttp, type HttpFigures } from './http.ts';
import { timePromises, type Timing } from '../../packages/promise-engine/bench/measure.ts';
import { cartSize, generateQuestions } from '../../packages/promise-engine/bench/questions.ts';
import { greedyWalk } from '../../packages/promise-engine/bench/greedy.ts';
import { Random } from '../../packages/promise-engine/bench/random.ts';
import { measureUpdates, type UpdateEffect } from '../../packages/promise-engine/bench/rates.ts';
import { buildNetwork } from '../../packages/promise-engine/bench/stockedNetwork.ts';

/**
 * `npm run bench:promise [-- --json FILE] [--quick] [--sizes N] [--seed N] [--no-http] [--no-memory]`: the engine on
 * seeded instances, one core, and the running product over HTTP.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '20260' },
    quick: { type: 'boolean', default: false },
    /** The first N sizes alone. */
    sizes: { type: 'string' },
    'no-http': { type: 'boolean', default: false },
    'no-memory': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);

interface Size {
  readonly locations: number;
  readonly lines: number | 'mixed';
  readonly density: number;
  /** Large quantities against little stock and capacity sold by the unit. */
  readonly scarce?: boolean;
  readonly questions: number;
  /** Questions also solved by HiGHS, on which the gap is measured. */
  readonly checked: number;
}

const SIZES: readonly Size[] = [
  { locations: 50, lines: 3, density: 0.3, questions: 4000, checked: 10 },
  { locations: 500, lines: 3, density: 0.05, questions: 4000, checked: 4 },
  { locations: 500, lines: 3, density: 0.3, questions: 4000, checked: 2 },
  { locations: 500, lines: 3, density: 0.8, questions: 4000, checked: 1 },
  { locations: 500, lines: 8, density: 0.3, questions: 2000, checked: 1 },
  { locations: 500, lines: 'mixed', density: 0.3, questions: 3000, checked: 0 },
  { locations: 50, lines: 5, density: 0.4, scarce: true, questions: 600, checked: 2 },
  { locations: 120, lines: 5, density: 0.3, scarce: true, questions: 300, checked: 1 },
  { locations: 5000, lines: 3, density: 0.05, questions: 1500, checked: 0 },
  { locations: 5000, lines: 8, density: 0.05, questions: 800, checked: 0 },
  { locations: 5000, lines: 8, density: 0.3, questions: 400, checked: 0 },
  { locations: 5000, lines: 8, density: 0.8, questions: 400, checked: 0 },
];

interface SizeReport extends Timing {
  readonly locations: number;
  readonly lines: number | 'mixed';
  readonly density: number;
  readonly scarce: boolean;
  readonly methods: number;
  /** Promises per second of CPU time, which other load on the machine does not change. */
  readonly perCpuSecond: number;
  /** A walk to the nearest stock on the same questions, without calendars or optimisation. */
  readonly reference: { readonly perCpuSecond: number };
  /** Problems solved by HiGHS as well; `maxGap` is measured on them, or the engine's own proof where there are none. */
  readonly comparedWithHighs: number;
}

const METHODS = 6;

function instanceOf(size: Size): Instance {
  return generateInstance({
    seed,
    locations: size.locations,
    services: 10,
    methods: METHODS,
    skus: 400,
    density: size.density,
    ...(size.scarce ? { scarce: true } : {}),
  });
}

function cpuSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function measureSize(size: Size): Promise<SizeReport> {
  const instance = instanceOf(size);
  const network = buildNetwork(instance);
  const count = values.quick ? Math.ceil(size.questions / 10) : size.questions;
  const lines = (random: Random): number => (size.lines === 'mixed' ? cartSize(random) : size.lines);
  const questions = generateQuestions(new Random(seed), instance, count, lines, 4);
  const warmUp = Math.min(count, 800);
  timePromises(network, questions.slice(0, warmUp), warmUp);
  const before = process.cpuUsage();
  const timing = timePromises(network, questions, 0);
  const perCpuSecond = count / cpuSecondsSince(before);
  const walk = greedyWalk(instance);
  for (const question of questions.slice(0, warmUp)) walk(question);
  const beforeWalk = process.cpuUsage();
  for (const question of questions) walk(question);
  const reference = { perCpuSecond: count / cpuSecondsSince(beforeWalk) };
  const compared = await compareWithHighs(network, questions.slice(0, size.checked));
  if (compared.disagreements > 0 || compared.falseBounds > 0)
    throw new Error(`HiGHS disagrees: ${JSON.stringify(compared)}`);
  return {
    locations: size.locations,
    lines: size.lines,
    density: size.density,
    scarce: size.scarce === true,
    methods: METHODS,
    ...timing,
    perCpuSecond,
    reference,
    maxGap: Math.max(timing.maxGap, compared.maxGap < 1e-9 ? 0 : compared.maxGap),
    comparedWithHighs: compared.problems,
  };
}

const f = (value: number, digits = 2): string => value.toFixed(digits);
console.log(
  '| locations | lines | density | promises/s | per CPU s | CPU by greedy | p50 ms | p95 ms | p99 ms | options | max gap | by HiGHS |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
const sizes: SizeReport[] = [];
for (const size of SIZES.slice(0, Number(values.sizes ?? SIZES.length))) {
  const r = await measureSize(size);
  sizes.push(r);
  const cells = [
    r.locations,
    r.lines,
    r.scarce ? `${r.density} scarce` : r.density,
    f(r.perSecond, 0),
    f(r.perCpuSecond, 0),
    `${f(r.reference.perCpuSecond / r.perCpuSecond)}x`,
    f(r.p50Ms),
    f(r.p95Ms),
    f(r.p99Ms),
  ];
  console.log(`| ${[...cells, f(r.options, 1), f(r.maxGap, 4), r.comparedWithHighs].join(' | ')} |`);
}

const updates = measureStockUpdates();
console.log(
  `\nStock updates: ${f(updates.updatesPerSecond, 0)}/s alone; p99 of a promise ${f(updates.p99AloneMs)} ms, with 10,000 updates/s ${f(updates.p99MixedMs)} ms.`,
);

function measureStockUpdates(): UpdateEffect {
  const size = SIZES[2]!;
  const instance = instanceOf(size);
  const questions = generateQuestions(new Random(seed), instance, values.quick ? 400 : 4000, () => 3, 4);
  return measureUpdates(instance, buildNetwork(instance), questions);
}

let memory: unknown = null;
if (!values['no-memory']) {
  const script = fileURLToPath(new URL('../../packages/promise-engine/bench/memory.ts', import.meta.url));
  memory = JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', '--conditions=source', '--import', 'tsx', script], {
      encoding: 'utf8',
    }),
  );
  console.log(`Memory of 5,000 locations x 100,000 articles at 5 %: ${JSON.stringify(memory)}`);
}

let http: HttpFigures | null = null;
if (!values['no-http']) {
  http = await measureHttp(values.quick ? 5 : 10, seed);
  const { perSecond, p99Ms } = http;
  console.log(`Over HTTP and the gateway: ${f(perSecond, 0)}/s at p99 ${f(p99Ms, 1)} ms.`);
}
if (values.json)
  await writeFile(values.json, `${JSON.stringify({ sizes, http, updates, memory }, undefined, 1)}\n`);
