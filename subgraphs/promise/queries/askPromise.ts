import { promise } from '@promesse/promise-engine/promise';
import { networkNow } from '../projection/networkNow.ts';
import type { PromiseApplication } from '../application.ts';
import { Answer } from './answer.ts';
import { namingCountries } from './knownCountry.ts';
import { engineQuestion, type Question } from './question.ts';

/** Answers a question from the network as it is: a pure read. */
export function askPromise(application: PromiseApplication, question: Question): Answer {
  const { keeper, journal, handles } = application;
  const now = journal.clock.nowMs();
  const at = question.atMs ?? now;
  const network = networkNow(application, at);
  const { country } = question.destination;
  const result = namingCountries(promise(network, engineQuestion(question, at)), country);
  // A question that could not be answered at all says why, once for each type; countries do not come into it.
  const { zoneId } = result.destination;
  const unserved = zoneId === null ? [] : keeper.unserved(country, question.methodTypes);
  return new Answer({ question, result, unserved, handles, nowMs: now });
}
