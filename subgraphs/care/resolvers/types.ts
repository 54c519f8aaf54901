import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import { ruleOf } from '../domain/codes.ts';
import { incidentFields, ticketFields } from './ticketTypes.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';

/** How the documents of care look in the graph. */
export const typeResolvers: Resolvers = {
  SettingsRecord: settingsResolvers.record,
  Order: {
    messages: async ({ id }, _args, { loaders, identity }) => {
      const order = await loaders.order.load(id);
      return order !== null && mayReadRow(identity, order) ? loaders.messagesOfOrder.load(id) : [];
    },
    incidents: async ({ id }, _args, { loaders, identity }) => {
      const order = await loaders.order.load(id);
      return order !== null && mayReadRow(identity, order) ? loaders.incidentsOfOrder.load(id) : [];
    },
    tickets: async ({ id }, _args, { loaders, identity }) => {
      const order = await loaders.order.load(id);
      return order !== null && mayReadRow(identity, order) ? loaders.ticketsOfOrder.load(id) : [];
    },
  },
  MessagePreview: { sms: ({ sms }) => sms ?? null },
  Incident: incidentFields,
  Ticket: ticketFields,
  Message: {
    id: ({ _id }) => _id,
    group: ({ code }) => ruleOf(code).group,
    reason: ({ reason, waitsFor }) => reason ?? waitsFor ?? null,
    at: ({ sentAtMs, createdAtMs }) => sentAtMs ?? createdAtMs,
    dueAt: ({ status, dueAtMs }) => (status === 'DUE' ? dueAtMs : null),
    language: ({ language }) => language ?? null,
    textVersion: ({ textVersion }) => textVersion ?? null,
    resendOf: ({ resendOf }) => resendOf ?? null,
  },
};
