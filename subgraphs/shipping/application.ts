import type { Settings } from '../../platform/settings/settings.ts';
import type { ShippingSettings } from './domain/settings.ts';
import { defineAggregate } from '../../platform/journal/aggregate.ts';
import type { Idempotency } from '../../platform/journal/idempotency.ts';
import type { Journal } from '../../platform/journal/journal.ts';
import { createCarriers, type Carriers } from './carriers/carriers.ts';
import { simulatorCarrier, type Journeys } from './carriers/simulatorCarrier.ts';
import { createClaims, type Claims } from './commands/claims.ts';
import { createShipmentMaker, type CreateShipment } from './commands/createShipment.ts';
import { shipmentAggregate, type ShipmentAggregate } from './commands/shipmentAggregate.ts';
import { createSimulation, type Simulate } from './commands/simulate.ts';
import { createTracking, type Tracking } from './commands/tracking.ts';
import { createVoiding, type Voiding } from './commands/voidShipment.ts';
import { evolveClaim } from './domain/claim.ts';
import type { Shipment } from './domain/shipment.ts';
import type { OutgoingWebhook, ShippingDeps } from './ports.ts';
import { createAddresses, type Addresses } from './clients/addresses.ts';
import type { CarrierServiceDoc, ShippingModels } from './store/models.ts';

/** The commands of shipping, put together once. */
export interface ShippingApplication {
  readonly models: ShippingModels;
  readonly journal: Journal;
  readonly shipments: ShipmentAggregate;
  readonly carriers: Carriers;
  readonly settings: Settings<ShippingSettings>;
  readonly addresses: Addresses;
  readonly createShipment: CreateShipment;
  readonly tracking: Tracking;
  readonly voiding: Voiding;
  readonly claims: Claims;
  /** Undefined where carriers are not simulated. */
  readonly simulate: Simulate | undefined;
}

export function createShippingApplication(
  { client, newId, clock, config, carriers: real = [] }: ShippingDeps,
  parts: {
    models: ShippingModels;
    journal: Journal;
    idempotency: Idempotency;
    settings: Settings<ShippingSettings>;
    deliver: (webhook: OutgoingWebhook) => Promise<number>;
  },
): ShippingApplication {
  const { models, journal, idempotency, settings, deliver } = parts;
  const simulated = config.simulator ?? true;
  const secretOf = (carrier: string): string => config.webhookSecrets?.[carrier] ?? config.webhookSecret;
  const toPickupPointOf = async ({ serviceCode, isReturn }: Shipment): Promise<boolean> => {
    const service = await models.CarrierService.findOne({ _id: serviceCode }, { methodTypes: 1 }).lean();
    const types: readonly string[] = service?.methodTypes ?? [];
    return (
      !isReturn && types.length > 0 && types.every((type) => type === 'PICKUP_POINT' || type === 'LOCKER')
    );
  };
  const journeys: Journeys = {
    find: async (carrierRef) => {
      const journey = await models.Journey.findOne({ _id: carrierRef }).lean();
      const shipment = await models.Shipment.findOne({ carrierRef }).lean<Shipment>();
      if (journey === null || shipment === null) return undefined;
      return { shipment, scenario: journey.scenario, toPickupPoint: await toPickupPointOf(shipment) };
    },
  };
  const tariffsOf = async (carrier: string) => {
    const found = await models.CarrierService.find({ carrier, active: true }).lean<CarrierServiceDoc[]>();
    return found.map((service) => ({ ...service, code: service._id }));
  };
  const simulator = (code: string) =>
    simulatorCarrier({
      ...{ code, secret: secretOf(code), clock, journeys },
      tariffs: () => tariffsOf(code),
    });
  const carriers = createCarriers(real, simulated ? simulator : undefined);
  const shipments = shipmentAggregate(models);
  return {
    ...{ models, journal, shipments, carriers, settings },
    addresses: createAddresses(client),
    createShipment: createShipmentMaker({ models, journal, shipments, carriers, newId }),
    tracking: createTracking({ models, journal, shipments, carriers, settings }),
    claims: createClaims({
      ...{ models, journal, idempotency, settings, client },
      aggregate: defineAggregate({ name: 'claim', model: models.Claim, evolve: evolveClaim }),
    }),
    voiding: createVoiding({ models, journal, idempotency, shipments, carriers }),
    simulate: simulated
      ? createSimulation({ models, carriers, clock, secretOf, deliver, toPickupPointOf })
      : undefined,
  };
}
