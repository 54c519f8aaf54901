import type { MethodConfig } from '../model/networkConfig.ts';
import { describeReason } from '../model/reasonText.ts';
import { toleratedMetres } from '../model/tolerance.ts';
import type { Ask } from '../question/ask.ts';
import { refused, type MethodOutcome } from './outcome.ts';

/** Whether the address is known as well as a promise of the method needs it. */
export const isPrecise = (ask: Ask, method: MethodConfig): boolean =>
  ask.zone.radiusMetres <= toleratedMetres(method);

const km = (metres: number): string => `${Math.max(1, Math.round(metres / 1_000))} km`;

/** The refusal of an address that is known too roughly: it says how roughly, and what is needed. */
export function refusedAsVague(ask: Ask, method: MethodConfig): MethodOutcome {
  const known = `the address is known to within ${km(ask.zone.radiusMetres)}, ${km(toleratedMetres(method))} are needed`;
  const message = describeReason('NEEDS_PRECISE_DESTINATION', method).replace(/\.$/, `: ${known}.`);
  return refused(method, 'NEEDS_PRECISE_DESTINATION', { message });
}
