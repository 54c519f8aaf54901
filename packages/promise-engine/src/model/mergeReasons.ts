import type { Reason, UnavailableOption } from './reasons.ts';

/** Each reason once: what is said several times, of other articles or places, is told together, where it came first. */
export function mergeReasons(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length < 2) return reasons;
  const merged = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = `${reason.code}|${reason.ruleId ?? ''}`;
    const before = merged.get(key);
    merged.set(key, before === undefined ? reason : together(before, reason));
  }
  return merged.size === reasons.length ? reasons : [...merged.values()];
}

function together(a: Reason, b: Reason): Reason {
  const skus = [...new Set([...(a.skus ?? []), ...(b.skus ?? [])])];
  const message = a.message.includes(b.message) ? a.message : `${a.message} ${b.message}`;
  return { ...a, message, ...(skus.length === 0 ? {} : { skus }) };
}

/** What several places of collection refuse for one method, as one refusal. */
export function mergeRefusals(refusals: readonly UnavailableOption[]): readonly UnavailableOption[] {
  const [first] = refusals;
  if (first === undefined || refusals.length === 1) return refusals;
  const { pickupId: _one, ...method } = first;
  return [{ ...method, reasons: mergeReasons(refusals.flatMap(({ reasons }) => reasons)) }];
}
