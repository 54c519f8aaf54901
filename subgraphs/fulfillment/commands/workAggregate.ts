import { defineAggregate, type Aggregate } from '../../../platform/journal/aggregate.ts';
import { evolveCancelAsk, type CancelAsk, type CancelAskEvent } from '../domain/cancelAsk.ts';
import { evolve } from '../domain/evolve.ts';
import type { FulfillmentOrder, FulfillmentOrderEvent } from '../domain/fulfillmentOrder.ts';
import { evolveResourcing, type Resourcing, type ResourcingEvent } from '../domain/resourcing.ts';
import type { FulfillmentModels } from '../store/models.ts';

export type WorkAggregate = Aggregate<FulfillmentOrder, FulfillmentOrderEvent>;
export type CancelAskAggregate = Aggregate<CancelAsk, CancelAskEvent>;
export type ResourcingAggregate = Aggregate<Resourcing, ResourcingEvent>;

export const workAggregate = (models: FulfillmentModels): WorkAggregate =>
  defineAggregate({ name: 'fulfillmentOrder', model: models.FulfillmentOrder, evolve });

export const resourcingAggregate = (models: FulfillmentModels): ResourcingAggregate =>
  defineAggregate({ name: 'resourcing', model: models.Resourcing, evolve: evolveResourcing });

export const cancelAskAggregate = (models: FulfillmentModels): CancelAskAggregate =>
  defineAggregate({ name: 'cancelAsk', model: models.CancelAsk, evolve: evolveCancelAsk });
