import type { RateLine } from './rates.ts';

/** Everything one run measured. */
export interface BenchReport {
  server: string;
  rates: RateLine[];
  changeStream: { p50: number; p99: number };
  /** Only for the embedded server: a real one is not ours to start. */
  embedded?: {
    lmdbRate: number;
    insertRatio: number;
    startMs: number;
    residentMb: number;
    anonymousMb: number;
  };
}

/** The report as a Markdown table: what, measured, aim. */
export function formatTable(report: BenchReport): string {
  const lines = report.rates.map(
    ({ name, concurrency, rate, pingRate, ratio, aim, p50, p99 }) =>
      `| ${name} | ${concurrency} | ${round(rate)} | ${round(pingRate)} | ${ratio.toFixed(2)} | ${aim ?? ''} | ${p50.toFixed(1)} / ${p99.toFixed(1)} |`,
  );
  const { p50, p99 } = report.changeStream;
  return [
    '| operation | at once | per second | ping per second | ratio to ping | aim | p50 / p99 ms |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...lines,
    '',
    '| other | measured | aim |',
    '| --- | --: | --: |',
    `| change stream, insert sent to event received, p50 / p99 | ${p50.toFixed(1)} / ${p99.toFixed(1)} ms | p99 <= 20 ms |`,
    ...embeddedLines(report),
  ].join('\n');
}

function embeddedLines({ embedded }: BenchReport): string[] {
  if (!embedded) return [];
  return [
    `| insertOne j:true by one writer beside a bare synced LMDB write (${round(embedded.lmdbRate)} per second) | ${(1 / embedded.insertRatio).toFixed(2)} x as long | 1.5 x |`,
    `| start to first answer, median | ${round(embedded.startMs)} ms | 150 ms |`,
    `| resident memory with 200,000 documents of 1 kB (without mapped file) | ${round(embedded.residentMb)} MB (${round(embedded.anonymousMb)} MB) | 400 MB |`,
  ];
}

function round(value: number): string {
  return Math.round(value).toLocaleString('en');
}
