import { connectMongo, trusted } from '../../../platform/mongo/connect.ts';
import { isoOf } from '../../../platform/values/time.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import { catalogModels } from '../../../subgraphs/catalog/store/models.ts';
import { rowOf } from '../../../subgraphs/fulfillment/commands/actOnWork.ts';
import { fulfillmentModels, type FulfillmentOrderDoc } from '../../../subgraphs/fulfillment/store/models.ts';
import { daysLate, isKept, isOver, promisedDays } from '../../../subgraphs/insights/domain/orderFact.ts';
import { factsOf, insightsModels } from '../../../subgraphs/insights/store/models.ts';
import { isDelayed, statusOf } from '../../../subgraphs/orders/domain/status.ts';
import { chargeStatusOf, totalsOf } from '../../../subgraphs/orders/domain/totals.ts';
import { ordersModels, type OrderDoc } from '../../../subgraphs/orders/store/models.ts';
import { mayRead } from '../../../subgraphs/returns/queries/rowsOf.ts';
import { returnOptions } from '../../../subgraphs/returns/domain/options.ts';
import { returnsSettings } from '../../../subgraphs/returns/domain/settings.ts';
import { feeMinor } from '../../../subgraphs/returns/domain/terms.ts';
import { returnModel, type ReturnDoc } from '../../../subgraphs/returns/store/models.ts';
import { maySee } from '../../../subgraphs/shipping/resolvers/access.ts';
import { shippingModels, type ShipmentDoc } from '../../../subgraphs/shipping/store/models.ts';

/** The models of all subgraphs, on connections like theirs. */
async function openModels(uri: string) {
  const open = (subgraph: string) => connectMongo({ uri, database: `promesse_${subgraph}` });
  return {
    Order: ordersModels(await open('orders')).Order,
    ...fulfillmentModels(await open('fulfillment')),
    ...shippingModels(await open('shipping')),
    Return: returnModel(await open('returns')),
    insights: insightsModels(await open('insights')),
    Variant: catalogModels(await open('catalog')).Variant,
  };
}

const among = (ids: Iterable<string>) => trusted({ $in: [...new Set(ids)] });
const money = (amountMinor: number, currency: string) => ({ amountMinor, currency });

/**
 * The order page as somebody would write it by hand without any graph: the subgraphs' own models and rules, the reads the
 * subgraphs make (the order three times: returns asks its owner twice), side by side where they can be, and one JSON text.
 */
export async function createHandWritten(uri: string, nowMs: () => number) {
  const reads = new Reads(await openModels(uri), nowMs);
  return (id: string, who: Identity): Promise<string> => orderPage(reads, id, who);
}

const rowsOf = async <T>(find: { lean(): PromiseLike<unknown> }): Promise<T[]> => (await find.lean()) as T[];

/** What each subgraph reads for the page. */
class Reads {
  readonly #models: Awaited<ReturnType<typeof openModels>>;
  readonly #nowMs: () => number;

  constructor(models: Awaited<ReturnType<typeof openModels>>, nowMs: () => number) {
    this.#models = models;
    this.#nowMs = nowMs;
  }

  async orderOf(id: string): Promise<OrderDoc | undefined> {
    return (await rowsOf<OrderDoc>(this.#models.Order.find({ _id: among([id]) })))[0];
  }

  async workOf(id: string, who: Identity) {
    const find = this.#models.FulfillmentOrder.find({ orderId: among([id]) }).sort({
      createdAtMs: 1,
      _id: 1,
    });
    const work = (await rowsOf<FulfillmentOrderDoc>(find)).filter((row) => mayReadRow(who, rowOf(row)));
    const places = await rowsOf<{ _id: string; name: string }>(
      this.#models.Location.find({ _id: among(work.map((row) => row.locationId)) }),
    );
    const nameOf = new Map(places.map((place) => [place._id, place.name]));
    return work.map(({ _id, step, locationId }) => ({
      id: _id,
      step,
      location: { name: nameOf.get(locationId) },
    }));
  }

  async shipmentsOf(id: string, who: Identity) {
    const find = this.#models.Shipment.find({ orderId: among([id]) }).sort({ createdAtMs: 1, _id: 1 });
    const shipments = (await rowsOf<ShipmentDoc>(find)).filter((row) => maySee(who, row));
    const services = await rowsOf<{ _id: string; name: { en: string } }>(
      this.#models.CarrierService.find({ _id: among(shipments.map((row) => row.serviceCode)) }),
    );
    const nameOf = new Map(services.map((service) => [service._id, service.name.en]));
    return shipments.map((row) => ({
      id: row._id,
      isReturn: row.isReturn,
      milestone: row.milestone,
      carrierService: { name: nameOf.get(row.serviceCode) },
      parcels: row.parcels.map(({ trackingCode }) => ({ trackingCode })),
      trackingEvents: row.trackingEvents.map((event) => ({
        text: event.text,
        occurredAt: isoOf(event.occurredAtMs),
      })),
    }));
  }

  async returnsOf(id: string, who: Identity) {
    const find = this.#models.Return.find({ orderId: among([id]) }).sort({ requestedAtMs: 1 });
    const returns = (await rowsOf<ReturnDoc>(find)).filter((row) => mayRead(who, row));
    return returns.map(({ number, status, refundMinor, currency }) => ({
      number,
      status,
      refund: refundMinor === undefined ? null : money(refundMinor, currency),
    }));
  }

  async optionsOf(id: string, who: Identity) {
    const seen = await this.orderOf(id);
    if (seen === undefined || !mayReadRow(who, seen)) return [];
    const order = (await this.orderOf(id)) as OrderDoc;
    const skus = order.lines.map((line) => line.sku);
    const variants = await rowsOf<{ _id: string; weightGrams: number }>(
      this.#models.Variant.find({ _id: among(skus) }),
    );
    const gramsOf = new Map(variants.map((variant) => [variant._id, variant.weightGrams]));
    const grams = order.lines.map(
      ({ sku, counters }) => (counters.delivered - counters.returned) * (gramsOf.get(sku) ?? 0),
    );
    const total = grams.reduce((sum, each) => sum + each, 0);
    if (total === 0) return [];
    const terms = { currency: order.currency, country: order.destination.country };
    return returnOptions(total).map(({ method, kgCO2e }) => ({
      method,
      cost: money(feeMinor(returnsSettings.defaults, method, terms), order.currency),
      kgCO2e,
    }));
  }

  async outcomeOf(id: string, who: Identity) {
    const [found] = await factsOf(this.#models.insights, 'order', { by: '_id', ids: [id] });
    if (found === undefined || !mayReadRow(who, found) || !isOver(found, this.#nowMs())) return null;
    return {
      kept: isKept(found),
      daysLate: daysLate(found, this.#nowMs()),
      promisedDays: promisedDays(found),
      promisedLatestAt: isoOf(found.promisedLatestAtMs),
      deliveredAt: found.deliveredAtMs === undefined ? null : isoOf(found.deliveredAtMs),
    };
  }

  nowMs(): number {
    return this.#nowMs();
  }
}

async function orderPage(reads: Reads, id: string, who: Identity): Promise<string> {
  const order = await reads.orderOf(id);
  if (order === undefined || !mayReadRow(who, order)) return '{"data":{"order":null}}';
  const [work, shipments, returns, options, outcome] = await Promise.all([
    reads.workOf(id, who),
    reads.shipmentsOf(id, who),
    reads.returnsOf(id, who),
    reads.optionsOf(id, who),
    reads.outcomeOf(id, who),
  ]);
  const { totalMinor, capturedMinor, refundedMinor } = totalsOf(order);
  const lines = order.lines.map(({ sku, counters }) => {
    const { ordered, shipped, delivered, returned } = counters;
    return { sku, quantities: { ordered, shipped, delivered, returned } };
  });
  const page = {
    number: order.number,
    status: statusOf(order),
    delayed: isDelayed(order, reads.nowMs()),
    chargeStatus: chargeStatusOf(order),
    totals: {
      total: money(totalMinor, order.currency),
      captured: money(capturedMinor, order.currency),
      refunded: money(refundedMinor, order.currency),
    },
    lines,
    fulfillmentOrders: work,
    shipments,
    returns,
    returnOptions: options,
    promiseOutcome: outcome,
  };
  return JSON.stringify({ data: { order: page } });
}
