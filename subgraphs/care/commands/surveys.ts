import { runDecision } from '../../../platform/journal/runDecision.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import { isWanted } from '../domain/preferences.ts';
import { mayAsk, poorRating, surveyEvent, type SurveyState, type SurveyTopic } from '../domain/survey.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import type { PreferencesDoc, SurveyDoc, TicketDoc } from '../store/models.ts';
import { writeOn } from './noteOn.ts';
import { tell } from './tell.ts';
import { openTicketIn, shortHash } from './tickets.ts';

const batch = 100;
const unfinished = ['NEW', 'OPEN', 'PENDING_CUSTOMER', 'PENDING_CARRIER', 'SNOOZED'];

/** Asks after deliveries whose time for it has come. */
export async function askDueSurveys(application: CareApplication): Promise<void> {
  const { models, clock, journal, log } = application;
  const due = await models.Order.find(builtFilter<OrderView>({ surveyAtMs: { $lte: clock.nowMs() } }), {
    _id: 1,
  })
    .sort({ surveyAtMs: 1 })
    .limit(batch)
    .lean();
  for (const { _id } of due)
    await withTransaction(journal.connection, (tx) => ask(application, _id, tx)).catch((error: unknown) =>
      log.warn({ subgraph: 'care', ids: _id, error }, 'a survey waits for the next look'),
    );
}

async function ask(application: CareApplication, id: string, tx: Tx): Promise<void> {
  const { models, clock, journal } = application;
  const { session } = tx;
  const order = await models.Order.findOne({ _id: id }).session(session).lean<OrderView>();
  if (order === null) return;
  await models.Order.updateOne({ _id: id }, { $unset: { surveyAtMs: 1 as const } }, { session });
  const { owner, deliveredAtMs = 0, originalLatestAtMs } = order;
  const last = await models.Survey.findOne({ owner })
    .sort({ askedAtMs: -1 })
    .session(session)
    .lean<SurveyDoc>();
  const open = builtFilter<TicketDoc>({ orderId: id, status: { $in: unfinished } });
  const openTickets = await models.Ticket.countDocuments(open).session(session);
  const nowMs = clock.nowMs();
  const wishes = await models.Preferences.findOne({ _id: owner }).session(session).lean<PreferencesDoc>();
  const wanted = isWanted(wishes, 'EMAIL', 'SURVEY');
  const chance = { nowMs, lastAskedAtMs: last?.askedAtMs, hasOpenTicket: openTickets > 0, isWanted: wanted };
  if (!mayAsk(chance)) return;
  const parcels = await models.Parcel.find({ orderId: id, toStore: false })
    .session(session)
    .lean<ParcelView[]>();
  const sent = parcels.filter(({ returnId, voided }) => returnId === undefined && voided !== true);
  const all = (of: (parcel: ParcelView) => string | undefined): string[] => [
    ...new Set(sent.flatMap((parcel) => of(parcel) ?? [])),
  ];
  const asked = {
    ...{ orderId: id, owner, serviceCodes: all((parcel) => parcel.serviceCode) },
    ...{
      lastMileCarriers: all(({ lastMile }) => lastMile),
      locationIds: all(({ locationId }) => locationId),
    },
    kept: deliveredAtMs <= originalLatestAtMs,
  };
  await runDecision(journal, application.surveys, {
    ...{ id, actor: 'system:care', cause: `survey:${id}`, tx },
    decide: (found) => (found === undefined ? [surveyEvent('care.SurveySent', asked)] : []),
  });
  const cause = { id: `survey:${id}`, actor: 'system:care' };
  await tell(application, { orderId: id, code: 'SURVEY', version: 1, facts: {}, factAtMs: nowMs }, cause, tx);
}

/** Takes an answer in, the last one counts; a poor one is given to a person. False when nobody was asked. */
export async function answerSurvey(
  application: CareApplication,
  orderId: string,
  rating: number,
): Promise<boolean> {
  const { journal, models, surveys } = application;
  const order = await models.Order.findOne({ _id: orderId }).lean<OrderView>();
  if (order === null) return false;
  const { state } = await runDecision(journal, surveys, {
    ...{ id: orderId, actor: order.owner, cause: `survey:${orderId}` },
    decide: (found: SurveyState | undefined) =>
      found === undefined || found.rating === rating
        ? []
        : [
            surveyEvent('care.SurveyAnswered', {
              orderId,
              rating,
              serviceCodes: [...found.serviceCodes],
              kept: found.kept,
            }),
          ],
    also: async (tx, { events }) => {
      if (events.length === 0 || rating > poorRating) return;
      const ticketId = shortHash(`survey|${orderId}`).slice(0, 32);
      const ticket = {
        ticketId,
        order,
        reason: 'SURVEY',
        priority: 'NORMAL',
        actor: order.owner,
        cause: ticketId,
      } as const;
      await openTicketIn(application, ticket, tx);
    },
  });
  return state !== undefined;
}

/** Takes in what an answer is about and why, the last one counts. False when nobody has answered. */
export async function explainSurvey(
  application: CareApplication,
  orderId: string,
  { what, why }: { readonly what: readonly SurveyTopic[]; readonly why: string },
): Promise<boolean> {
  const { journal, models, surveys } = application;
  const survey = await models.Survey.findOne({ _id: orderId }).lean<SurveyDoc>();
  if (survey?.rating === undefined) return false;
  const words = why.trim().slice(0, 2_000);
  const ticketId = shortHash(`survey|${orderId}`).slice(0, 32);
  await runDecision(journal, surveys, {
    ...{ id: orderId, actor: survey.owner, cause: `survey:${orderId}` },
    decide: () => [surveyEvent('care.SurveyExplained', { orderId, what: [...what], inWords: words !== '' })],
    also: async (tx) => {
      if (words === '') return;
      const ticket = await models.Ticket.findOne({ _id: ticketId }).session(tx.session).lean<TicketDoc>();
      const noteId = shortHash(`${ticketId}|${words}`).slice(0, 32);
      const { notes = [], status = 'CLOSED' } = ticket ?? {};
      if (status !== 'CLOSED' && notes.every(({ id }) => id !== noteId)) {
        const note = { ticketId, orderId, noteId, text: words, visibility: 'PUBLIC' } as const;
        await writeOn(application, note, { by: 'CUSTOMER', actor: survey.owner, cause: ticketId }, tx);
      }
      // Beside the words of tickets, where they can be erased; an answer has the words said last.
      const row = { $set: { ticketId, orderId, text: words } };
      const options = { upsert: true, session: tx.session };
      await models.TicketText.updateOne({ _id: `survey-${ticketId}` }, row, options);
    },
  });
  return true;
}
