import type { TransitModel } from '@promesse/promise-engine/model/transitModel';
import { serviceCodeOf } from '../network/serviceConfigs.ts';

/** The engine knows a service once per lane; experience with one lane of a service speaks for the others too. */
export const servicewide = (model: TransitModel): TransitModel => ({
  get version() {
    return model.version;
  },
  transit: (lane, dayMs, target) =>
    model.transit({ ...lane, serviceId: serviceCodeOf(lane.serviceId) }, dayMs, target),
  handling: (locationId, atMs, target) => model.handling(locationId, atMs, target),
});
