import { languageOf, type Language } from '@promesse/geography/locales';
import type { ShipmentMilestone } from '../generated/resolverTypes.ts';

/** How far a shipment is, in words for its customer. */
export const milestoneTexts: Readonly<Record<ShipmentMilestone, Readonly<Record<Language, string>>>> = {
  CREATED: { en: 'Announced', fr: 'Annoncé', it: 'Annunciato' },
  LABEL_PURCHASED: { en: 'Label ready', fr: 'Étiquette prête', it: 'Etichetta pronta' },
  HANDED_OVER: { en: 'With the carrier', fr: 'Chez le transporteur', it: 'Presso il corriere' },
  IN_TRANSIT: { en: 'On its way', fr: 'En route', it: 'In viaggio' },
  CUSTOMS: { en: 'At customs', fr: 'En douane', it: 'In dogana' },
  OUT_FOR_DELIVERY: { en: 'Out for delivery', fr: 'En cours de livraison', it: 'In consegna' },
  AVAILABLE_FOR_PICKUP: {
    en: 'Waits at the pickup point',
    fr: 'Au point de retrait',
    it: 'Al punto di ritiro',
  },
  ATTEMPT_FAILED: {
    en: 'Could not be delivered, will be tried again',
    fr: 'Non livré, nouvel essai à suivre',
    it: 'Non consegnato, seguirà un nuovo tentativo',
  },
  DELIVERED: { en: 'Delivered', fr: 'Livré', it: 'Consegnato' },
  EXCEPTION: { en: 'Something went wrong', fr: 'Incident en chemin', it: 'Problema in viaggio' },
  REFUSED: {
    en: 'Not accepted, comes back to us',
    fr: 'Refusé, revient chez nous',
    it: 'Rifiutato, torna da noi',
  },
  DAMAGED: {
    en: 'Damaged, comes back to us',
    fr: 'Endommagé, revient chez nous',
    it: 'Danneggiato, torna da noi',
  },
  RETURN_TO_SENDER: { en: 'Comes back to us', fr: 'Revient chez nous', it: 'Torna da noi' },
  RETURNED_TO_SENDER: { en: 'Back with us', fr: 'Revenu chez nous', it: 'Tornato da noi' },
  LOST: { en: 'Lost', fr: 'Perdu', it: 'Smarrito' },
  CANCELLED: { en: 'Cancelled', fr: 'Annulé', it: 'Annullato' },
};

/** A milestone in the asked language, English without one. */
export const milestoneText = (milestone: ShipmentMilestone, locale: string | null | undefined): string =>
  milestoneTexts[milestone][languageOf(locale)];
