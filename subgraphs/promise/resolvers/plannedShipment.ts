import type { PlannedShipment } from '@promesse/promise-engine/model/types';
import type { OfferedOption } from '../queries/offeredOption.ts';

/** A planned shipment together with the option it belongs to. */
export interface ShipmentRow extends PlannedShipment {
  readonly option: OfferedOption;
}
