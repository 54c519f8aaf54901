import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import { answerPromise, orderOfLink } from '../commands/answerPromise.ts';
import { preferencesOf, setPreference } from '../commands/preferences.ts';
import { resend } from '../commands/resend.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { scoresOf } from '../domain/survey.ts';
import { listTickets } from '../queries/listTickets.ts';
import { ticketMutations } from './ticketOperations.ts';
import { previewMessage } from '../queries/preview.ts';
import { trackedOrder } from '../queries/trackedOrder.ts';
import { ticketsChanged } from '../queries/ticketsChanged.ts';
import type { MessageDoc, SurveyDoc, TicketDoc } from '../store/models.ts';

export const Query: NonNullable<Resolvers['Query']> = {
  careSettings: settingsResolvers.read,
  surveyScores: async (_parent, _args, { identity, application }) => {
    requireScope(identity, 'insights:read');
    const since = { answeredAtMs: { $gt: application.clock.nowMs() - 365 * 86_400_000 } };
    const found = await application.models.Survey.find(builtFilter<SurveyDoc>(since)).lean<SurveyDoc[]>();
    return scoresOf(found).map(({ key, ...score }) => ({ serviceCode: key, ...score }));
  },
  tickets: (_parent, args, { identity, application }) => {
    requireScope(identity, 'orders:read');
    return listTickets(application, args);
  },
  messagePreferences: async (_parent, { orderId }, { identity, application, loaders }) => {
    const order = await loaders.order.load(orderId);
    return order === null || !mayReadRow(identity, order) ? null : preferencesOf(application, order.owner);
  },
  trackedOrder: async (_parent, { orderId, token }, { application, requestId }) => {
    const order = await orderOfLink(application, orderId, token);
    return order === undefined ? null : trackedOrder(application, order, requestId);
  },
  previewMessage: async (
    _parent,
    { orderId, code, locale },
    { identity, application, loaders, requestId },
  ) => {
    requireScope(identity, 'orders:read');
    const order = await loaders.order.load(orderId);
    if (order === null || !mayReadRow(identity, order)) return null;
    return previewMessage(application, { order, code, locale: locale ?? undefined }, requestId);
  },
};

export const Mutation: NonNullable<Resolvers['Mutation']> = {
  changeCareSettings: settingsResolvers.change,
  resetCareSettings: settingsResolvers.reset,
  setMessagePreference: async (_parent, { input }, { identity, application, requestId }) =>
    preferencesOf(application, await setPreference(application, input, identity, requestId)),
  answerPromise: async (_parent, { input }, { application, requestId }) => {
    const { idempotencyKey: key, promisedAt: promisedAtMs, collectAtId, handle, ...rest } = input;
    const { acceptedDifference, ...named } = rest;
    const outcome = await answerPromise(
      application,
      {
        ...{ ...named, promisedAtMs, collectAtId: collectAtId ?? undefined, handle: handle ?? undefined },
        acceptedDifference: acceptedDifference ?? undefined,
      },
      { key, requestId },
    );
    const order = await orderOfLink(application, input.orderId, input.token);
    if (order === undefined) throw notFound('order');
    return { outcome, order: await trackedOrder(application, order, requestId) };
  },
  ...ticketMutations,
  resendMessage: async (_parent, { input }, { identity, application, requestId }) => {
    requireScope(identity, 'orders:write');
    if (input.messageId === '') throw codedError('BAD_USER_INPUT', 'messageId names a message of the order.');
    const id = await resend(application, input, identity, requestId);
    const found = await application.models.Message.findOne({ _id: id }).lean<MessageDoc>();
    if (found === null) throw notFound('message');
    return found;
  },
};

export const Subscription: NonNullable<Resolvers['Subscription']> = {
  ticketsChanged: {
    // async on purpose: the scope first, then follow.
    subscribe: async (_parent, { filter }, { application, identity, signal }) => {
      requireScope(identity, 'orders:read');
      return Promise.resolve(ticketsChanged(application, filter ?? {}, signal));
    },
    resolve: (ticket: TicketDoc) => ticket,
  },
};
