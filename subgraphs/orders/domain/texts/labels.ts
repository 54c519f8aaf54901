import { languageOf, type Language } from '@promesse/geography/locales';
import type { OrderStatus } from '../status.ts';

type Text = Readonly<Record<Language, string>>;

/** How an order stands, in words for its customer. */
export const statusTexts: Readonly<Record<OrderStatus, Text>> = {
  PLACED: { en: 'Placed', fr: 'Passée', it: 'Effettuato' },
  ON_HOLD: { en: 'On hold', fr: 'En attente', it: 'In attesa' },
  CONFIRMED: { en: 'Confirmed', fr: 'Confirmée', it: 'Confermato' },
  IN_FULFILLMENT: { en: 'Being prepared', fr: 'En préparation', it: 'In preparazione' },
  PARTIALLY_SHIPPED: { en: 'Partly sent', fr: 'Expédiée en partie', it: 'Spedito in parte' },
  SHIPPED: { en: 'Sent', fr: 'Expédiée', it: 'Spedito' },
  PARTIALLY_DELIVERED: { en: 'Partly delivered', fr: 'Livrée en partie', it: 'Consegnato in parte' },
  DELIVERED: { en: 'Delivered', fr: 'Livrée', it: 'Consegnato' },
  CLOSED: { en: 'Finished', fr: 'Terminée', it: 'Concluso' },
  CANCELLED: { en: 'Cancelled', fr: 'Annulée', it: 'Annullato' },
};

/** What a refused order or cancellation says. English stays as it was decided, which may be more precise. */
export const outcomeTexts = {
  OutOfStock: {
    fr: 'Certains articles ne sont plus disponibles.',
    it: 'Alcuni articoli non sono più disponibili.',
  },
  PromiseExpired: {
    fr: 'Cette option de livraison n’est plus valable ; demandez de nouvelles options.',
    it: 'Questa opzione di consegna non è più valida; chiedi nuove opzioni.',
  },
  PriceChanged: {
    fr: 'Des prix ont changé ; acceptez le nouveau total pour commander.',
    it: 'Alcuni prezzi sono cambiati; accetta il nuovo totale per ordinare.',
  },
  PaymentDeclined: {
    fr: 'Le paiement a été refusé ; rien n’est réservé.',
    it: 'Il pagamento è stato rifiutato; nulla è riservato.',
  },
  CancelTooLate: {
    fr: 'Aucun de ces articles ne peut plus être annulé : ils sont partis.',
    it: 'Nessuno di questi articoli può più essere annullato: sono partiti.',
  },
} as const satisfies Readonly<Record<string, Omit<Text, 'en'>>>;

export const statusText = (status: OrderStatus, locale: string): string =>
  statusTexts[status][languageOf(locale)];

/** The words of an outcome in the asked language. */
export function outcomeText(
  name: keyof typeof outcomeTexts,
  english: string,
  locale: string | null | undefined,
): string {
  const language = languageOf(locale);
  return language === 'en' ? english : outcomeTexts[name][language];
}
