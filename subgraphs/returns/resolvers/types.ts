import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { knownLines } from '../commands/requestReturn.ts';
import { mayRead } from '../queries/rowsOf.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import { pricesIn, retailerCost } from '../domain/costs.ts';
import { returnOptions } from '../domain/options.ts';
import type { Span } from '../domain/openTimes.ts';
import {
  dispositionTexts,
  methodTexts,
  reasonTexts,
  refusalIn,
  statusTexts,
  textIn,
} from '../domain/texts.ts';
import { returnPlaces } from '../queries/returnPlaces.ts';
import { foundUnits, type ReturnExchange } from '../domain/return.ts';
import { feeMinor, windowEndsAtMs } from '../domain/terms.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import type { Context } from '../context.ts';
import type { InOrdersLanguage } from '../queries/told.ts';
import { findReturn } from './access.ts';

const spanOf = ({ fromMs, untilMs }: Span) => ({ from: fromMs, until: untilMs });

const exchangeView = ({ due, ...exchange }: ReturnExchange, currency: string) => ({
  ...{ ...exchange, lines: [...exchange.lines], lineIds: [...exchange.lineIds] },
  ...{ code: exchange.code ?? null, payBy: due?.payByMs ?? null },
  due: due === undefined ? null : { amountMinor: due.amountMinor, currency },
});

/** The language somebody asks for, else that of the order. */
const languageFor = async (
  { locale, orderId }: InOrdersLanguage,
  asked: string | null | undefined,
  { loaders }: Context,
): Promise<string | undefined> =>
  asked ?? locale ?? (orderId === undefined ? undefined : await loaders.localeOfOrder.load(orderId));

/** How the documents of returns look in the graph. */
export const typeResolvers: Resolvers = {
  SettingsRecord: settingsResolvers.record,
  Order: {
    returns: async ({ id }, _args, context) =>
      (await context.loaders.returnsOfOrder.load(id)).filter((each) => mayRead(context.identity, each)),
    returnOptions: async ({ id }, { reasons }, { application, identity, requestId }) => {
      const order = await application.orders.visible(id, identity, requestId);
      if (order === null) return [];
      const grams = await Promise.all(
        order.lines.map(async ({ sku, delivered, returned }) => {
          const units = delivered - returned;
          return units === 0 ? 0 : units * (await application.others.variant(sku)).weightGrams;
        }),
      );
      const total = grams.reduce((sum, each) => sum + each, 0);
      if (total === 0) return [];
      const settings = application.settings.current();
      return returnOptions(total).map(({ method, kgCO2e }) => ({
        ...{ method, kgCO2e, locale: order.locale },
        cost: { amountMinor: feeMinor(settings, method, order, reasons ?? []), currency: order.currency },
      }));
    },
    returnPlaces: async ({ id }, args, { application, identity, requestId }) => {
      const order = await application.orders.visible(id, identity, requestId);
      if (order === null) return [];
      const { near, methods, reasons, first } = args;
      const ask = { near, methods: methods ?? [], reasons: reasons ?? [], first: first ?? 10 };
      return returnPlaces(application, order, ask);
    },
    returnWindowEndsAt: async ({ id }, { lineId, reason }, { application, identity, requestId }) => {
      const order = await application.orders.visible(id, identity, requestId);
      if (order?.deliveredAtMs == null) return null;
      const { deliveredAtMs } = order;
      const settings = application.settings.current();
      const lines = await knownLines(application, order);
      const ends = lines
        .filter((line) => lineId == null || line.id === lineId)
        .flatMap(
          (line) => windowEndsAtMs(settings, deliveredAtMs, { ...line, reason: reason ?? undefined }) ?? [],
        );
      return ends.length === 0 ? null : Math.max(...ends);
    },
  },
  ReturnOption: {
    title: (option, { locale }) => textIn(methodTexts, option.method, locale ?? option.locale),
  },
  ReturnPlace: {
    title: (place, { locale }) => textIn(methodTexts, place.method, locale ?? place.locale),
    location: ({ place }) => (place === undefined ? null : { id: place.id }),
    name: ({ place }) => place?.name ?? null,
    distanceMetres: ({ distanceMetres }) => distanceMetres ?? null,
    cost: ({ costMinor, currency }) => ({ amountMinor: costMinor, currency }),
    open: ({ open }) => (open === undefined ? null : spanOf(open)),
    slots: ({ slots }) => slots.map(spanOf),
    sendBy: ({ sendByMs }) => sendByMs,
    moneyBackBy: ({ moneyBackByMs }) => moneyBackByMs,
  },
  NotReturnable: {
    message: ({ code, message, ...refusal }, { locale }) =>
      refusalIn(code, message, locale ?? refusal.locale),
  },
  Return: {
    statusText: async (state, { locale }, context) =>
      textIn(statusTexts, state.status, await languageFor(state, locale, context)),
    lines: ({ lines, locale, orderId }) => lines.map((line) => ({ ...line, locale, orderId })),
    place: ({ placeId }) => (placeId === undefined ? null : { id: placeId }),
    pickup: ({ pickup }) => (pickup === undefined ? null : spanOf(pickup)),
    __resolveReference: ({ id }, context) => findReturn(context, id),
    id: (state) => state._id,
    order: (state) => ({ id: state.orderId }),
    cost: ({ costMinor, currency }) => ({ amountMinor: costMinor, currency }),
    shipment: ({ shipmentId }) => (shipmentId === undefined ? null : { id: shipmentId }),
    label: ({ shipmentId }, _args, { application }) =>
      shipmentId === undefined ? null : application.others.label(shipmentId),
    refund: ({ refundMinor, currency }) =>
      refundMinor === undefined ? null : { amountMinor: refundMinor, currency },
    exchange: ({ exchange, currency }) => (exchange === undefined ? null : exchangeView(exchange, currency)),
    retailerCost: (state, _args, { identity, application }) => {
      requireScope(identity, 'insights:read');
      const { returnCosts } = application.settings.current();
      return { amountMinor: retailerCost(state, returnCosts, pricesIn(state)), currency: state.currency };
    },
    requestedAt: (state) => state.requestedAtMs,
    receivedAt: (state) => state.receivedAtMs ?? null,
    refundedAt: (state) => state.refundedAtMs ?? null,
  },
  UnitDisposition: {
    grade: ({ grade }) => grade ?? null,
    photos: ({ photos }) => [...(photos ?? [])],
    note: ({ note }) => note ?? null,
    text: async (found, { locale }, context) =>
      textIn(dispositionTexts, found.disposition, await languageFor(found, locale, context)),
  },
  ReturnLine: {
    dispositions: ({ dispositions, locale, orderId }) =>
      dispositions.map((each) => ({ ...each, locale, orderId })),
    reasonText: async (line, { locale }, context) =>
      textIn(reasonTexts, line.reason, await languageFor(line, locale, context)),
    open: (line) => line.received - foundUnits(line),
  },
};
