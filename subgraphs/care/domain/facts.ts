import type { EventPayload } from '../../../schema/events/registry.ts';
import type { FactName, MessageCode, messageCodes } from './codes.ts';

/** What messages tell of, without anything personal: as the event of the decision has it, nothing left out. */
export type Facts = { readonly [F in keyof KnownFacts]-?: NonNullable<KnownFacts[F]> };

/** What is known of them. */
export type KnownFacts = EventPayload<'care.MessageDecided'>['facts'];

/** The facts one code needs, and any others that are known. */
export type FactsOf<C extends MessageCode> = KnownFacts &
  Pick<Facts, (typeof messageCodes)[C]['needs'][number] & FactName>;
