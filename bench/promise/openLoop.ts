/** What a server did under one offered rate. */
export interface LoadStep {
  readonly offered: number;
  /** Good answers per second, from the first request to the last answer. */
  readonly served: number;
  /** Answers that were wrong, and requests that were never sent because too many already waited. */
  readonly failed: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  /** CPU of the server for a request, all its threads, ms; null where the system does not tell. */
  readonly serverCpuMs: number | null;
  /** CPU of the load generator for a request, ms: it has to live on the same cores. */
  readonly loadCpuMs: number;
}

/** A server under load. */
export interface Target {
  /** Sends the request with this number; false for an answer that is not good. */
  send(index: number): Promise<boolean>;
  /** CPU the server has used so far, ms; null where the system does not tell. */
  cpuMs(): number | null;
}

/** A server this many seconds behind is not going to catch up. */
const MOST_SECONDS_BEHIND = 3;

const ownCpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * Offers `rate` requests a second for so many seconds, whatever becomes of the earlier ones. Latency counts from the
 * instant at which a request was due, so that a server (or this generator) that falls behind cannot hide it.
 */
export async function offer(target: Target, rate: number, seconds: number): Promise<LoadStep> {
  const total = Math.round(rate * seconds);
  const took: number[] = [];
  let [good, open] = [0, 0];
  const before = { server: target.cpuMs(), own: ownCpuMs() };
  const start = performance.now();
  const send = async (index: number): Promise<void> => {
    open++;
    const isGood = await target.send(index).catch(() => false);
    open--;
    if (isGood) good++;
    took.push(performance.now() - start - (index * 1_000) / rate);
  };
  const pending: Promise<void>[] = [];
  while (pending.length < total && open <= rate * MOST_SECONDS_BEHIND) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1_000) * rate) + 1);
    while (pending.length < due) pending.push(send(pending.length));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  const elapsed = (performance.now() - start) / 1_000;
  const server = target.cpuMs();
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return {
    offered: rate,
    served: good / Math.max(elapsed, seconds),
    failed: total - good,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    worstMs: took.at(-1) ?? 0,
    serverCpuMs: server === null || before.server === null ? null : (server - before.server) / took.length,
    loadCpuMs: (ownCpuMs() - before.own) / took.length,
  };
}

/** Share of the offered rate that must be served for a step to count. */
const ENOUGH = 0.98;
/** A rate that fails is tried again: other work on the machine may have been to blame. */
const TRIES = 2;
/** Below this a server is not worth a search. */
const LEAST_RATE = 25;
/** Steps between the last good rate and the first bad one. */
const REFINEMENTS = 3;

/**
 * Finds the highest rate that is served without a failure and with p99 within the limit: rises by half until a rate
 * fails (or falls by half while the first one does), then halves the distance a few times. Gives every step, in the order they were made.
 */
export async function climb(
  target: Target,
  how: { from: number; to: number; seconds: number; limitMs: number; onStep: (step: LoadStep) => void },
): Promise<{ best: LoadStep | null; steps: readonly LoadStep[] }> {
  const steps: LoadStep[] = [];
  const holds = async (rate: number): Promise<LoadStep | null> => {
    for (let i = 0; i < TRIES; i++) {
      const step = await offer(target, rate, how.seconds);
      steps.push(step);
      how.onStep(step);
      if (step.failed === 0 && step.p99Ms <= how.limitMs && step.served >= ENOUGH * rate) return step;
    }
    return null;
  };
  let best: LoadStep | null = null;
  let bad = how.to;
  for (let rate = how.from; rate <= how.to; rate = Math.round(rate * 1.5)) {
    const step = await holds(rate);
    if (step === null) {
      bad = rate;
      break;
    }
    best = step;
  }
  for (let rate = bad / 2; best === null && rate >= LEAST_RATE; rate /= 2) {
    best = await holds(Math.round(rate));
    if (best === null) bad = rate;
  }
  for (let i = 0; i < REFINEMENTS && best !== null; i++) {
    const step = await holds(Math.round((best.offered + bad) / 2));
    if (step === null) bad = Math.round((best.offered + bad) / 2);
    else best = step;
  }
  return { best, steps };
}
