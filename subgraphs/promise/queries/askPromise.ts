import { createHash } from 'node:crypto';
import { promise } from '../domain/promise.ts';
import type { DeliveryMethodType } from '../domain/networkConfig.ts';
import type { DeliveryOption, PromiseResult, UnavailableOption } from '../domain/types.ts';
import { subjectDigest } from '../handle/subject.ts';
import { wholeInstants, worthTelling } from './told.ts';
import type { PromiseRoom } from '../promiseRoom.ts';

/** A question as the graph asks it. */
export interface Question {
  readonly context?: 'PRODUCT_PAGE' | 'CART' | 'CHECKOUT' | undefined;
  readonly cartId?: string;
  readonly channel: string;
  readonly currency: string;
  readonly locale: string;
  /** Epoch ms; now if absent. */
  readonly atMs?: number | undefined;
  readonly destination: {
    readonly country: string;
    readonly postalCode?: string | null | undefined;
    readonly latitude?: number | null | undefined;
    readonly longitude?: number | null | undefined;
  };
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly customisation?: string | null | undefined;
  }[];
  readonly methodTypes?: readonly DeliveryMethodType[] | undefined;
  readonly maxSplits?: number | undefined;
  readonly effort?: number | undefined;
  readonly explain: boolean;
}

/** An option together with its signed handle. */
export interface OfferedOption extends DeliveryOption {
  readonly signedHandle: string;
  readonly question: Question;
}

/** An answer with everything the graph shows of it. */
export interface Answer {
  readonly id: string;
  readonly expiresAtMs: number;
  readonly result: PromiseResult;
  readonly options: readonly OfferedOption[];
  readonly unavailable: readonly UnavailableOption[];
}

/** An offered option can be ordered for at least this long, whatever changes meanwhile. */
const graceMs = 60_000;

const given = <K extends string, V>(key: K, value: V | null | undefined): { readonly [P in K]?: V } =>
  (value == null ? {} : { [key]: value }) as { readonly [P in K]?: V };

/** A destination as the engine takes it. */
export function engineDestination({ country, postalCode, latitude, longitude }: Question['destination']) {
  const coordinates = latitude == null || longitude == null ? undefined : { latitude, longitude };
  return { country, ...given('postalCode', postalCode), ...given('coordinates', coordinates) };
}

/** Answers a question from the network as it is: a pure read. */
export function askPromise({ keeper, journal, handles }: PromiseRoom, question: Question): Answer {
  const { channel, currency, locale, destination, lines, methodTypes, maxSplits, effort, explain } = question;
  const at = question.atMs ?? journal.clock.nowMs();
  const result = promise(keeper.network, {
    ...{ channel, currency, locale, at, explain, destination: engineDestination(destination) },
    ...given('context', question.context),
    lines: lines.map(({ sku, quantity, customisation }) => ({
      sku,
      quantity,
      ...given('customisation', customisation),
    })),
    ...given('methodTypes', methodTypes),
    ...given('effort', effort),
    ...(maxSplits === undefined ? {} : { limits: { maxSplits } }),
  });
  const options = result.options.map(wholeInstants);
  const subject = subjectDigest(question);
  const id = createHash('sha256')
    .update([channel, currency, subject, result.configVersion, Math.floor(at / graceMs)].join('|'))
    .digest('base64url')
    .slice(0, 22);
  const sign = (option: DeliveryOption): string =>
    handles.sign({
      ...{ promiseId: id, cartId: question.cartId ?? '', channel, currency, subject },
      ...{ methodCode: option.code, methodType: option.methodType, title: option.title },
      ...(option.pickup === undefined
        ? {}
        : { collectAtId: option.pickup.id, collectAtName: option.pickup.name }),
      ...{ earliestMs: option.earliestMs, latestMs: option.latestMs, timeZone: option.timeZone },
      ...{ confidence: option.confidence, configVersion: result.configVersion },
      ...{ priceMinor: option.price.amountMinor, taxMinor: option.tax.amountMinor },
      expiresAtMs: Math.max(at + graceMs, Math.min(result.expiresAtMs, option.orderByMs)),
    });
  return {
    id,
    expiresAtMs: Math.max(at + graceMs, result.expiresAtMs),
    result,
    options: options.map((option) => ({ ...option, signedHandle: sign(option), question })),
    unavailable: worthTelling(result.unavailable, destination.country, options),
  };
}
