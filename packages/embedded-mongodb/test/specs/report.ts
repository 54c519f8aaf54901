/** A test that did not pass, and why. */
export interface SpecFailure {
  file: string;
  test: string;
  why: string;
}

/** What a run of the specification tests gave. */
export interface SpecReport {
  passed: number;
  failed: number;
  skipped: number;
  failures: SpecFailure[];
  /** Tests this server's version or topology rules out. */
  skips: SpecFailure[];
}

/** The report as text for a terminal: counts, failures, and skips counted by reason. */
export function formatReport(report: SpecReport): string {
  const failures = report.failures.map(
    ({ file, test, why }) => `  ${file}: ${test}\n    ${why.split('\n')[0]}`,
  );
  const reasons = new Map<string, number>();
  for (const { why } of report.skips) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const skips = [...reasons].sort((a, b) => b[1] - a[1]).map(([why, count]) => `  ${count} x ${why}`);
  return [
    ...(failures.length > 0 ? ['did not pass:', ...failures] : []),
    ...(skips.length > 0 ? ['skipped:', ...skips] : []),
    `passed ${report.passed}, failed ${report.failed}, skipped ${report.skipped}`,
  ].join('\n');
}
