import type { ChangeOutcome } from '../commands/orderChanges.ts';
import type { ChangePreview, WayOption } from '../commands/previewChange.ts';
import { differenceOf, type OrderSums } from '../domain/changeSums.ts';
import type { OrderDoc } from '../store/models.ts';

const moneyIn = (currency: string) => (amountMinor: number) => ({ amountMinor, currency });

const sumsView = (currency: string, { linesMinor, deliveryMinor, taxMinor, totalMinor }: OrderSums) => {
  const money = moneyIn(currency);
  return {
    ...{ lines: money(linesMinor), delivery: money(deliveryMinor) },
    ...{ tax: money(taxMinor), total: money(totalMinor) },
  };
};

function optionView(currency: string, { sums, collectAt, ...option }: WayOption) {
  const money = moneyIn(currency);
  const { handle, methodType, code, title, earliestAtMs, latestAtMs, windowStartsAtMs } = option;
  return {
    ...{ handle, methodType, code, title },
    ...{ earliestDeliveryAt: earliestAtMs, latestDeliveryAt: latestAtMs },
    windowStarts: [...windowStartsAtMs],
    ...{ collectAtId: collectAt?.id ?? null, collectAtName: collectAt?.name ?? null },
    after: sumsView(currency, sums.after),
    ...{ difference: money(differenceOf(sums)), toAuthorise: money(sums.extraMinor) },
  };
}

/** A preview as the graph shows it. */
export function previewView({ currency, refusals, sums, latestAtMs, option, ways }: ChangePreview) {
  const money = moneyIn(currency);
  return {
    ...{ possible: refusals.length === 0, refusals: refusals.map((each) => ({ ...each })) },
    ...{ deliveryOptionHandle: option?.handle ?? null, expiresAt: option?.expiresAtMs ?? null },
    latestDeliveryAt: latestAtMs,
    ...{ before: sumsView(currency, sums.before), after: sumsView(currency, sums.after) },
    ...{ difference: money(differenceOf(sums)), toAuthorise: money(sums.extraMinor) },
    ...{ toRelease: money(sums.releaseMinor), toRefund: money(sums.refundMinor) },
    options: ways.map((way) => optionView(currency, way)),
  };
}

/** The outcome of a change as the graph shows it. */
export async function changeResult(outcome: ChangeOutcome, orderNow: () => Promise<OrderDoc>) {
  switch (outcome.kind) {
    case 'changed': {
      const { askedUnits, refusedUnits } = outcome;
      return { __typename: 'OrderChanged' as const, order: await orderNow(), askedUnits, refusedUnits };
    }
    case 'asked':
      return { __typename: 'OrderChangeAsked' as const, order: await orderNow() };
    case 'tooLate': {
      const { code, message } = outcome;
      return { __typename: 'OrderChangeTooLate' as const, code, message, order: await orderNow() };
    }
    case 'outOfStock':
      return { __typename: 'OutOfStock' as const, message: outcome.message, skus: [...outcome.skus] };
    case 'promiseExpired':
      return { __typename: 'PromiseExpired' as const, message: outcome.message };
    case 'declined': {
      const { message, declineCode } = outcome;
      return { __typename: 'PaymentDeclined' as const, message, declineCode };
    }
    default:
      return outcome satisfies never;
  }
}
