import { desk, oursKnown, spoken, without, work, type AccessRule } from './accessRule.ts';

/** Customers, signed in or not, who hold the link of a message; staff has commands of its own, which say why. */
const byLink: AccessRule = { kinds: ['anonymous', 'guest', 'shopper', 'system'], scopes: [], rows: 'none' };

/** Who may do what in care: messages, incidents, tickets and surveys. */
export const careAccess: Readonly<Record<string, AccessRule>> = {
  'Query.careSettings': work(['settings:read'], 'none'),
  'Mutation.changeCareSettings': work(['settings:write'], 'none'),
  'Mutation.resetCareSettings': work(['settings:write'], 'none'),
  'Query.previewMessage': { kinds: desk, scopes: ['orders:read'], rows: 'order' },
  'Mutation.resendMessage': { kinds: desk, scopes: ['orders:write'], rows: 'order', reason: true },
  'Query.messagePreferences': { kinds: without(oursKnown, 'associate'), scopes: [], rows: 'order' },
  'Mutation.setMessagePreference': { ...spoken, reason: true },
  // Whoever holds the link of a message acts as the customer of that one order.
  'Query.trackedOrder': byLink,
  'Mutation.answerPromise': byLink,
  'Query.surveyScores': work(['insights:read'], 'none'),
  'Query.tickets': { kinds: desk, scopes: ['orders:read'], rows: 'none' },
  'Subscription.ticketsChanged': { kinds: desk, scopes: ['orders:read'], rows: 'none' },
  'Mutation.openTicket': spoken,
  'Mutation.replyToTicket': spoken,
  'Mutation.reportNotReceived': { ...spoken, reason: true },
  'Mutation.changeTicket': { kinds: desk, scopes: ['orders:write'], rows: 'order', reason: true },
  'Order.incidents': { kinds: without(oursKnown, 'associate'), scopes: [], rows: 'order' },
  'Order.tickets': { kinds: without(oursKnown, 'associate'), scopes: [], rows: 'order' },
  'Order.messages': { kinds: without(oursKnown, 'associate'), scopes: [], rows: 'order' },
};
