import type { ContestantName } from './contestants.ts';
import type { BombRow } from './parts/bomb.ts';
import type { GuardRow } from './parts/guard.ts';
import type { LimitsRow } from './parts/limits.ts';
import type { OrderPageFigures } from './parts/orderPage.ts';
import type { SubscriberFigures } from './parts/subscribers.ts';
import type { Row } from './parts/throughput.ts';
import { median } from './parts/world.ts';

/** Everything one run measured; parts that were not asked for are absent. */
export interface Results {
  readonly off?: readonly Row[];
  readonly on?: readonly Row[];
  readonly limits?: readonly LimitsRow[];
  readonly guard?: readonly GuardRow[];
  readonly bomb?: readonly BombRow[];
  readonly subscribers?: SubscriberFigures;
  readonly page?: OrderPageFigures;
}

const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 1)}x`;

const aims = {
  big: { stock: 8, best: 2.5 },
  small: { stock: 12, best: 1.8 },
  single: { stock: 10, best: 1.7 },
} as const;

function workloadTable(rows: readonly Row[]): string {
  const ours = rows.find((row) => row.name === 'promesse');
  return table(
    [
      'gateway',
      'CPU-s per 1,000',
      'ours is better by',
      'req/s',
      'p50 ms',
      'p99 ms',
      'RSS MB',
      'subgraph requests',
      'failed',
      'rounds',
    ],
    rows.map((row) => [
      row.title,
      row.cpuSecondsPer1000.toFixed(3),
      ours === undefined || row === ours ? '' : times(row.cpuSecondsPer1000 / ours.cpuSecondsPer1000),
      row.requestsPerSecond.toFixed(0),
      row.p50Ms.toFixed(1),
      row.p99Ms.toFixed(1),
      row.rssMb.toFixed(0),
      row.fetches.toFixed(1),
      row.failed,
      row.rounds.map((cost) => cost.toFixed(3)).join(' '),
    ]),
  );
}

/** Ratios the gateway is judged by, with the aims beside them. */
export function ratioTable(rows: readonly Row[]): string {
  const lines = (['big', 'small', 'single'] as const).flatMap((workload) => {
    const of = rows.filter((row) => row.workload === workload);
    const ours = of.find((row) => row.name === 'promesse');
    const stock = of.find((row) => row.name === 'apollo');
    const peers = of.filter((row) => row.name !== 'promesse' && row.name !== 'apollo');
    const best = peers.sort((a, b) => a.cpuSecondsPer1000 - b.cpuSecondsPer1000)[0];
    if (ours === undefined) return [];
    const ratio = (row: Row | undefined): string =>
      row === undefined ? 'absent' : times(row.cpuSecondsPer1000 / ours.cpuSecondsPer1000);
    return [
      [
        workload,
        ratio(stock),
        `${aims[workload].stock}x`,
        best === undefined ? 'absent' : `${ratio(best)} (${best.title})`,
        `${aims[workload].best}x`,
        `${ours.rssMb.toFixed(0)} / ${stock?.rssMb.toFixed(0) ?? 'absent'}`,
      ],
    ];
  });
  return table(
    ['workload', 'vs stock Apollo', 'aim', 'vs best JavaScript peer', 'aim', 'RSS MB, ours / stock'],
    lines,
  );
}

function throughputReport(title: string, rows: readonly Row[]): string[] {
  const parts = (['big', 'small', 'single'] as const)
    .map((workload) => ({ workload, of: rows.filter((row) => row.workload === workload) }))
    .filter(({ of }) => of.length > 0)
    .flatMap(({ workload, of }) => [`**${workload}**`, workloadTable(of)]);
  return [`### ${title}`, ...parts, 'CPU per request, how many times ours:', ratioTable(rows)];
}

function subscribersReport(figures: NonNullable<Results['subscribers']>): string[] {
  const { subscribers: count, kbEach, events, p50Ms, p99Ms, maxMs } = figures;
  return [
    '### Subscribers',
    table(
      ['subscribers', 'KB each', 'aim', 'events', 'p50 ms', 'p99 ms', 'aim', 'worst ms'],
      [[count, kbEach.toFixed(1), 64, events, p50Ms.toFixed(0), p99Ms.toFixed(0), 500, maxMs.toFixed(0)]],
    ),
  ];
}

function pageReport(page: NonNullable<Results['page']>): string[] {
  const [graph, byHand] = [median(page.gateway), median(page.handWritten)];
  return [
    '### The order page in one process',
    table(
      ['reads', 'bytes', 'gateway, CPU-s per 1,000', 'by hand', 'ratio', 'aim', 'turns'],
      [
        [
          ...[page.reads, page.bytes, graph.toFixed(3), byHand.toFixed(3), times(page.ratio), '1.5x'],
          page.gateway.length,
        ],
      ],
    ),
  ];
}

const limitsReport = (limits: readonly LimitsRow[]): string[] => [
  '### Limits and authorisation',
  table(
    ['workload', 'off, CPU-s per 1,000', 'on', 'on / off', 'aim', 'of each round'],
    limits.map((row) => [
      row.workload,
      row.off.toFixed(3),
      row.on.toFixed(3),
      row.ratio.toFixed(3),
      row.workload === 'big' ? '' : '1.10',
      row.ratios.map((ratio) => ratio.toFixed(2)).join(' '),
    ]),
  ),
];

const guardReport = (guard: readonly GuardRow[]): string[] => [
  '### The guard on small texts that stand for much work',
  table(
    ['text', 'bytes', 'read, CPU ms', 'guard, first', 'later', 'aim'],
    guard.map(({ title, bytes, parseMs, firstMs, laterMs }) => [
      ...[title, bytes, parseMs.toFixed(2), firstMs.toFixed(2), laterMs.toFixed(2), '5'],
    ]),
  ),
];

const bombReport = (bomb: readonly BombRow[]): string[] => [
  '### A bomb of nested fragments',
  table(
    ['gateway', 'bytes', 'CPU ms each', 'first, cold', 'queries', 'outcome'],
    bomb.map((row) => [
      row.title,
      row.bytes,
      row.cpuMs.toFixed(2),
      row.firstCpuMs.toFixed(0),
      row.queries,
      row.outcome,
    ]),
  ),
];

/** The run as Markdown. */
export function reportOf({ off, on, limits, guard, bomb, subscribers, page }: Results): string {
  const parts: string[] = [];
  if (off) parts.push(...throughputReport('In-flight deduplication off', off));
  if (on) parts.push(...throughputReport('In-flight deduplication on, where there is one', on));
  if (limits) parts.push(...limitsReport(limits));
  if (guard) parts.push(...guardReport(guard));
  if (bomb) parts.push(...bombReport(bomb));
  if (subscribers) parts.push(...subscribersReport(subscribers));
  if (page) parts.push(...pageReport(page));
  return parts.join('\n\n');
}

type PerContestant = Partial<Record<ContestantName, number>>;

/** Figures for other programs: CPU per 1,000 requests and the largest RSS, deduplication off. */
export function jsonOf(results: Results): object {
  const cpuSecondsPer1000: Record<string, PerContestant> = {};
  const rssMb: PerContestant = {};
  for (const row of results.off ?? []) {
    (cpuSecondsPer1000[row.workload] ??= {})[row.name] = row.cpuSecondsPer1000;
    rssMb[row.name] = Math.max(rssMb[row.name] ?? 0, row.rssMb);
  }
  return { cpuSecondsPer1000, rssMb, ...results };
}
