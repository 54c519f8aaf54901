import { mergeReasons } from '../model/mergeReasons.ts';
import type { Ask } from '../question/ask.ts';
import type { MethodRun } from '../candidates/methodRun.ts';
import type { Refusals } from '../candidates/refusals.ts';
import type { Scratch } from '../workspace/scratch.ts';
import type { MethodConfig } from '../model/networkConfig.ts';
import type { DeliveryOption } from '../model/types.ts';
import type { Reason, ReasonCode, UnavailableOption } from '../model/reasons.ts';
import { describeReason } from '../model/reasonText.ts';

/** What one method contributes to an answer. */
export interface MethodOutcome {
  readonly options: readonly DeliveryOption[];
  readonly unavailable: readonly UnavailableOption[];
}

/** A refused method with one reason. */
export function refused(
  method: MethodConfig,
  code: ReasonCode,
  more: Partial<Reason> | null = null,
): MethodOutcome {
  const message = describeReason(code, method);
  const reason: Reason = more === null ? { code, message } : { code, message, ...more };
  return {
    options: [],
    unavailable: [{ methodType: method.methodType, code: method.code, reasons: [reason] }],
  };
}

/** A refused method with everything that was met on the way; stock is looked at first. */
export function refusedBecause({ ask, method, refusals }: MethodRun, pickupId?: string): MethodOutcome {
  const reasons = [...stockReasons(ask), ...countedReasons(method, refusals)];
  if (refusals.undecided) {
    const message = `${method.code}: the search ended within its effort before a plan was found; one may exist.`;
    reasons.unshift({ code: 'NOT_OFFERED', message });
  }
  if (reasons.length === 0)
    reasons.push({ code: 'NOT_OFFERED', message: describeReason('NOT_OFFERED', method) });
  const { methodType, code } = method;
  const each = mergeReasons(reasons);
  const option =
    pickupId === undefined
      ? { methodType, code, reasons: each }
      : { methodType, code, pickupId, reasons: each };
  return { options: [], unavailable: [option] };
}

function countedReasons(method: MethodConfig, refusals: Refusals): Reason[] {
  return refusals.reasons().map((code): Reason => {
    const message = describeReason(code, method);
    if (code === 'RULE_EXCLUDED' && refusals.ruleId !== null)
      return { code, message, ruleId: refusals.ruleId };
    return { code, message };
  });
}

/** Articles no set of locations has enough of. */
export const stockReasons = (ask: Ask): readonly Reason[] => (ask.stockReasons ??= findStockReasons(ask));

function findStockReasons(ask: Ask): Reason[] {
  const scratch = ask.network.scratch;
  return ask.cart.items.flatMap((item, i): Reason[] => {
    const units = unitsAnywhere(scratch, i, item.need);
    if (units >= item.need) return [];
    if (units === 0 && item.customised && item.stock) {
      return [
        {
          code: 'CUSTOMISATION_UNAVAILABLE',
          skus: [item.sku],
          message: `No location that holds ${item.sku} can make it to order.`,
        },
      ];
    }
    const code: ReasonCode = units === 0 ? 'OUT_OF_STOCK' : 'NOT_ENOUGH_STOCK';
    const message =
      units === 0
        ? `${item.sku} is not available anywhere.`
        : `${units} of ${item.need} units of ${item.sku} are available.`;
    return [{ code, skus: [item.sku], message }];
  });
}

/** Units of an item at all locations together, or the need once one location has it all. */
function unitsAnywhere(scratch: Scratch, i: number, need: number): number {
  const most = new Map<number, number>();
  for (let k = 0; k < scratch.touchedCount; k++) {
    const row = scratch.touched[k]!;
    const units = scratch.avail[row * scratch.width + i]!;
    if (units >= need) return need;
    if (units === 0) continue;
    const l = scratch.rowLocation[row]!;
    most.set(l, Math.max(most.get(l) ?? 0, units));
  }
  let units = 0;
  for (const u of most.values()) units += u;
  return units;
}
