import { destinationCode } from '@promesse/geography/territories';
import { promise, rejected } from '@promesse/promise-engine/promise';
import type { Network } from '@promesse/promise-engine/network/network';
import type { DeliveryOption, PromiseInput, PromiseResult } from '@promesse/promise-engine/model/types';
import type { HeldLine } from '../domain/cartHolds.ts';
import { networkNow } from '../projection/networkNow.ts';
import type { PromiseApplication } from '../application.ts';
import { Answer } from './answer.ts';
import { codesOf } from './promotionCodes.ts';
import { namingCountries, wrongPostalCode } from '../domain/knownCountry.ts';
import { engineQuestion, type Question } from '../domain/question.ts';

/**
 * Where the best delivery to the door is split (two parcels, one sooner), the same in one shipment, for customers who
 * would rather wait for everything together. Asked only of those methods, and only where something is split.
 */
function inOneShipment(
  network: Network,
  asked: PromiseInput,
  result: PromiseResult,
): readonly DeliveryOption[] {
  const split = result.options.filter(
    ({ splitCount, methodType }) => splitCount > 0 && methodType === 'SHIPPING',
  );
  if (split.length === 0) return [];
  const limits = { ...asked.limits, maxSplits: 0 };
  const { options } = promise(network, { ...asked, explain: false, methodTypes: ['SHIPPING'], limits });
  return options.filter(
    ({ code, splitCount }) => splitCount === 0 && split.some((each) => each.code === code),
  );
}

/** What the cart holds is there for it. */
const withOwn = (asked: PromiseInput, held: readonly HeldLine[] | undefined): PromiseInput =>
  held === undefined ? asked : { ...asked, ownReservations: held };

/** Answers a question from the network as it is: a pure read. */
export function askPromise(application: PromiseApplication, question: Question): Answer {
  const { keeper, journal, handles, settings } = application;
  const now = journal.clock.nowMs();
  const at = question.atMs ?? now;
  const network = networkNow(application, at);
  const { postalCode } = question.destination;
  const country = destinationCode(question.destination.country, postalCode);
  const held = question.held ?? keeper.cartHolds.of(question.cartId, now);
  const asked = withOwn(engineQuestion(question, at), held);
  const wrong = wrongPostalCode(question.destination);
  // The place an order has in a window is there for what is added to it.
  const answer =
    wrong !== undefined
      ? rejected(network, asked, [wrong])
      : keeper.windows.without({ orderId: question.cartId }, () => promise(network, asked));
  const result = namingCountries(answer, country);
  // A question that could not be answered at all says why, once for each type; countries do not come into it.
  const { zoneId } = result.destination;
  const unserved = zoneId === null ? [] : keeper.unserved(country, question.methodTypes);
  const lifeMs = settings.current().optionLifeMinutes * 60_000;
  const single = wrong === undefined ? inOneShipment(network, asked, result) : [];
  const inForce = codesOf(application, question, at);
  const codes = inForce.length === 0 ? undefined : inForce;
  return new Answer({ question, result, unserved, single, handles, lifeMs, codes, nowMs: now });
}
