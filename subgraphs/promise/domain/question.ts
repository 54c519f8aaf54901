import { languageOf } from '@promesse/geography/locales';
import type { DeliveryMethodType } from '@promesse/promise-engine/model/networkConfig';
import type { Destination, PromiseInput, PromiseLine } from '@promesse/promise-engine/model/types';
import type { HeldLine } from './cartHolds.ts';
import { parseOptions } from '../../../platform/values/chosenOptions.ts';
import type { PromiseSubject } from './subject.ts';

/** A question as the graph asks it. */
export interface Question extends PromiseSubject {
  readonly context?: 'PRODUCT_PAGE' | 'CART' | 'CHECKOUT' | undefined;
  readonly cartId?: string;
  /** Units on hand that are the asker's own already; those the cart holds if absent. */
  readonly held?: readonly HeldLine[];
  readonly channel: string;
  readonly currency: string;
  readonly locale: string;
  /** Epoch ms; now if absent. */
  readonly atMs?: number | undefined;
  readonly methodTypes?: readonly DeliveryMethodType[] | undefined;
  readonly maxSplits?: number | undefined;
  readonly effort?: number | undefined;
  readonly explain: boolean;
  /** Groups the customer belongs to, as their token says. */
  readonly customerGroups?: readonly string[] | undefined;
  /** Promotion codes the cart carries, in their one form. */
  readonly promotionCodes?: readonly string[] | undefined;
}

/** What an engine's object is while it is made: member by member, because every cart's question is made anew. */
type Open<T> = { -readonly [K in keyof T]: T[K] };

/** A destination as the engine takes it. */
export function engineDestination(asked: Question['destination']): Destination {
  const { country, postalCode, latitude, longitude } = asked;
  const destination: Open<Destination> = { country };
  if (postalCode != null) destination.postalCode = postalCode;
  if (latitude != null && longitude != null) destination.coordinates = { latitude, longitude };
  return destination;
}

/** What is made of a line, as the engine takes it: the text, and which options it names. */
export const engineMaking = (
  customisation: string | null | undefined,
): Pick<PromiseLine, 'customisation' | 'options'> =>
  customisation == null
    ? {}
    : { customisation, options: (parseOptions(customisation) ?? []).map(({ code }) => code) };

const engineLine = ({ sku, quantity, customisation }: Question['lines'][number]): PromiseLine =>
  customisation == null ? { sku, quantity } : { sku, quantity, ...engineMaking(customisation) };

/** A question as the engine takes it. Methods that do not serve the country are not asked one by one. */
export function engineQuestion(question: Question, at: number): PromiseInput {
  const { context, channel, currency, locale, methodTypes, maxSplits, effort, explain } = question;
  const destination = engineDestination(question.destination);
  const lines = question.lines.map(engineLine);
  const input: Open<PromiseInput> = {
    channel,
    currency,
    locale: languageOf(locale),
    at,
    explain,
    servedOnly: true,
    destination,
    lines,
  };
  if (context !== undefined) input.context = context;
  if (methodTypes !== undefined) input.methodTypes = methodTypes;
  if (effort !== undefined) input.effort = effort;
  if (question.customerGroups !== undefined) input.customerGroups = question.customerGroups;
  if (question.promotionCodes !== undefined) input.promotionCodes = question.promotionCodes;
  if (maxSplits !== undefined) input.limits = { maxSplits };
  return input;
}
