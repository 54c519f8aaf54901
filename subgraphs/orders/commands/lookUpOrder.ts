import { codedError } from '../../../platform/errors/codedError.ts';
import type { Identity } from '../../../schema/identity.ts';
import { readEmail, readPhone } from '../domain/contact.ts';
import type { OrdersParts } from '../parts.ts';
import type { OrderContactDoc } from '../store/contactModel.ts';
import type { OrderDoc } from '../store/models.ts';
import { forgetTry, mayTry } from './attempts.ts';

/** What somebody without an account knows of an order. */
export interface LookUp {
  readonly number: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly phoneCountry?: string | null | undefined;
}

const wrong = (field: string, message: string) => codedError('BAD_USER_INPUT', message, { field });

/** What is compared, in its one form. Refused before anything is looked up, so that it tells nothing. */
function known({ email, phone, phoneCountry }: LookUp): { email?: string; phone?: string } {
  if (email == null && phone == null)
    throw wrong('email', 'Give the e-mail address or the telephone number.');
  const mail = email == null ? undefined : readEmail(email);
  const number = phone == null ? undefined : readPhone(phone, phoneCountry ?? undefined);
  if (email != null && mail === undefined) throw wrong('email', 'This is no e-mail address.');
  if (phone != null && number === undefined)
    throw wrong('phone', 'This is no telephone number; begin with + or name its country in phoneCountry.');
  return { ...(mail ? { email: mail } : {}), ...(number ? { phone: number } : {}) };
}

const fits = (contact: OrderContactDoc | null, asked: { email?: string; phone?: string }): boolean =>
  contact !== null &&
  (asked.email === undefined || asked.email === contact.email) &&
  (asked.phone === undefined || asked.phone === contact.phone);

/**
 * The order with this number if the contact is the right one. Answers the same for a number that nobody has and for a wrong
 * contact; TOO_MANY_ATTEMPTS after some, by number and by caller, counted in the database.
 */
export async function lookUpOrder(
  { models, settings, journal }: OrdersParts,
  ask: LookUp,
  who: Identity,
): Promise<OrderDoc | null> {
  const asked = known(ask);
  const number = ask.number.trim().toUpperCase();
  const nowMs = journal.clock.nowMs();
  const { lookUpAttempts: most, lookUpLockMinutes } = settings.current();
  const limit = { most, lockMs: lookUpLockMinutes * 60_000 };
  // Everybody without a token has the same subject: for them the number alone counts.
  const callers = who.kind === 'anonymous' ? [] : [`caller:${who.subject}`];
  const keys = [`number:${number}`, ...callers];
  for (const key of keys)
    if (!(await mayTry(models, key, limit, nowMs)))
      throw codedError('TOO_MANY_ATTEMPTS', 'Too many attempts; try again later.');
  const order = await models.Order.findOne({ number }).lean<OrderDoc>();
  // Asked for in any case, so that the time it takes tells nothing either.
  const contact = await models.OrderContact.findOne({ _id: order?._id ?? '-' }).lean<OrderContactDoc>();
  if (!fits(contact, asked)) return null;
  for (const key of keys) await forgetTry(models, key);
  return order;
}
