import type { TicketState } from '../domain/ticket.ts';
import type { CareLoaders } from '../store/loaders.ts';

/** Words on a ticket as the graph shows them. */
export interface NoteRow {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly internal: boolean;
  readonly text: string | null;
}

/** What was written on a ticket; customers see what was written to them. */
export async function notesOf(
  { _id, notes }: Pick<TicketState, '_id' | 'notes'>,
  loaders: Pick<CareLoaders, 'wordsOfTicket'>,
  isForStaff: boolean,
): Promise<NoteRow[]> {
  const words = new Map((await loaders.wordsOfTicket.load(_id)).map((row) => [row._id, row.text]));
  return notes
    .filter(({ visibility }) => isForStaff || visibility === 'PUBLIC')
    .map(({ id, atMs: at, by, visibility }) => ({
      ...{ id, at, by, internal: visibility === 'INTERNAL', text: words.get(id) ?? null },
    }));
}
