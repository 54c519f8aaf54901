import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import {
  returnEvent,
  returnMachine,
  type Disposition,
  type ReturnEvent,
  type ReturnState,
} from './return.ts';

const known = (state: ReturnState | undefined): ReturnState => {
  if (state === undefined) throw notFound('return');
  return state;
};
const ref = ({ _id, orderId }: ReturnState) => ({ returnId: _id, orderId });
const unitsOf = (state: ReturnState) =>
  state.lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));

export function decideCancel(given: ReturnState | undefined): ReturnEvent[] {
  const state = known(given);
  returnMachine.requireTransition(state.status, 'CANCELLED');
  return [returnEvent('returns.ReturnCancelled', { ...ref(state), lines: unitsOf(state) })];
}

export function decideReject(given: ReturnState | undefined, reason: string): ReturnEvent[] {
  const state = known(given);
  returnMachine.requireTransition(state.status, 'REJECTED');
  return [returnEvent('returns.ReturnRejected', { ...ref(state), lines: unitsOf(state), reason })];
}

/** The units have arrived: all of them, or as many as were counted, never more than asked to return. */
export function decideReceive(
  given: ReturnState | undefined,
  counted: readonly { lineId: string; quantity: number }[],
  locationId: string,
  atMs: number,
): ReturnEvent[] {
  const state = known(given);
  returnMachine.requireTransition(state.status, 'RECEIVED');
  const counts = new Map(counted.map((line) => [line.lineId, line.quantity]));
  for (const [lineId, quantity] of counts) {
    const line = state.lines.find((each) => each.lineId === lineId);
    if (line === undefined) throw notFound('return line');
    if (!Number.isInteger(quantity) || quantity < 0 || quantity > line.quantity)
      throw codedError(
        'INVALID_QUANTITY',
        `Of this line, 0 to ${line.quantity} units can arrive, not ${quantity}.`,
      );
  }
  const lines = unitsOf(state).map((line) => ({
    ...line,
    quantity: counts.get(line.lineId) ?? line.quantity,
  }));
  const missing = unitsOf(state)
    .map((line, at) => ({ ...line, quantity: line.quantity - (lines[at]?.quantity ?? 0) }))
    .filter((line) => line.quantity > 0);
  return [returnEvent('returns.ReturnReceived', { ...ref(state), lines, missing, locationId, atMs })];
}

/** What each received unit is good for. Every unit gets a finding; refused ones are not refunded. */
export function decideInspect(
  given: ReturnState | undefined,
  findings: readonly { lineId: string; quantity: number; disposition: Disposition }[],
): ReturnEvent[] {
  const state = known(given);
  returnMachine.requireTransition(state.status, 'INSPECTED');
  for (const { quantity } of findings) requireQuantity(quantity);
  for (const { lineId } of findings)
    if (!state.lines.some((line) => line.lineId === lineId)) throw notFound('return line');
  for (const line of state.lines) {
    const found = findings
      .filter((each) => each.lineId === line.lineId)
      .reduce((sum, each) => sum + each.quantity, 0);
    if (found !== line.received)
      throw codedError(
        'INVALID_QUANTITY',
        `${line.received} units of this line arrived and ${found} have a finding; each needs one.`,
      );
  }
  const skuOf = new Map(state.lines.map((line) => [line.lineId, line.sku]));
  const units = findings.map(({ lineId, quantity, disposition }) => ({
    lineId,
    sku: skuOf.get(lineId) ?? '',
    quantity,
    disposition,
  }));
  const accepted = units
    .filter((unit) => unit.disposition !== 'REFUSE')
    .map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));
  const cost = { amountMinor: state.costMinor, currency: state.currency };
  return [
    returnEvent('returns.ReturnInspected', {
      ...ref(state),
      locationId: state.locationId ?? '',
      findings: units,
    }),
    returnEvent('returns.RefundRequested', { ...ref(state), lines: accepted, cost }),
  ];
}
