import { incidentFigures, messageFigures, perEach, returnFigures, summedBy, surveyFigures, valueOf } from '../domain/figures.ts'; // prettier-ignore
import type { Counter } from '../domain/counters.ts';
import type { Resolvers, SurveyDimension } from '../generated/resolverTypes.ts';
import { costOf, latenessOf, ordersOf, otifOf } from '../queries/insights.ts';
import { keptBy } from '../queries/kept.ts';
import { minutesUntil } from '../queries/now.ts';

const keyOf = ({ key }: Counter): string => key;
const surveyCounters = {
  ALL: 'SURVEY_ALL',
  SERVICE: 'SURVEY_SERVICE',
  LAST_MILE: 'SURVEY_LAST_MILE',
  LOCATION: 'SURVEY_LOCATION',
  KEPT: 'SURVEY_KEPT',
} as const satisfies Record<SurveyDimension, string>;

/** How the figures look in the graph; each reads what it needs. */
export const insightsTypes: Pick<Resolvers, 'Insights' | 'BacklogFigure' | 'OrderAtRisk' | 'CapacityFigure'> =
  {
    Insights: {
      asOf: ({ asOfMs }) => asOfMs,
      channel: ({ channel }) => channel ?? null,
      orders: async (view) => (await ordersOf(view)).orders,
      judged: async (view) => (await ordersOf(view)).judged,
      open: async (view) => (await ordersOf(view)).open,
      keptRate: async (view) => {
        const { kept, judged } = await ordersOf(view);
        return perEach(kept, judged);
      },
      otif: (view) => otifOf(view),
      kept: (view, { by }) => keptBy(view, by),
      lateness: (view) => latenessOf(view),
      splitRate: async (view) => {
        const { values, orders } = await ordersOf(view);
        return perEach(valueOf(values, 'split'), orders);
      },
      shipmentsPerOrder: async (view) => {
        const { values, orders } = await ordersOf(view);
        return perEach(valueOf(values, 'shipments'), orders);
      },
      kgCO2ePerOrder: async (view) => {
        const { values, orders } = await ordersOf(view);
        return perEach(valueOf(values, 'gramsCO2e') / 1_000, orders);
      },
      cost: (view) => costOf(view),
      returns: async (view) => returnFigures(summedBy(await view.counters('RETURN_REASON'), keyOf)),
      messages: async (view) => messageFigures(summedBy(await view.counters('MESSAGE'), keyOf)),
      incidents: async (view) => incidentFigures(summedBy(await view.counters('INCIDENT'), keyOf)),
      surveys: async (view, { by }) =>
        surveyFigures(summedBy(await view.counters(surveyCounters[by]), keyOf)),
    },
    BacklogFigure: {
      location: ({ locationId: id }) => ({ id }),
      nextDueAt: ({ nextDueAtMs }) => nextDueAtMs ?? null,
      minutesLeft: ({ nextDueAtMs }, _args, { application }) =>
        nextDueAtMs === undefined ? null : minutesUntil(nextDueAtMs, application.clock.nowMs()),
    },
    OrderAtRisk: {
      order: ({ order: { id } }) => ({ id }),
      channel: ({ order }) => order.channel,
      promisedLatestAt: ({ order }) => order.promisedLatestAtMs,
      expectedAt: ({ expectedAtMs }) => expectedAtMs ?? null,
      minutesLeft: ({ order }, _args, { application }) =>
        minutesUntil(order.promisedLatestAtMs, application.clock.nowMs()),
      reasons: ({ reasons }) => [...reasons],
    },
    CapacityFigure: {
      location: ({ locationId: id }) => ({ id }),
      load: ({ capacity, used }) => perEach(used, capacity),
    },
  };
