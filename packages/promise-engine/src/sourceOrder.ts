import { mergeReasons } from './model/mergeReasons.ts';
import { DAY_MS } from './time/zoneClock.ts';
import { fillRows } from './candidates/rows.ts';
import { cartVectors } from './candidates/cartVectors.ts';
import { describeReason } from './model/reasonText.ts';
import type { Network } from './network/network.ts';
import type { MethodConfig } from './model/networkConfig.ts';
import { offer, traceOf } from './promise.ts';
import { readAsk } from './question/readAsk.ts';
import type { SourceInput, SourcingResult } from './model/sourcingTypes.ts';
import type { PromiseTrace } from './model/traceTypes.ts';
import type { DeliveryOption, PromiseLine } from './model/types.ts';
import type { Reason } from './model/reasons.ts';

/** What is decided: an order, over one method of the network. */
interface Decision {
  readonly network: Network;
  readonly input: SourceInput;
  readonly method: MethodConfig;
}

type Attempt =
  | { readonly option: DeliveryOption; readonly trace: PromiseTrace | null; readonly degraded: boolean }
  | { readonly reasons: readonly Reason[] };

/**
 * Decides which locations send which units of an order, by the engine and rules that made the promise. The
 * stages of the rule set are tried in turn, each with its tolerance on the promised date; when none can send
 * everything, as much as possible is sourced and the rest is named.
 */
export function sourceOrder(network: Network, input: SourceInput): SourcingResult {
  const method = network.index().methods.find((m) => m.code === input.methodCode);
  if (!method) {
    const message = `No active method has the code '${input.methodCode}'.`;
    return unsourceable(network, input, [{ code: 'UNKNOWN_METHOD', message }]);
  }
  const decision: Decision = { network, input, method };
  const whole = throughStages(decision, input.lines);
  if ('result' in whole) return whole.result;
  const lines = sourceableLines(decision);
  if (lines.length > 0 && lines.length + input.lines.length > 0 && unitsOf(lines) < unitsOf(input.lines)) {
    const part = throughStages(decision, lines);
    if ('result' in part) {
      const unsourced = remainder(input.lines, lines);
      return { ...part.result, status: 'PARTIAL', unsourced, reasons: whole.reasons };
    }
  }
  return unsourceable(network, input, whole.reasons);
}

/** Decides again for units whose location cannot serve them: the same decision, without those that refused. */
export function resourceOrder(
  network: Network,
  input: SourceInput & { readonly excludedLocationIds: readonly string[]; readonly promisedLatestMs: number },
): SourcingResult {
  return sourceOrder(network, input);
}

/** Tries the stages; the reasons are those of the last, most tolerant one. */
function throughStages(
  decision: Decision,
  lines: readonly PromiseLine[],
): { readonly result: SourcingResult } | { readonly reasons: readonly Reason[] } {
  const { network, input } = decision;
  const { stages } = network.rules;
  let reasons: readonly Reason[] = [];
  for (const [number, stage] of stages.entries()) {
    const attempt = attemptStage(decision, lines, number);
    if ('option' in attempt) {
      return { result: decided(network, input, attempt, stage.name, stage.toleranceDays) };
    }
    reasons = attempt.reasons;
  }
  return { reasons };
}

function attemptStage(
  { network, input, method }: Decision,
  lines: readonly PromiseLine[],
  stage: number,
): Attempt {
  const promised = input.promisedLatestMs;
  const kept = input.keep?.length ?? 0;
  const set = network.rules;
  const toleranceDays = set.stages[stage]?.toleranceDays ?? 0;
  // Shipments already on their way count towards what the customer was told.
  const splits = Math.min(set.stages[stage]?.maxSplits ?? set.maxSplits, input.limits?.maxSplits ?? Infinity);
  const limits = {
    ...input.limits,
    maxSplits: Math.max(0, splits - kept),
    maxPickups: 1,
    ...(input.pickupId === undefined ? {} : { pickupIds: [input.pickupId] }),
  };
  const read = readAsk(
    network,
    {
      channel: input.channel,
      currency: input.currency,
      at: input.at,
      destination: input.destination,
      lines,
      limits,
      effort: input.effort ?? 1,
      ...(input.explain ? { explain: true } : {}),
      ...(input.customerGroups ? { customerGroups: input.customerGroups } : {}),
      ...(input.promotionCodes ? { promotionCodes: input.promotionCodes } : {}),
    },
    {
      stage,
      ...(promised === undefined
        ? {}
        : { promisedLatestMs: promised, latestAllowedMs: promised + toleranceDays * DAY_MS }),
      ...(input.windowStartMs === undefined ? {} : { windowStartMs: input.windowStartMs }),
      ...(input.excludedLocationIds ? { excludedLocationIds: input.excludedLocationIds } : {}),
      ...(input.ownReservations ? { ownReservations: input.ownReservations } : {}),
    },
  );
  if ('reasons' in read) return read;
  fillRows(read.ask, network.scratch);
  const outcome = offer(read.ask, cartVectors(read.ask), method);
  const option = outcome.options[0];
  if (!option) return { reasons: mergeReasons(outcome.unavailable.flatMap((u) => u.reasons)) };
  const trace = read.ask.tracer ? traceOf(network, read.ask) : null;
  return { option, trace, degraded: read.ask.degraded.length > 0 };
}

function decided(
  network: Network,
  input: SourceInput,
  attempt: Extract<Attempt, { option: DeliveryOption }>,
  stage: string,
  toleranceDays: number,
): SourcingResult {
  const { option, trace } = attempt;
  const keptLatest = (input.keep ?? []).map((k) => k.latestMs ?? -Infinity);
  const latestMs = Math.max(option.latestMs, ...keptLatest);
  return {
    status: 'SOURCED',
    configVersion: network.configVersion,
    degraded: attempt.degraded,
    stage,
    toleranceDays,
    option,
    shipments: option.shipments,
    earliestMs: option.earliestMs,
    latestMs,
    withinPromise: input.promisedLatestMs === undefined || latestMs <= input.promisedLatestMs,
    costToServe: option.costToServe,
    carbonGrams: option.carbon.grams,
    optimality: option.optimality,
    unsourced: [],
    reasons: [],
    ...(trace ? { trace } : {}),
  };
}

/** The largest part of the lines that can be sourced: each line alone as far as its units go. */
function sourceableLines(decision: Decision): PromiseLine[] {
  const { network, input } = decision;
  const last = network.rules.stages.length - 1;
  return input.lines.flatMap((line, i) => {
    const named = { ...line, lineId: line.lineId ?? String(i) };
    const can = (quantity: number): boolean =>
      'option' in attemptStage(decision, [{ ...named, quantity }], last);
    let low = 0;
    let high = line.quantity;
    while (low < high) {
      const mid = Math.ceil((low + high) / 2);
      if (can(mid)) low = mid;
      else high = mid - 1;
    }
    return low > 0 ? [{ ...named, quantity: low }] : [];
  });
}

const unitsOf = (lines: readonly PromiseLine[]): number => lines.reduce((sum, l) => sum + l.quantity, 0);

function remainder(all: readonly PromiseLine[], sourced: readonly PromiseLine[]) {
  return all.flatMap((line, i) => {
    const lineId = line.lineId ?? String(i);
    const quantity = line.quantity - (sourced.find((s) => s.lineId === lineId)?.quantity ?? 0);
    return quantity > 0 ? [{ lineId, sku: line.sku, quantity }] : [];
  });
}

function unsourceable(network: Network, input: SourceInput, reasons: readonly Reason[]): SourcingResult {
  return {
    status: 'UNSOURCEABLE',
    configVersion: network.configVersion,
    degraded: false,
    stage: null,
    toleranceDays: 0,
    option: null,
    shipments: [],
    earliestMs: null,
    latestMs: null,
    withinPromise: false,
    costToServe: null,
    carbonGrams: 0,
    optimality: null,
    unsourced: remainder(input.lines, []),
    reasons: reasons.length > 0 ? reasons : [{ code: 'NOT_OFFERED', message: describeReason('NOT_OFFERED') }],
  };
}
