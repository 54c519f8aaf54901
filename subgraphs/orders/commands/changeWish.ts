import { destinationCode } from '@promesse/geography/territories';
import { codedError } from '../../../platform/errors/codedError.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import type { AddedLine } from '../domain/addedLines.ts';
import { pricedLine, requireWanted, withLine, type CartLine } from '../domain/cart.ts';
import type { ChangeWish } from '../domain/change.ts';
import { addedLines } from '../domain/changeSums.ts';
import type { OrderState } from '../domain/order.ts';
import type { OrderChangeInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { AddressPart } from '../store/changeModel.ts';
import type { AddressDoc, DestinationDoc } from '../store/models.ts';
import { addressOf, destinationOf } from './cartAddress.ts';
import { taxRates } from './taxRates.ts';

/** A change as it is understood: what it wants, and what the order's address would be. */
export interface ReadChange {
  readonly wish: ChangeWish;
  readonly address: AddressDoc | undefined;
  readonly what: readonly AddressPart[];
  readonly destination: DestinationDoc;
}

const wrong = (message: string) => codedError('BAD_USER_INPUT', message, { field: 'change' });

/** Longest instruction that carriers take. */
const longestInstruction = 200;

/** Understands a change of an order; BAD_USER_INPUT for one that says nothing, or two things that go one after the other. */
export async function readChange(
  { models }: OrdersParts,
  order: OrderState,
  change: OrderChangeInput,
): Promise<ReadChange> {
  const removed = (change.remove ?? []).map(({ lineId, quantity }) => ({
    ...{ lineId, quantity: requireQuantity(quantity) },
  }));
  for (const line of change.add ?? []) requireWanted(line);
  const before = await models.OrderAddress.findOne({ _id: order._id }).lean<AddressDoc>();
  const address = addressAfter(before ?? undefined, change);
  const what = before === null || address === undefined ? [] : differences(before, address);
  const asked = change.address == null ? undefined : destinationOf(change.address);
  const moved = asked !== undefined && isElsewhere(order.destination, asked);
  const way = moved || change.delivery != null;
  const adds = (change.add ?? []).length > 0;
  if (way && (adds || removed.length > 0))
    throw wrong('Change units and the way of delivery one after the other.');
  if (!way && !adds && removed.length === 0 && what.length === 0)
    throw wrong('Say what is to be added, taken out, or delivered otherwise.');
  const addressed = [
    ...(what.some((part) => part !== 'INSTRUCTIONS') ? (['ADDRESS'] as const) : []),
    ...(what.includes('INSTRUCTIONS') ? (['INSTRUCTIONS'] as const) : []),
  ];
  const destination = moved ? asked : order.destination;
  const otherCountry = territoryOf(destination) !== territoryOf(order.destination);
  return { wish: { adds, removed, addressed, way, otherCountry }, address, what, destination };
}

const territoryOf = ({ country, postalCode }: DestinationDoc): string => destinationCode(country, postalCode);

/** Another postal code or country is another promise; a point without one counts as a place of its own. */
const isElsewhere = (before: DestinationDoc, after: DestinationDoc): boolean =>
  before.country !== after.country || before.postalCode !== after.postalCode;

function addressAfter(
  before: AddressDoc | undefined,
  { address, instructions }: OrderChangeInput,
): AddressDoc | undefined {
  const given = address == null ? before : addressOf(address);
  if (given === undefined || instructions == null) return given;
  const text = instructions.trim();
  if (text.length > longestInstruction)
    throw codedError('BAD_USER_INPUT', `Instructions have at most ${longestInstruction} characters.`, {
      field: 'instructions',
    });
  const { instructions: _before, ...rest } = given;
  return text === '' ? rest : { ...rest, instructions: text };
}

function differences(before: AddressDoc, after: AddressDoc): AddressPart[] {
  const differ = (...fields: (keyof AddressDoc)[]): boolean =>
    fields.some((field) => (before[field] ?? '') !== (after[field] ?? ''));
  return [
    ...(differ('name', 'company') ? (['RECIPIENT'] as const) : []),
    ...(differ('line1', 'line2') ? (['STREET'] as const) : []),
    ...(differ('postalCode', 'city', 'region', 'country') ? (['PLACE'] as const) : []),
    ...(differ('instructions') ? (['INSTRUCTIONS'] as const) : []),
  ];
}

/** What is to be added, at the prices and taxes of now. */
export async function pricedAdds(
  parts: OrdersParts,
  order: OrderState,
  { add }: OrderChangeInput,
  { changeId, requestId }: { readonly changeId: string; readonly requestId: string },
): Promise<AddedLine[]> {
  const priced: CartLine[] = [];
  for (const wanted of add ?? []) {
    const variant = await parts.catalog.variant(wanted.sku, requestId);
    priced.push(pricedLine(order.currency, { ...wanted, id: parts.newId() }, variant));
  }
  const { destination } = order;
  const rates = await taxRates(parts, { destination, lines: priced });
  const taxed = priced.map((line) => ({
    ...{ ...line, taxBasisPoints: rates.get(line.id) ?? line.taxBasisPoints },
  }));
  return addedLines(order, changeId, taxed.reduce<CartLine[]>(withLine, []));
}
