import DataLoader from 'dataloader';
import { trusted } from '../../../platform/mongo/connect.ts';
import { loaderOfMany } from '../../../platform/mongo/loaders.ts';
import type { OrderView } from '../domain/views.ts';
import type { CareModels, IncidentDoc, MessageDoc, TicketDoc, TicketTextRow } from './models.ts';

/** Reads of one call, gathered. */
export interface CareLoaders {
  /** By order id; null for an order that care has not heard of. */
  readonly order: DataLoader<string, OrderView | null>;
  /** By order id, oldest first. */
  readonly messagesOfOrder: DataLoader<string, MessageDoc[]>;
  /** By order id, oldest first. */
  readonly incidentsOfOrder: DataLoader<string, IncidentDoc[]>;
  /** By order id, oldest first. */
  readonly ticketsOfOrder: DataLoader<string, TicketDoc[]>;
  /** Words on tickets, by ticket id. */
  readonly wordsOfTicket: DataLoader<string, TicketTextRow[]>;
}

export const careLoaders = ({ Order, Message, Incident, Ticket, TicketText }: CareModels): CareLoaders => ({
  order: new DataLoader<string, OrderView | null>(async (ids) => {
    const rows = await Order.find(trusted({ _id: { $in: [...ids] } })).lean<OrderView[]>();
    const byId = new Map(rows.map((row) => [row._id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }),
  messagesOfOrder: loaderOfMany<string, MessageDoc>(
    async (ids) =>
      await Message.find(trusted({ orderId: { $in: [...ids] } }))
        .sort({ createdAtMs: 1, _id: 1 })
        .lean<MessageDoc[]>(),
    (row) => row.orderId,
  ),
  incidentsOfOrder: loaderOfMany<string, IncidentDoc>(
    async (ids) =>
      await Incident.find(trusted({ orderId: { $in: [...ids] } }))
        .sort({ openedAtMs: 1, _id: 1 })
        .lean<IncidentDoc[]>(),
    (row) => row.orderId,
  ),
  ticketsOfOrder: loaderOfMany<string, TicketDoc>(
    async (ids) =>
      await Ticket.find(trusted({ orderId: { $in: [...ids] } }))
        .sort({ openedAtMs: 1, _id: 1 })
        .lean<TicketDoc[]>(),
    (row) => row.orderId,
  ),
  wordsOfTicket: loaderOfMany<string, TicketTextRow>(
    async (ids) => await TicketText.find(trusted({ ticketId: { $in: [...ids] } })).lean<TicketTextRow[]>(),
    (row) => row.ticketId,
  ),
});
