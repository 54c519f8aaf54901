import type { DeliveryMethodType } from '../domain/networkConfig.ts';
import type { PromiseInput } from '../domain/types.ts';
import type { PromiseSubject } from '../handle/subject.ts';

/** A question as the graph asks it. */
export interface Question extends PromiseSubject {
  readonly context?: 'PRODUCT_PAGE' | 'CART' | 'CHECKOUT' | undefined;
  readonly cartId?: string;
  readonly channel: string;
  readonly currency: string;
  readonly locale: string;
  /** Epoch ms; now if absent. */
  readonly atMs?: number | undefined;
  readonly methodTypes?: readonly DeliveryMethodType[] | undefined;
  readonly maxSplits?: number | undefined;
  readonly effort?: number | undefined;
  readonly explain: boolean;
}

const given = <K extends string, V>(key: K, value: V | null | undefined): { readonly [P in K]?: V } =>
  (value == null ? {} : { [key]: value }) as { readonly [P in K]?: V };

/** A destination as the engine takes it. */
export function engineDestination({ country, postalCode, latitude, longitude }: Question['destination']) {
  const coordinates = latitude == null || longitude == null ? undefined : { latitude, longitude };
  return { country, ...given('postalCode', postalCode), ...given('coordinates', coordinates) };
}

/** A question as the engine takes it. Methods that do not serve the country are not asked one by one. */
export function engineQuestion(question: Question, at: number): PromiseInput {
  const { channel, currency, locale, destination, lines, methodTypes, maxSplits, effort, explain } = question;
  return {
    ...{ channel, currency, locale, at, explain, servedOnly: true },
    destination: engineDestination(destination),
    ...given('context', question.context),
    lines: lines.map(({ sku, quantity, customisation }) => ({
      sku,
      quantity,
      ...given('customisation', customisation),
    })),
    ...given('methodTypes', methodTypes),
    ...given('effort', effort),
    ...(maxSplits === undefined ? {} : { limits: { maxSplits } }),
  };
}
