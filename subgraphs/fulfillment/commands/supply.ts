import { codedError } from '../../../platform/errors/codedError.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import type { ShippingClient } from '../clients/shippingClient.ts';
import {
  decideFinishMaking,
  decideHandOver,
  decideLabel,
  decideReject,
  decideStartMaking,
} from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { pickedLines, refOf, type FulfillmentOrder, type LineUnits } from '../domain/fulfillmentOrder.ts';
import { decidePack, type PackingFacts } from '../domain/pack.ts';
import { decidePick } from '../domain/pick.ts';
import { checkedCarrier, decideAcceptPart } from '../domain/purchase.ts';
import { requireAction } from '../domain/tables.ts';
import type { RejectReason } from '../generated/resolverTypes.ts';
import type { ActionCall, ActOnWork, Decide } from './actOnWork.ts';

/** A parcel of a supplier. */
export interface SupplyParcel {
  readonly trackingCode: string;
  readonly weightGrams?: number | undefined;
  /** Everything, where there is one parcel and nothing is named. */
  readonly lines: readonly LineUnits[];
}

/** What a supplier does with purchase orders. */
export interface Supply {
  accept(call: ActionCall, units: readonly LineUnits[]): Promise<FulfillmentOrder>;
  decline(call: ActionCall, reason: RejectReason): Promise<FulfillmentOrder>;
  /** Everything has left with the supplier's own carrier: each step is done once, so a call that broke off goes on. */
  ship(call: ActionCall, carrier: string, parcels: readonly SupplyParcel[]): Promise<FulfillmentOrder>;
}

export function createSupply(deps: {
  journal: Journal;
  on: ActOnWork;
  shipping: ShippingClient;
  factsFor: (work: FulfillmentOrder) => Promise<PackingFacts>;
}): Supply {
  const { journal, on, shipping, factsFor } = deps;
  const loaded = async (call: ActionCall): Promise<FulfillmentOrder> => {
    const work = await on.load(call);
    if (work.purchase === undefined)
      throw codedError('BAD_USER_INPUT', 'This is the work of a place of our own, and no purchase order.', {
        field: 'id',
      });
    return work;
  };
  return {
    accept: async (call, units) => {
      await loaded(call);
      return on.act(call, 'acceptPurchaseOrder', { units }, (work) => decideAcceptPart(work, units));
    },
    decline: async (call, reason) => {
      await loaded(call);
      return on.act(call, 'declinePurchaseOrder', { reason }, (work) => decideReject(work, reason));
    },
    ship: async (call, carrier, parcels) => {
      const own = checkedCarrier({ carrier, trackingCodes: parcels.map((parcel) => parcel.trackingCode) });
      const work = await loaded(call);
      if (work.step === 'HANDED_OVER' && work.purchase?.carrier === own.carrier) return work;
      const facts = await factsFor(work);
      // One key for all of it, one of its own for each step.
      const step = (name: string, decide: Decide): Promise<FulfillmentOrder> =>
        on.act(
          { ...call, key: `${call.key ?? ''}:${name}`.slice(-255) },
          `shipPurchaseOrder.${name}`,
          { own, parcels },
          decide,
        );
      await step('prepare', (now) => prepared(now, parcels, facts, own));
      journal.crashpoint('supply.afterPacking');
      const packed = await on.load(call);
      if (packed.step === 'PACKED') {
        const shipmentId = await shipping.createShipment(packed, call.requestId, own);
        journal.crashpoint('supply.afterShipment');
        await step('label', (now) =>
          now.step === 'LABELLED' ? [] : decideLabel(now, packed.parcels, shipmentId),
        );
      }
      return step('handOver', (now) => decideHandOver(now, journal.clock.nowMs()));
    },
  };
}

/** Picked, made and packed as the supplier says, in one decision. */
function prepared(
  work: FulfillmentOrder,
  parcels: readonly SupplyParcel[],
  facts: PackingFacts,
  own: { readonly carrier: string; readonly trackingCodes: readonly string[] },
): ReturnType<Decide> {
  if (work.step === 'LABELLED') return [];
  const events: ReturnType<Decide>[number][] = [];
  let now = work;
  const go = (decided: ReturnType<Decide>): void => {
    for (const event of decided) {
      events.push(event);
      now = evolve(now, event, work.createdAtMs);
    }
  };
  if (now.step === 'TO_PICK' || now.step === 'PICKING') go(decidePick(now, []));
  if (now.step === 'PICKED' && now.toMake === true) go(decideStartMaking(now));
  if (now.step === 'MAKING') go(decideFinishMaking(now));
  requireAction(now, 'PACK');
  go(decidePack(now, packedBy(now, parcels), { sizeOf: facts.sizeOf }));
  go([
    {
      type: 'fulfillment.OwnCarrierNamed',
      data: { ...refOf(now), carrier: own.carrier, trackingCodes: [...own.trackingCodes] },
    },
  ]);
  return events;
}

const packedBy = (work: FulfillmentOrder, parcels: readonly SupplyParcel[]) =>
  parcels.map(({ weightGrams, lines }) => ({
    weightGrams,
    lines:
      lines.length === 0 && parcels.length === 1
        ? pickedLines(work).map(({ lineId, quantity }) => ({ lineId, quantity }))
        : lines,
  }));
