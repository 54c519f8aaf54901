import { defineAggregate, type Aggregate } from '../../../platform/journal/aggregate.ts';
import { evolveCancelAsk, type CancelAsk, type CancelAskEvent } from '../domain/cancelAsk.ts';
import { evolve } from '../domain/evolve.ts';
import type { FulfillmentOrder, FulfillmentOrderEvent } from '../domain/fulfillmentOrder.ts';
import { evolveManifest, type Manifest, type ManifestEvent } from '../domain/manifest.ts';
import { evolvePickBatch, type PickBatch, type PickBatchEvent } from '../domain/pickBatch.ts';
import { evolveThrottle, type Throttle, type ThrottleEvent } from '../domain/throttle.ts';
import { evolveResourcing, type Resourcing, type ResourcingEvent } from '../domain/resourcing.ts';
import type { FulfillmentModels } from '../store/models.ts';

export type WorkAggregate = Aggregate<FulfillmentOrder, FulfillmentOrderEvent>;
export type CancelAskAggregate = Aggregate<CancelAsk, CancelAskEvent>;
export type ResourcingAggregate = Aggregate<Resourcing, ResourcingEvent>;

export type PickBatchAggregate = Aggregate<PickBatch, PickBatchEvent>;
export type ManifestAggregate = Aggregate<Manifest, ManifestEvent>;
export type ThrottleAggregate = Aggregate<Throttle, ThrottleEvent>;

export const workAggregate = (models: FulfillmentModels): WorkAggregate =>
  defineAggregate({ name: 'fulfillmentOrder', model: models.FulfillmentOrder, evolve });

export const resourcingAggregate = (models: FulfillmentModels): ResourcingAggregate =>
  defineAggregate({ name: 'resourcing', model: models.Resourcing, evolve: evolveResourcing });

export const cancelAskAggregate = (models: FulfillmentModels): CancelAskAggregate =>
  defineAggregate({ name: 'cancelAsk', model: models.CancelAsk, evolve: evolveCancelAsk });

export const pickBatchAggregate = (models: FulfillmentModels): PickBatchAggregate =>
  defineAggregate({ name: 'pickBatch', model: models.PickBatch, evolve: evolvePickBatch });

export const manifestAggregate = (models: FulfillmentModels): ManifestAggregate =>
  defineAggregate({ name: 'manifest', model: models.Manifest, evolve: evolveManifest });

export const throttleAggregate = (models: FulfillmentModels): ThrottleAggregate =>
  defineAggregate({ name: 'throttle', model: models.Throttle, evolve: evolveThrottle });
