import type { HeldLine } from '../domain/cartHolds.ts';
import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { IntakeFacts, LocationFacts, ServiceFacts, StockFacts, VariantFacts } from '../domain/facts.ts';
import type { WindowPlace, WindowSlot } from '../domain/windows.ts';

/** A fact of another subgraph, kept whole as its event schema has checked it. */
export interface FactDoc<F> {
  _id: string;
  facts: F;
}

/** Stock facts also carry their revision, so that an older one never replaces a newer one. */
export interface StockFactDoc extends FactDoc<StockFacts> {
  revision: number;
}

export interface CapacityDoc {
  /** `<locationId>@<day>` */
  _id: string;
  locationId: string;
  day: string;
  used: number;
}

export type RuleSetState = 'DRAFT' | 'SCHEDULED' | 'LIVE' | 'RETIRED';

export interface RuleSetDoc {
  /** Version. */
  _id: string;
  name: string;
  state: RuleSetState;
  createdAtMs: number;
  createdBy: string;
  effectiveAtMs?: number;
  /** Former version it has the rules of. */
  copyOf?: string;
  rulesJson: string;
}

/** What is sold of a delivery window. */
export interface WindowDoc extends WindowSlot {
  /** `<service>|<area>|<day>|<begin>` */
  _id: string;
  places: WindowPlace[];
}

/** An order as placed and what became of it, for simulations. No personal data. */
export interface PastOrderDoc {
  _id: string;
  placedAtMs: number;
  deliveredAtMs?: number;
  /** Units cancelled since. */
  cancelledUnits?: number;
  /** Units added since. */
  addedUnits?: number;
  facts: Omit<EventPayload<'orders.OrderPlaced'>, 'orderId' | 'placedAtMs'>;
}

const top = { versionKey: false, id: false, minimize: false } as const;
const text = { type: String, required: true };
const whole = { type: Number, required: true };
/** Facts are written by us alone, after their event schema, and never queried inside. */
const facts = { type: Schema.Types.Mixed, required: true };

const ruleSetSchema = new Schema(
  {
    _id: text,
    name: text,
    state: text,
    createdAtMs: whole,
    createdBy: text,
    effectiveAtMs: Number,
    copyOf: String,
    rulesJson: text,
  },
  top,
);
ruleSetSchema.index({ createdAtMs: -1, _id: -1 });
ruleSetSchema.index({ state: 1, effectiveAtMs: 1 });
const pastSchema = new Schema(
  { _id: text, placedAtMs: whole, deliveredAtMs: Number, cancelledUnits: Number, addedUnits: Number, facts },
  top,
);
pastSchema.index({ placedAtMs: -1 });

/** The collections of the promise subgraph: what it has heard of others, and its rules. */
export interface PromiseModels {
  readonly Location: Model<FactDoc<LocationFacts>>;
  readonly Intake: Model<FactDoc<IntakeFacts>>;
  readonly Service: Model<FactDoc<ServiceFacts>>;
  readonly Variant: Model<FactDoc<VariantFacts>>;
  readonly Stock: Model<StockFactDoc>;
  readonly CartHold: Model<CartHoldDoc>;
  readonly ChannelBuffers: Model<ChannelBuffersDoc>;
  readonly Capacity: Model<CapacityDoc>;
  readonly Window: Model<WindowDoc>;
  readonly RuleSet: Model<RuleSetDoc>;
  readonly PastOrder: Model<PastOrderDoc>;
}

const windowSchema = new Schema(
  {
    ...{ _id: text, serviceCode: text, zoneId: text, day: text, from: text },
    places: {
      type: [new Schema({ ref: text, untilMs: Number, orderId: String }, { _id: false, id: false })],
      required: true,
    },
  },
  top,
);
windowSchema.index({ 'places.orderId': 1 });
windowSchema.index({ day: 1 });

/** What a cart holds at the catalogue. */
export interface CartHoldDoc {
  /** The cart. */
  _id: string;
  reservationId: string;
  heldUntilMs: number;
  lines: HeldLine[];
}

/** Units that channels leave at each location; one row. */
export interface ChannelBuffersDoc {
  _id: string;
  units: Record<string, number>;
}

const factSchema = () => new Schema({ _id: text, facts }, top);

export const promiseModels = (connection: Connection): PromiseModels => ({
  Location: modelOf(connection, 'LocationFacts', factSchema(), 'locations'),
  Intake: modelOf(connection, 'IntakeFacts', factSchema(), 'intakes'),
  Service: modelOf(connection, 'ServiceFacts', factSchema(), 'services'),
  Variant: modelOf(connection, 'VariantFacts', factSchema(), 'variants'),
  Stock: modelOf(connection, 'StockFacts', new Schema({ _id: text, facts, revision: whole }, top), 'stock'),
  CartHold: modelOf<CartHoldDoc>(
    connection,
    'CartHold',
    new Schema({ _id: text, reservationId: text, heldUntilMs: whole, lines: facts }, top).index({
      heldUntilMs: 1,
    }),
    'cartHolds',
  ),
  ChannelBuffers: modelOf<ChannelBuffersDoc>(
    connection,
    'ChannelBuffers',
    new Schema({ _id: text, units: facts }, top),
    'channelBuffers',
  ),
  Capacity: modelOf<CapacityDoc>(
    connection,
    'Capacity',
    new Schema({ _id: text, locationId: text, day: text, used: whole }, top),
    'capacity',
  ),
  Window: modelOf<WindowDoc>(connection, 'Window', windowSchema, 'windows'),
  RuleSet: modelOf<RuleSetDoc>(connection, 'RuleSet', ruleSetSchema, 'ruleSets'),
  PastOrder: modelOf<PastOrderDoc>(connection, 'PastOrder', pastSchema, 'pastOrders'),
});
