import type { Clock } from '../../platform/clock/clock.ts';
import { defineAggregate, type Aggregate } from '../../platform/journal/aggregate.ts';
import type { Idempotency } from '../../platform/journal/idempotency.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { createCatalogClient, type CatalogClient } from './clients/catalogClient.ts';
import { createOrdersClient, type OrdersClient } from './clients/ordersClient.ts';
import { evolveChoice, type ChoiceEvent, type ChoiceState } from './domain/choice.ts';
import { channelsOf, type Channel, type MessageCode } from './domain/codes.ts';
import { evolveMessage, type MessageEvent, type MessageState } from './domain/message.ts';
import { evolveIncident, type IncidentEvent, type IncidentState } from './domain/incident.ts';
import { evolveSurvey, type SurveyEvent, type SurveyState } from './domain/survey.ts';
import { evolveTicket, type TicketEvent, type TicketState } from './domain/ticket.ts';
import type { CareSettings } from './domain/settings.ts';
import { evolvePreferences, type PreferenceEvent, type PreferencesState } from './domain/preferences.ts';
import type { CareDeps, MailTransport, SmsTransport } from './ports.ts';
import { createTransits, type Transits } from './queries/transits.ts';
import { careModels, type CareModels } from './store/models.ts';

/** The care subgraph, put together once. */
export interface CareApplication {
  readonly models: CareModels;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly settings: Settings<CareSettings>;
  readonly messages: Aggregate<MessageState, MessageEvent>;
  readonly orders: OrdersClient;
  readonly catalog: CatalogClient;
  readonly incidents: Aggregate<IncidentState, IncidentEvent>;
  readonly tickets: Aggregate<TicketState, TicketEvent>;
  /** What customers decide when a promise moved. */
  readonly choices: Aggregate<ChoiceState, ChoiceEvent>;
  readonly surveys: Aggregate<SurveyState, SurveyEvent>;
  readonly preferences: Aggregate<PreferencesState, PreferenceEvent>;
  readonly transits: Transits;
  readonly mail: MailTransport | undefined;
  readonly sms: SmsTransport | undefined;
  /** Channels on which a code is told here. */
  readonly channelsOf: (code: MessageCode) => readonly Channel[];
  readonly config: CareDeps['config'];
  readonly clock: Clock;
  readonly log: Log;
  /** Something is due at that moment, epoch ms. */
  readonly wake: (atMs: number) => void;
}

export function createCareApplication(
  { connection, client, clock, log, mail, sms, config }: CareDeps,
  parts: Pick<CareApplication, 'journal' | 'idempotency' | 'settings' | 'wake'>,
): CareApplication {
  const models = careModels(connection);
  return {
    ...{ models, clock, log, mail, sms, config, ...parts },
    incidents: defineAggregate<IncidentState, IncidentEvent>({
      ...{ name: 'incident', model: models.Incident, evolve: evolveIncident },
    }),
    choices: defineAggregate<ChoiceState, ChoiceEvent>({
      ...{ name: 'choice', model: models.Choice, evolve: evolveChoice },
    }),
    surveys: defineAggregate<SurveyState, SurveyEvent>({
      ...{ name: 'survey', model: models.Survey, evolve: evolveSurvey },
    }),
    tickets: defineAggregate<TicketState, TicketEvent>({
      ...{ name: 'ticket', model: models.Ticket, evolve: evolveTicket },
    }),
    preferences: defineAggregate<PreferencesState, PreferenceEvent>({
      ...{ name: 'preferences', model: models.Preferences, evolve: evolvePreferences },
    }),
    messages: defineAggregate<MessageState, MessageEvent>({
      ...{ name: 'message', model: models.Message, evolve: evolveMessage },
    }),
    channelsOf: (code) =>
      channelsOf(code).filter((channel) => (channel === 'EMAIL' ? mail : sms) !== undefined),
    transits: createTransits(models, clock),
    orders: createOrdersClient(client),
    catalog: createCatalogClient(client),
  };
}
