import type { Reason, UnavailableOption } from './reasons.ts';

const isSame = (a: Reason, b: Reason): boolean => a.code === b.code && a.ruleId === b.ruleId;

/** Hardly ever, and there are few: two loops cost less than a map. */
function tellsTwice(reasons: readonly Reason[]): boolean {
  for (let i = 1; i < reasons.length; i++)
    for (let j = 0; j < i; j++) if (isSame(reasons[i]!, reasons[j]!)) return true;
  return false;
}

/** Each reason once: what is said several times, of other articles or places, is told together, where it came first. */
export function mergeReasons(reasons: readonly Reason[]): readonly Reason[] {
  if (!tellsTwice(reasons)) return reasons;
  const merged: Reason[] = [];
  for (const reason of reasons) {
    const at = merged.findIndex((other) => isSame(other, reason));
    if (at < 0) merged.push(reason);
    else merged[at] = together(merged[at]!, reason);
  }
  return merged;
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
  const { methodType, code } = first;
  const reasons = mergeReasons(refusals.flatMap((refusal) => refusal.reasons));
  return [code === undefined ? { methodType, reasons } : { methodType, code, reasons }];
}
