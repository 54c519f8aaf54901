import { codesInForce } from '@promesse/promise-engine/model/deliveryFee';
import type { PromiseApplication } from '../application.ts';
import { engineFee } from '../domain/network/freeDelivery.ts';
import { engineDestination, type Question } from '../domain/question.ts';

/** What it depends on whether a code is in force. */
type Asked = Pick<Question, 'channel' | 'currency' | 'lines' | 'customerGroups' | 'promotionCodes'> & {
  /** Rules for some countries hold nowhere without one. */
  readonly destination?: Question['destination'] | null | undefined;
};

/**
 * Codes of a cart that a rule of delivery fees names and holds for, as the cart is at an instant (epoch ms). A code that
 * nobody knows and one whose time is over are alike: neither is in force.
 */
export function codesOf(
  { keeper, settings }: PromiseApplication,
  { channel, currency, lines, customerGroups = [], promotionCodes = [], destination }: Asked,
  at: number,
): readonly string[] {
  if (promotionCodes.length === 0) return [];
  const { network } = keeper;
  const zone =
    destination == null ? null : network.index().zoneFinder.resolve(engineDestination(destination));
  const asked = { at, channel, currency, customerGroups, promotionCodes, country: zone?.country ?? '' };
  const value = (): number =>
    lines.reduce(
      (sum, { sku, quantity }) => sum + quantity * (network.variant(sku)?.value?.[currency] ?? 0),
      0,
    );
  return codesInForce(settings.current().deliveryFees.map(engineFee), asked, value);
}
