import { codedError } from '../../../platform/errors/codedError.ts';
import type { PageArgs } from '../../../platform/graph/connection.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { readableRows, type Identity } from '../../../schema/identity.ts';
import { nameWordsOf, readEmail, readPhone } from '../domain/contact.ts';
import { isDelayed, statusOf } from '../domain/status.ts';
import type { OrderSearchInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { OrderContactDoc } from '../store/contactModel.ts';
import type { OrderAddressDoc, OrderDoc, OrdersModels } from '../store/models.ts';
import type { OrderParcelsDoc } from '../store/parcelModel.ts';
import { orderPage, type OrderPage } from './orderPage.ts';

/** Most orders that a name, a contact or a tracking code may lead to. */
const maxLedTo = 1_000;

const wrong = (field: string, message: string) => codedError('BAD_USER_INPUT', message, { field });

/** Ids that one criterion leads to, by the index its collection has for it. */
async function ledTo(
  field: string,
  found: Promise<readonly { readonly _id: string }[]>,
): Promise<ReadonlySet<string>> {
  const ids = await found;
  if (ids.length > maxLedTo) throw wrong(field, `This fits more than ${maxLedTo} orders; be more exact.`);
  return new Set(ids.map(({ _id }) => _id));
}

/** Words of a name, each the beginning of a word of the recipient's or company's. */
function byName({ OrderAddress }: OrdersModels, name: string): Promise<ReadonlySet<string>> {
  const words = nameWordsOf(name);
  if (!words.some((word) => word.length > 1))
    throw wrong('name', 'A name has at least two letters of one word.');
  const filter = { $and: words.map((word) => ({ nameWords: { $regex: `^${word}` } })) };
  const rows = OrderAddress.find(builtFilter<OrderAddressDoc>(filter), { _id: 1 });
  return ledTo('name', rows.limit(maxLedTo + 1).lean<{ _id: string }[]>());
}

function byContact(
  { OrderContact }: OrdersModels,
  field: 'email' | 'phone',
  value: string,
): Promise<ReadonlySet<string>> {
  const rows = OrderContact.find(builtFilter<OrderContactDoc>({ [field]: value }), { _id: 1 });
  return ledTo(field, rows.limit(maxLedTo + 1).lean<{ _id: string }[]>());
}

async function byTracking({ OrderParcels }: OrdersModels, code: string): Promise<ReadonlySet<string>> {
  const rows = OrderParcels.find(builtFilter<OrderParcelsDoc>({ codes: code.trim() }));
  const found = await rows.limit(maxLedTo + 1).lean<OrderParcelsDoc[]>();
  return ledTo('trackingCode', Promise.resolve(found.map(({ orderId: _id }) => ({ _id }))));
}

/** Ids that fit every criterion that leads to ids; undefined when there is no such criterion. */
async function idsOf(models: OrdersModels, input: OrderSearchInput): Promise<string[] | undefined> {
  const { name, email, phone, phoneCountry, trackingCode } = input;
  const mail = email == null ? undefined : readEmail(email);
  const number = phone == null ? undefined : readPhone(phone, phoneCountry ?? undefined);
  if (email != null && mail === undefined) throw wrong('email', 'This is no e-mail address.');
  if (phone != null && number === undefined)
    throw wrong('phone', 'This is no telephone number; begin with + or name its country in phoneCountry.');
  const sets = await Promise.all([
    ...(name == null ? [] : [byName(models, name)]),
    ...(mail === undefined ? [] : [byContact(models, 'email', mail)]),
    ...(number === undefined ? [] : [byContact(models, 'phone', number)]),
    ...(trackingCode == null ? [] : [byTracking(models, trackingCode)]),
  ]);
  const [first, ...others] = sets;
  return first === undefined ? undefined : [...first].filter((id) => others.every((set) => set.has(id)));
}

/** Between two instants, the second excluded. */
const period = (from: number | null | undefined, to: number | null | undefined): object =>
  from == null && to == null
    ? {}
    : { placedAtMs: { ...(from == null ? {} : { $gte: from }), ...(to == null ? {} : { $lt: to }) } };

/** Orders that fit everything asked for, newest first, of those the caller may see. */
export async function searchOrders(
  { models, journal }: OrdersParts,
  who: Identity,
  args: PageArgs & { readonly filter: OrderSearchInput },
): Promise<OrderPage> {
  const input = args.filter;
  const { status, delayed, number, sku, channel, placedFrom, placedTo } = input;
  const rows = readableRows(who, 'locationIds');
  const ids = rows === null ? [] : await idsOf(models, input);
  const criteria = [
    rows ?? {},
    ...(ids === undefined ? [] : [{ _id: { $in: ids } }]),
    ...(number == null ? [] : [{ number: number.trim().toUpperCase() }]),
    ...(sku == null ? [] : [{ 'lines.sku': sku }]),
    ...(channel == null ? [] : [{ channel }]),
    period(placedFrom, placedTo),
  ].filter((each) => Object.keys(each).length > 0);
  const filter = rows === null ? null : criteria.length === 0 ? {} : { $and: criteria };
  const nowMs = journal.clock.nowMs();
  const keep = (order: OrderDoc): boolean =>
    (status == null || status.includes(statusOf(order))) &&
    (delayed == null || isDelayed(order, nowMs) === delayed);
  const isDerived = status != null || delayed != null;
  return orderPage(models, { list: 'search', filter, keep: isDerived ? keep : undefined }, args);
}
