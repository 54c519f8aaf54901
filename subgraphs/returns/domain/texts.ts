import { languageOf, type Language } from '@promesse/geography/locales';
import type { RefusalCode } from './refusal.ts';
import type { Disposition, ReturnMethod, ReturnReason, ReturnStatus } from './return.ts';

type Text = Readonly<Record<Language, string>>;
type Texts<K extends string> = Readonly<Record<K, Text>>;

/** How a return stands, in words for its customer. */
export const statusTexts: Texts<ReturnStatus> = {
  REQUESTED: { en: 'Asked for', fr: 'Demandé', it: 'Richiesto' },
  AUTHORIZED: { en: 'Allowed', fr: 'Accepté', it: 'Autorizzato' },
  LABEL_ISSUED: { en: 'Label ready', fr: 'Étiquette prête', it: 'Etichetta pronta' },
  IN_TRANSIT: { en: 'On its way back', fr: 'En route', it: 'In viaggio' },
  LOST: { en: 'Lost on its way', fr: 'Perdu en chemin', it: 'Smarrito in viaggio' },
  RECEIVED: { en: 'Arrived', fr: 'Reçu', it: 'Ricevuto' },
  INSPECTED: {
    en: 'Checked; money follows',
    fr: 'Vérifié ; l’argent suit',
    it: 'Verificato; segue il denaro',
  },
  REFUNDED: { en: 'Finished', fr: 'Terminé', it: 'Concluso' },
  REJECTED: { en: 'Refused', fr: 'Refusé', it: 'Rifiutato' },
  CANCELLED: { en: 'Withdrawn', fr: 'Retiré', it: 'Annullato' },
};

/** Why units come back. */
export const reasonTexts: Texts<ReturnReason> = {
  DOES_NOT_FIT: { en: 'Does not fit', fr: 'Ne va pas', it: 'Non va bene' },
  CHANGED_MIND: { en: 'Not wanted any more', fr: 'Plus souhaité', it: 'Non più desiderato' },
  DAMAGED: { en: 'Came damaged', fr: 'Arrivé endommagé', it: 'Arrivato danneggiato' },
  WRONG_ITEM: { en: 'Not what was ordered', fr: 'Pas l’article commandé', it: 'Non è l’articolo ordinato' },
  TOO_LATE: { en: 'Came too late', fr: 'Arrivé trop tard', it: 'Arrivato troppo tardi' },
  DEFECTIVE: { en: 'Does not work', fr: 'Ne fonctionne pas', it: 'Non funziona' },
  UNDELIVERABLE: { en: 'Could not be delivered', fr: 'N’a pas pu être livré', it: 'Non consegnabile' },
  REFUSED: { en: 'Refused at delivery', fr: 'Refusé à la livraison', it: 'Rifiutato alla consegna' },
};

/** What became of units, as the customer is told. */
export const dispositionTexts: Texts<Disposition> = {
  RESTOCK: { en: 'Accepted', fr: 'Accepté', it: 'Accettato' },
  REFURBISH: { en: 'Accepted, to be repaired', fr: 'Accepté, à réparer', it: 'Accettato, da riparare' },
  OUTLET: {
    en: 'Accepted, for the outlet',
    fr: 'Accepté, pour le déstockage',
    it: 'Accettato, per l’outlet',
  },
  SCRAP: { en: 'Accepted, beyond repair', fr: 'Accepté, irréparable', it: 'Accettato, non riparabile' },
  DONATE: { en: 'Accepted, given away', fr: 'Accepté, donné', it: 'Accettato, donato' },
  REFUSE: { en: 'Not accepted', fr: 'Non accepté', it: 'Non accettato' },
};

/** Ways to send units back. */
export const methodTexts: Texts<ReturnMethod> = {
  IN_STORE: { en: 'Bring it to a store', fr: 'Rapporter en magasin', it: 'Riportare in negozio' },
  DROP_OFF: {
    en: 'Drop it at a parcel point',
    fr: 'Déposer à un point relais',
    it: 'Portare a un punto di ritiro',
  },
  PICKUP: { en: 'Have it picked up', fr: 'Faire enlever à domicile', it: 'Far ritirare a domicilio' },
  CARRIER: {
    en: 'Brought back by the carrier',
    fr: 'Rapporté par le transporteur',
    it: 'Riportato dal corriere',
  },
};

/** Why units cannot be sent back. English stays as it was decided, which may be more precise. */
export const refusalTexts: Readonly<Record<RefusalCode, Omit<Text, 'en'>>> = {
  NOT_DELIVERED: {
    fr: 'Moins d’articles que demandé ont été livrés.',
    it: 'Sono stati consegnati meno articoli di quelli indicati.',
  },
  ALREADY_RETURNED: {
    fr: 'Ces articles sont déjà en retour ou revenus.',
    it: 'Questi articoli sono già in reso o tornati.',
  },
  WINDOW_CLOSED: {
    fr: 'Le délai pour renvoyer ces articles est passé.',
    it: 'Il termine per restituire questi articoli è scaduto.',
  },
  NOT_RETURNABLE: {
    fr: 'Ces articles ne peuvent pas être renvoyés pour cette raison.',
    it: 'Questi articoli non possono essere restituiti per questo motivo.',
  },
};

/** A text in the asked language, English without one. */
export const textIn = <K extends string>(
  texts: Texts<K>,
  key: K,
  locale: string | null | undefined,
): string => texts[key][languageOf(locale)];

export function refusalIn(code: RefusalCode, english: string, locale: string | null | undefined): string {
  const language = languageOf(locale);
  return language === 'en' ? english : refusalTexts[code][language];
}
