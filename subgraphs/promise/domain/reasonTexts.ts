import type { Language } from '@promesse/geography/locales';
import type { ReasonCode } from '@promesse/promise-engine/model/reasons';

/** A text in every language that customers read. */
export type Translated = Readonly<Record<Language, string>>;

/** Why something cannot be had, in a customer's words. */
export const reasonTexts: Readonly<Record<ReasonCode | 'OUTDONE', Translated>> = {
  EMPTY_CART: {
    en: 'The cart is empty.',
    fr: 'Le panier est vide.',
    it: 'Il carrello è vuoto.',
  },
  TOO_MANY_LINES: {
    en: 'The cart has too many lines.',
    fr: 'Le panier contient trop de lignes.',
    it: 'Il carrello contiene troppe righe.',
  },
  BAD_QUANTITY: {
    en: 'A quantity is not possible.',
    fr: 'Une quantité n’est pas possible.',
    it: 'Una quantità non è possibile.',
  },
  BAD_INPUT: {
    en: 'The address is not complete or not correct.',
    fr: 'L’adresse est incomplète ou incorrecte.',
    it: 'L’indirizzo è incompleto o errato.',
  },
  UNKNOWN_SKU: {
    en: 'An article is not sold.',
    fr: 'Un article n’est pas en vente.',
    it: 'Un articolo non è in vendita.',
  },
  UNKNOWN_COUNTRY: {
    en: 'This country is unknown.',
    fr: 'Ce pays est inconnu.',
    it: 'Questo paese è sconosciuto.',
  },
  UNKNOWN_METHOD: {
    en: 'There is no such delivery method.',
    fr: 'Ce mode de livraison n’existe pas.',
    it: 'Questo metodo di consegna non esiste.',
  },
  NEEDS_PRECISE_DESTINATION: {
    en: 'This method needs a more precise address.',
    fr: 'Ce mode demande une adresse plus précise.',
    it: 'Questo metodo richiede un indirizzo più preciso.',
  },
  CLOCK_OUT_OF_RANGE: {
    en: 'No dates can be promised for then.',
    fr: 'Aucune date ne peut être promise pour ce moment.',
    it: 'Per quel momento non si possono promettere date.',
  },
  NO_METHOD_CONFIGURED: {
    en: 'This kind of delivery is not offered.',
    fr: 'Ce type de livraison n’est pas proposé.',
    it: 'Questo tipo di consegna non è offerto.',
  },
  NO_RULES: {
    en: 'Nothing can be promised at the moment.',
    fr: 'Rien ne peut être promis pour le moment.',
    it: 'Al momento non si può promettere nulla.',
  },
  METHOD_DISABLED: {
    en: 'This kind of delivery is not offered at the moment.',
    fr: 'Ce type de livraison n’est pas proposé pour le moment.',
    it: 'Questo tipo di consegna non è offerto al momento.',
  },
  CHANNEL_EXCLUDED: {
    en: 'This kind of delivery is not offered here.',
    fr: 'Ce type de livraison n’est pas proposé ici.',
    it: 'Questo tipo di consegna non è offerto qui.',
  },
  COUNTRY_NOT_SERVED: {
    en: 'There is no delivery of this kind to this country.',
    fr: 'Ce type de livraison ne dessert pas ce pays.',
    it: 'Questo tipo di consegna non raggiunge questo paese.',
  },
  NO_PRICE_IN_CURRENCY: {
    en: 'This kind of delivery has no price in this currency.',
    fr: 'Ce type de livraison n’a pas de prix dans cette devise.',
    it: 'Questo tipo di consegna non ha un prezzo in questa valuta.',
  },
  OUT_OF_STOCK: {
    en: 'An article is out of stock.',
    fr: 'Un article est épuisé.',
    it: 'Un articolo è esaurito.',
  },
  NOT_ENOUGH_STOCK: {
    en: 'Fewer units are left than asked for.',
    fr: 'Il reste moins d’unités que demandé.',
    it: 'Restano meno unità di quelle richieste.',
  },
  NO_STOCK_AT_STORE: {
    en: 'The store does not have everything.',
    fr: 'Le magasin n’a pas tous les articles.',
    it: 'Il negozio non ha tutti gli articoli.',
  },
  SPLIT_LIMIT: {
    en: 'It would take more parcels than allowed.',
    fr: 'Il faudrait plus de colis que permis.',
    it: 'Servirebbero più pacchi del consentito.',
  },
  ITEM_RESTRICTED: {
    en: 'An article may not be sent this way.',
    fr: 'Un article ne peut pas être envoyé ainsi.',
    it: 'Un articolo non può essere spedito così.',
  },
  ITEM_TOO_HEAVY: {
    en: 'An article is too heavy for this kind of delivery.',
    fr: 'Un article est trop lourd pour ce type de livraison.',
    it: 'Un articolo è troppo pesante per questo tipo di consegna.',
  },
  ITEM_TOO_LONG: {
    en: 'An article is too long for this kind of delivery.',
    fr: 'Un article est trop long pour ce type de livraison.',
    it: 'Un articolo è troppo lungo per questo tipo di consegna.',
  },
  DANGEROUS_GOODS: {
    en: 'Dangerous goods cannot be sent this way.',
    fr: 'Les marchandises dangereuses ne peuvent pas être envoyées ainsi.',
    it: 'Le merci pericolose non possono essere spedite così.',
  },
  OVERSIZE: {
    en: 'An article is too large for this kind of delivery.',
    fr: 'Un article est trop grand pour ce type de livraison.',
    it: 'Un articolo è troppo grande per questo tipo di consegna.',
  },
  CUSTOMISATION_UNAVAILABLE: {
    en: 'An article cannot be made to order at the moment.',
    fr: 'Un article ne peut pas être personnalisé pour le moment.',
    it: 'Un articolo non può essere personalizzato al momento.',
  },
  NO_SERVICE_TO_DESTINATION: {
    en: 'No carrier brings these articles there.',
    fr: 'Aucun transporteur ne livre ces articles à cet endroit.',
    it: 'Nessun corriere porta questi articoli in quel luogo.',
  },
  OUT_OF_RADIUS: {
    en: 'No place that has the articles is near enough.',
    fr: 'Aucun lieu qui a les articles n’est assez proche.',
    it: 'Nessun luogo che ha gli articoli è abbastanza vicino.',
  },
  CUT_OFF_PASSED: {
    en: 'It is too late for this kind of delivery today.',
    fr: 'Il est trop tard aujourd’hui pour ce type de livraison.',
    it: 'Oggi è troppo tardi per questo tipo di consegna.',
  },
  LOCATION_CLOSED: {
    en: 'The places that have the articles are closed.',
    fr: 'Les lieux qui ont les articles sont fermés.',
    it: 'I luoghi che hanno gli articoli sono chiusi.',
  },
  NO_CARRIER_PICKUP: {
    en: 'No carrier collects the articles where they are.',
    fr: 'Aucun transporteur n’enlève les articles là où ils sont.',
    it: 'Nessun corriere ritira gli articoli dove si trovano.',
  },
  CAPACITY_SOLD: {
    en: 'No more orders can be prepared in time.',
    fr: 'Aucune autre commande ne peut être préparée à temps.',
    it: 'Non si possono preparare altri ordini in tempo.',
  },
  WINDOWS_SOLD: {
    en: 'All delivery windows are taken.',
    fr: 'Tous les créneaux de livraison sont pris.',
    it: 'Tutte le fasce orarie di consegna sono occupate.',
  },
  BEYOND_HORIZON: {
    en: 'It would take longer than can be promised.',
    fr: 'Le délai dépasse ce qui peut être promis.',
    it: 'Ci vorrebbe più tempo di quanto si possa promettere.',
  },
  TOO_LATE: {
    en: 'It would arrive too late.',
    fr: 'La livraison arriverait trop tard.',
    it: 'Arriverebbe troppo tardi.',
  },
  RULE_EXCLUDED: {
    en: 'These articles are not sent this way.',
    fr: 'Ces articles ne sont pas envoyés ainsi.',
    it: 'Questi articoli non vengono spediti così.',
  },
  STALE_DATA: {
    en: 'Times to the minute cannot be promised at the moment.',
    fr: 'Aucun horaire à la minute ne peut être promis pour le moment.',
    it: 'Al momento non si possono promettere orari al minuto.',
  },
  NO_PICKUP_NEARBY: {
    en: 'There is no collection point nearby.',
    fr: 'Il n’y a pas de point de retrait à proximité.',
    it: 'Non c’è un punto di ritiro nelle vicinanze.',
  },
  NOT_OFFERED: {
    en: 'This cannot be offered at the moment.',
    fr: 'Cela ne peut pas être proposé pour le moment.',
    it: 'Al momento non può essere offerto.',
  },
  OUTDONE: {
    en: 'Another option is sooner, cheaper and greener.',
    fr: 'Une autre option est plus rapide, moins chère et plus verte.',
    it: 'Un’altra opzione è più rapida, meno cara e più verde.',
  },
};

/** A refusal as customers read it: each of its reasons once, with the articles it is about. */
export function customerText(
  reasons: readonly { readonly code: keyof typeof reasonTexts; readonly skus?: readonly string[] }[],
  language: Language,
): string {
  const sentences = reasons.map(({ code, skus = [] }) => {
    const text = reasonTexts[code][language];
    return skus.length === 0 ? text : `${text.slice(0, -1)} (${skus.slice(0, 5).join(', ')}).`;
  });
  return [...new Set(sentences)].join(' ');
}
