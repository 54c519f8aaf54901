import { isStaff } from '../../../schema/identity.ts';
import { deskRules } from '../commands/tickets.ts';
import { incidentRules } from '../domain/incidentRules.ts';
import { isDueSoon, isOverdue } from '../domain/decideTicket.ts';
import { ticketMachine } from '../domain/ticket.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { notesOf } from '../queries/ticketNotes.ts';

/** How incidents look in the graph. */
export const incidentFields: NonNullable<Resolvers['Incident']> = {
  id: ({ _id }) => _id,
  shipmentId: ({ parcelId }) => parcelId ?? null,
  openedAt: ({ openedAtMs }) => openedAtMs,
  closedAt: ({ closedAtMs }) => closedAtMs ?? null,
  closedBecause: ({ closedBecause }) => closedBecause ?? null,
  knownBy: ({ evidence }) => evidence.source,
  promisedAt: ({ evidence }) => evidence.promisedMs ?? null,
  expectedAt: ({ evidence }) => evidence.expectedMs ?? null,
  firstAction: ({ type }) => incidentRules[type].firstAction,
  claim: ({ type }) => incidentRules[type].claim,
  remedy: ({ type }) => incidentRules[type].remedy,
};

/** How tickets look in the graph. */
export const ticketFields: NonNullable<Resolvers['Ticket']> = {
  id: ({ _id }) => _id,
  order: ({ orderId }) => ({ id: orderId }),
  shipmentId: ({ parcelId }) => parcelId ?? null,
  incidentId: ({ incidentId }) => incidentId ?? null,
  incident: async ({ incidentId, orderId }, _args, { loaders }) =>
    incidentId == null
      ? null
      : ((await loaders.incidentsOfOrder.load(orderId)).find(({ _id }) => _id === incidentId) ?? null),
  snoozedUntil: ({ snoozedUntilMs }) => snoozedUntilMs ?? null,
  assignee: ({ assignee }, _args, { identity }) => (isStaff(identity) ? (assignee ?? null) : null),
  tags: ({ tags }, _args, { identity }) => (isStaff(identity) ? [...tags] : []),
  notes: (ticket, _args, { identity, loaders }) => notesOf(ticket, loaders, isStaff(identity)),
  firstResponseDueAt: ({ firstResponse: { metAtMs, dueAtMs } }) =>
    metAtMs == null ? (dueAtMs ?? null) : null,
  resolutionDueAt: ({ resolution: { metAtMs, dueAtMs } }) => (metAtMs == null ? (dueAtMs ?? null) : null),
  overdue: (ticket, _args, { application }) => isOverdue(ticket, application.clock.nowMs()),
  dueSoon: (ticket, _args, { application }) =>
    isDueSoon(ticket, deskRules(application), application.settings.current().slaWarnMinutes * 60_000),
  resolution: ({ resolvedAs }) => resolvedAs ?? null,
  openedAt: ({ openedAtMs }) => openedAtMs,
  allowedTransitions: ({ status }) => [...ticketMachine.allowedTransitions(status)],
};
