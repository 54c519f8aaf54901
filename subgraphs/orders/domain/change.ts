import { notFound } from '../../../platform/errors/codedError.ts';
import type { UnitsByLine } from './counters.ts';
import { canCancel } from './ledger/decideUnits.ts';
import { hasLeft, isGone, isOpen, type Run } from './ledger/ledger.ts';
import { countUnits } from './ledger/runs.ts';
import type { OrderState } from './order.ts';

/** Parts of a change. */
export type ChangePart = 'ADD' | 'REMOVE' | 'ADDRESS' | 'INSTRUCTIONS' | 'DELIVERY';

/** Why something of an order cannot be changed; `OrderChangeRefusalCode` of the graph says it in words. */
export type RefusalCode =
  | 'NOT_CONFIRMED'
  | 'IN_PROGRESS'
  | 'HAS_LEFT'
  | 'PARTLY_LEFT'
  | 'PACKED'
  | 'TOO_MANY'
  | 'NOT_AVAILABLE'
  | 'OTHER_COUNTRY'
  | 'PAYMENT_METHOD';

/** Something of a change that is not possible. */
export interface Refusal {
  readonly part: ChangePart;
  readonly code: RefusalCode;
  readonly message: string;
}

/** A change, as far as it decides whether it is possible. */
export interface ChangeWish {
  readonly adds: boolean;
  readonly removed: UnitsByLine;
  /** Another recipient or street, or what the carrier should know; at the same place. */
  readonly addressed: readonly ('ADDRESS' | 'INSTRUCTIONS')[];
  /** Another way, place or date: its units are planned anew. */
  readonly way: boolean;
  readonly otherCountry: boolean;
}

const messages: Readonly<Record<RefusalCode, string>> = {
  NOT_CONFIRMED: 'This order waits for its payment or for a person; change it when it is confirmed.',
  IN_PROGRESS: 'Another change or cancellation of this order is under way; try again shortly.',
  HAS_LEFT: 'Everything of it has left, been collected or been cancelled.',
  PARTLY_LEFT: 'Some of it has left: what is on its way goes where it was promised to go.',
  PACKED: 'It is packed for the carrier; ask for another way of delivery, which has it packed anew.',
  TOO_MANY: 'Fewer units of this line can be taken out.',
  NOT_AVAILABLE: 'This cannot be delivered: not enough units within reach, or no way to deliver them.',
  OTHER_COUNTRY: 'Goods, taxes and papers differ from country to country; cancel it and order anew.',
  PAYMENT_METHOD: 'How it is paid does not go with this way of delivery.',
};

/** A refusal in words. */
export const refusal = (part: ChangePart, code: RefusalCode, message = messages[code]): Refusal => ({
  ...{ part, code, message },
});

const partsOf = ({ adds, removed, addressed, way }: ChangeWish): ChangePart[] => [
  ...(adds ? (['ADD'] as const) : []),
  ...(removed.length > 0 ? (['REMOVE'] as const) : []),
  ...(way ? (['DELIVERY'] as const) : addressed),
];

/** What of a change is not possible as the order stands; nothing when all of it is. */
export function refusalsOf(order: OrderState, wish: ChangeWish): Refusal[] {
  const parts = partsOf(wish);
  const all = (code: RefusalCode): Refusal[] => parts.map((part) => refusal(part, code));
  if (!order.confirmed || order.heldReason !== undefined) return all('NOT_CONFIRMED');
  if (order.changing !== undefined) return all('IN_PROGRESS');
  return [
    ...(wish.adds && !someRun(order, isOpenRun) ? [refusal('ADD', 'HAS_LEFT')] : []),
    ...removalRefusals(order, wish.removed),
    ...(wish.way ? wayRefusals(order, wish) : addressRefusals(order, wish)),
  ];
}

const isOpenRun = ({ place }: Run): boolean => isOpen(place);
const someRun = ({ ledger }: OrderState, test: (run: Run) => boolean): boolean => ledger.runs.some(test);

function removalRefusals({ ledger, lines }: OrderState, removed: UnitsByLine): Refusal[] {
  const wanted = new Map<string, number>();
  for (const { lineId, quantity } of removed) wanted.set(lineId, (wanted.get(lineId) ?? 0) + quantity);
  return [...wanted].flatMap(([lineId, quantity]) => {
    if (!lines.some((line) => line.lineId === lineId)) throw notFound('order line');
    const most = countUnits(ledger, lineId, canCancel);
    if (quantity <= most) return [];
    if (most === 0) return [refusal('REMOVE', 'HAS_LEFT')];
    const message = `Of line ${lineId}, ${most} units can still be taken out, not ${quantity}.`;
    return [refusal('REMOVE', 'TOO_MANY', message)];
  });
}

/** Names and streets go onto the label once goods are packed. */
function addressRefusals(order: OrderState, { addressed }: ChangeWish): Refusal[] {
  const all = (code: RefusalCode): Refusal[] => addressed.map((part) => refusal(part, code));
  if (!someRun(order, isOpenRun)) return all('HAS_LEFT');
  return someRun(order, ({ place }) => place === 'PACKED') ? all('PACKED') : [];
}

function wayRefusals(order: OrderState, { otherCountry }: ChangeWish): Refusal[] {
  const no = (code: RefusalCode): Refusal[] => [refusal('DELIVERY', code)];
  if (!someRun(order, isOpenRun)) return no('HAS_LEFT');
  if (someRun(order, ({ place }) => hasLeft(place))) return no('PARTLY_LEFT');
  if (someRun(order, ({ askId }) => askId !== undefined)) return no('IN_PROGRESS');
  return otherCountry ? no('OTHER_COUNTRY') : [];
}

/** Units of an order that are still to be sent, by line: what a new way is promised for. */
export function openLines({ ledger, lines }: OrderState) {
  return lines.flatMap(({ lineId, sku, customisation }) => {
    const quantity = countUnits(ledger, lineId, ({ place }) => isOpen(place) && !isGone(place));
    const made = customisation === undefined ? {} : { customisation };
    return quantity === 0 ? [] : [{ id: lineId, sku, quantity, ...made }];
  });
}
