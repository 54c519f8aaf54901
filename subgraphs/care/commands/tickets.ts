import { createHash } from 'node:crypto';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import { incidentActions } from '../domain/incidentActions.ts';
import { incidentRules } from '../domain/incidentRules.ts';
import type { IncidentState } from '../domain/incident.ts';
import { decideTicketChange, decideWake, dueTimes, type DeskRules } from '../domain/decideTicket.ts';
import {
  isDone,
  ticketEvent,
  type TicketPriority,
  type TicketReason,
  type TicketState,
} from '../domain/ticket.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import type { TicketDoc } from '../store/models.ts';

const system = { actor: 'system:care', by: 'SYSTEM' } as const;

/** The desk's hours and promises at this moment. */
export const deskRules = ({ clock, settings }: CareApplication): DeskRules => {
  const {
    deskTimeZone: zone,
    deskHours: hours,
    deskClosedDays: closedDays,
    slaMinutes: targets,
  } = settings.current();
  return { nowMs: clock.nowMs(), desk: { zone, hours, closedDays }, targets };
};

/** A word made of words: the same ones give the same id in every process. */
export const shortHash = (words: string): string => createHash('sha256').update(words).digest('hex');
/** Number of a ticket as people read it. */
export const numberOf = (ticketId: string): string => `T-${ticketId.slice(0, 8).toUpperCase()}`;

/** A ticket to open. */
export interface NewTicket {
  readonly ticketId: string;
  readonly order: OrderView;
  readonly parcelId?: string | undefined;
  readonly incidentId?: string | undefined;
  readonly reason: TicketReason;
  readonly priority: TicketPriority;
  readonly actor: string;
  readonly cause: string;
}

/** Opens a ticket in a transaction; one with this id that is there stays as it is. True when it was opened now. */
export async function openTicketIn(
  application: CareApplication,
  ticket: NewTicket,
  tx: Tx,
): Promise<boolean> {
  const { ticketId, order, parcelId, incidentId, reason, priority, actor, cause } = ticket;
  const { firstResponseDueAtMs, resolutionDueAtMs } = dueTimes(priority, deskRules(application));
  const opened = ticketEvent('care.TicketOpened', {
    ...{
      ticketId,
      number: numberOf(ticketId),
      orderId: order._id,
      owner: order.owner,
      channel: order.channel,
    },
    ...{ reason, priority },
    ...(parcelId === undefined ? {} : { parcelId }),
    ...(incidentId === undefined ? {} : { incidentId }),
    ...(firstResponseDueAtMs === undefined ? {} : { firstResponseDueAtMs }),
    ...(resolutionDueAtMs === undefined ? {} : { resolutionDueAtMs }),
  });
  const { events } = await runDecision(application.journal, application.tickets, {
    ...{ id: ticketId, actor, cause, tx },
    decide: (found) => (found === undefined ? [opened] : []),
  });
  return events.length > 0;
}

/** Id of the ticket of an incident: one for each time that it is opened. */
export const ticketIdOf = ({ _id, times }: Pick<IncidentState, '_id' | 'times'>): string =>
  shortHash(`${_id}|${times}`).slice(0, 32);

/** The ticket of an incident, with the incident as its evidence. */
export async function openTicketOf(
  application: CareApplication,
  about: {
    order: OrderView;
    parcel: ParcelView | undefined;
    incident: IncidentState;
    reason: TicketReason;
    priority: TicketPriority;
  },
  tx: Tx,
): Promise<void> {
  const { order, parcel, incident, reason, priority } = about;
  const { _id: incidentId, type } = incident;
  const ticketId = ticketIdOf(incident);
  const ticket = {
    ...{ ticketId, order, parcelId: parcel?._id, incidentId, reason, priority },
    ...{ actor: system.actor, cause: incidentId },
  };
  if (!(await openTicketIn(application, ticket, tx))) return;
  const note = { ticketId, orderId: order._id, noteId: shortHash(`opened|${ticketId}`).slice(0, 32) };
  await runDecision(application.journal, application.tickets, {
    ...{ id: ticketId, actor: system.actor, cause: incidentId, tx },
    decide: () => [systemNote(note)],
  });
  await keepWords(application, note, incidentActions[incidentRules[type].firstAction], tx);
}

interface NoteRef {
  readonly ticketId: string;
  readonly orderId: string;
  readonly noteId: string;
}

/** What the system says on a ticket, to the desk alone. */
const systemNote = (note: NoteRef) =>
  ticketEvent('care.TicketNoted', {
    ...note,
    ...{ by: 'SYSTEM', author: system.actor, visibility: 'INTERNAL' },
  });

async function keepWords(
  { models }: CareApplication,
  { noteId, ticketId, orderId }: NoteRef,
  text: string,
  { session }: Tx,
): Promise<void> {
  const words = { $setOnInsert: { ticketId, orderId, text } };
  await models.TicketText.updateOne({ _id: noteId }, words, { upsert: true, session });
}

/** Opens what was put off until now; of several processes one does. */
export async function wakeTickets(application: CareApplication): Promise<void> {
  const { models, clock, journal, tickets } = application;
  const due = builtFilter<TicketDoc>({ status: 'SNOOZED', snoozedUntilMs: { $lte: clock.nowMs() } });
  for (const { _id: id } of await models.Ticket.find(due, { _id: 1 }).lean())
    await runDecision(journal, tickets, {
      ...{ id, actor: system.actor, cause: id },
      decide: (state) => (state === undefined ? [] : decideWake(state, deskRules(application))),
    });
}

/** The cause went: its tickets close with a note, unless a person has closed them already. */
export async function closeTicketOf(application: CareApplication, incidentId: string, tx: Tx): Promise<void> {
  const { models, journal, tickets } = application;
  const open = await models.Ticket.find({ incidentId }).session(tx.session).lean<TicketState[]>();
  for (const { _id, orderId } of open.filter((ticket) => !isDone(ticket))) {
    const note = { ticketId: _id, orderId, noteId: shortHash(`closed|${_id}`).slice(0, 32) };
    await runDecision(journal, tickets, {
      ...{ id: _id, actor: system.actor, cause: incidentId, tx },
      decide: (state) =>
        state === undefined || isDone(state)
          ? []
          : [
              systemNote(note),
              ...decideTicketChange(
                state,
                { status: 'SOLVED', resolution: 'CAUSE_GONE' },
                deskRules(application),
              ),
            ],
    });
    const text = 'The cause of this ticket is gone, so it was closed by the system.';
    await keepWords(application, note, text, tx);
  }
}
