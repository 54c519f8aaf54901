import { destinationCode } from '@promesse/geography/territories';
import { promise, rejected } from '@promesse/promise-engine/promise';
import { networkNow } from '../projection/networkNow.ts';
import type { PromiseApplication } from '../application.ts';
import { Answer } from './answer.ts';
import { namingCountries, wrongPostalCode } from '../domain/knownCountry.ts';
import { engineQuestion, type Question } from '../domain/question.ts';

/** Answers a question from the network as it is: a pure read. */
export function askPromise(application: PromiseApplication, question: Question): Answer {
  const { keeper, journal, handles, settings } = application;
  const now = journal.clock.nowMs();
  const at = question.atMs ?? now;
  const network = networkNow(application, at);
  const { postalCode } = question.destination;
  const country = destinationCode(question.destination.country, postalCode);
  const asked = engineQuestion(question, at);
  const wrong = wrongPostalCode(question.destination);
  const answer = wrong === undefined ? promise(network, asked) : rejected(network, asked, [wrong]);
  const result = namingCountries(answer, country);
  // A question that could not be answered at all says why, once for each type; countries do not come into it.
  const { zoneId } = result.destination;
  const unserved = zoneId === null ? [] : keeper.unserved(country, question.methodTypes);
  const lifeMs = settings.current().optionLifeMinutes * 60_000;
  return new Answer({ question, result, unserved, handles, lifeMs, nowMs: now });
}
