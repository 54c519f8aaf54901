import { milestoneTexts } from './reasons.ts';
import type { TranslatedSummaries } from './words.ts';

const payments = {
  AUTHORIZATION: 'Autorisation',
  CHARGE: 'Paiement',
  REFUND: 'Remboursement',
  VOID: 'Libération de fonds',
};
const states = {
  PENDING: 'en cours',
  SUCCEEDED: 'effectué',
  FAILED: 'échoué',
  ACTION_REQUIRED: 'à confirmer par vous',
};
const refusals = {
  LEFT: 'déjà partis ou retirés',
  WITH_CARRIER: 'déjà chez le transporteur',
  LOCATION: 'le site n’a pas pu les arrêter',
};
const found = {
  PAY: 'ils sont gardés et payés',
  KEEP: 'vous pouvez les garder',
  CALL_BACK: 'nous les faisons revenir',
};
const cancelledBy = {
  CUSTOMER: 'le client',
  RETAILER: 'le vendeur',
  PAYMENT: 'le paiement',
  NO_STOCK: 'manque de stock',
  NOT_COLLECTED: '',
};

const undone = {
  LEFT: 'des articles étaient partis',
  OUT_OF_STOCK: 'des articles venaient d’être vendus',
};
const parts = {
  RECIPIENT: 'le destinataire',
  STREET: 'la rue',
  PLACE: 'le lieu',
  INSTRUCTIONS: 'les consignes au transporteur',
};

/** The timeline in French. */
export const frenchSummaries: TranslatedSummaries = {
  'orders.OrderPlaced': ({ number, lines, placedBy, soldBy }, words) => {
    const reason = placedBy?.reason === undefined ? '' : ` : ${words.reason(placedBy.reason)}`;
    const service = placedBy === undefined ? '' : ` par notre service pour le client${reason}`;
    const how = soldBy === undefined ? service : `, vendue au magasin ${soldBy.locationId}`;
    return `Commande ${number} passée, ${words.units(lines)}${how}.`;
  },
  'orders.OrderConfirmed': ({ shipments }) =>
    `Confirmée ; ${shipments.length === 1 ? 'un site la prépare' : `${shipments.length} sites la préparent`}.`,
  'orders.UnitsAdded': ({ lines, returnId, replaces }, { units }) =>
    `Ajout : ${units(lines)}${replaces === true ? ' en remplacement' : returnId === undefined ? '' : ' en échange'}.`,
  'orders.ReshipAsked': ({ lines, trouble }, { units }) =>
    `${trouble === 'LOST' ? 'Perdu' : 'Endommagé'} : ${units(lines)} ; nous voyons si nous pouvons les renvoyer.`,
  'orders.UnitsReshipped': ({ lines }, { units }) => `Renvoi sans nouveau paiement : ${units(lines)}.`,
  'orders.ReshipRefused': ({ code }) =>
    code === 'TURNED_UP'
      ? 'Les articles ont été retrouvés ; rien n’est renvoyé.'
      : 'Le renvoi n’est pas possible ; l’argent est rendu.',
  'orders.CollectorAllowed': () => 'Une autre personne peut aussi retirer la commande.',
  'orders.HoldReleased': ({ reason }, words) => `L’attente est levée : ${words.reason(reason)}.`,
  'orders.HoldRejected': ({ reason }, words) =>
    `L’attente a mis fin à la commande : ${words.reason(reason)}.`,
  'orders.OrderHeld': ({ reason }, words) => `En attente : ${words.reason(reason)}.`,
  'orders.CancelAsked': ({ lines }, { units }) => `Annulation demandée : ${units(lines)}.`,
  'orders.CancelRefused': ({ lines, reason, change }, { units }) =>
    `${change === true ? 'Changement' : 'Annulation'} impossible : ${units(lines)}, ${refusals[reason]}.`,
  'orders.LinesCancelled': ({ lines, by, reason }, words) =>
    `Annulation : ${words.units(lines)}${by === 'NOT_COLLECTED' ? '' : ` (${cancelledBy[by]})`} ; ${words.reason(reason)}.`,
  'orders.LinesReleased': ({ lines }, { units }) => `Confié à un site : ${units(lines)}.`,
  'orders.LinesArrived': ({ lines }, { units }) => `Arrivé en stock : ${units(lines)}.`,
  'orders.LinesRerouted': ({ lines }, { units }) => `Transféré à un autre site : ${units(lines)}.`,
  'orders.LinesPicked': ({ lines }, { units }) => `Prélevé : ${units(lines)}.`,
  'orders.LinesPacked': ({ lines }, { units }) => `Emballé : ${units(lines)}.`,
  'orders.LinesShipped': ({ lines, collection, forwarded }, { units }) =>
    `${collection ? 'Prêt à retirer' : forwarded === true ? 'En route vers le magasin' : 'Remis au transporteur'} : ${units(lines)}.`,
  'orders.LinesReadyToCollect': ({ lines }, { units }) => `Prêt à retirer : ${units(lines)}.`,
  'orders.CollectionReminded': ({ lines, collectByMs }, { units, instant }) =>
    `Rappel : ${units(lines)} à retirer avant le ${instant(collectByMs)}.`,
  'orders.LinesDelivered': ({ lines, collection }, { units }) =>
    `${collection ? 'Retiré' : 'Livré'} : ${units(lines)}.`,
  'orders.LinesWrittenOff': ({ lines }, { units }) => `Perdu en chemin : ${units(lines)}.`,
  'orders.LinesCameBack': ({ lines }, { units }) =>
    `Livraison impossible, revenu chez nous : ${units(lines)}.`,
  'orders.DeliveryAtRisk': ({ expectedAtMs }, { instant }) =>
    `Le transporteur prévoit la livraison le ${instant(expectedAtMs)}, plus tard que promis.`,
  'orders.FoundDecided': ({ lines, decision }, { units }) =>
    `Retrouvé : ${units(lines)} ; ${found[decision]}.`,
  'orders.ReturnRequested': ({ lines }, { units }) => `Retour demandé : ${units(lines)}.`,
  'orders.ReturnWithdrawn': ({ lines }, { units }) => `Retour retiré : ${units(lines)}.`,
  'orders.ReturnArrived': ({ lines }, { units }) => `Retour reçu : ${units(lines)}.`,
  'orders.LinesReturned': ({ lines }, { units }) => `Retour accepté : ${units(lines)}.`,
  'orders.ReturnRefused': ({ lines }, { units }) => `Retour refusé : ${units(lines)}.`,
  'orders.ParcelMoved': ({ milestone, text }) => milestoneTexts[milestone]?.fr ?? text,
  'orders.OrderRepromised': ({ latestAtMs, reason }, words) =>
    `Nouvelle date au plus tard : ${words.instant(latestAtMs)} ; ${words.reason(reason)}.`,
  'orders.PaymentChanged': ({ kind, state, amount }, { money }) =>
    `${payments[kind]} de ${money(amount)} : ${states[state]}.`,
  'orders.PaymentRecorded': ({ amount, method }, { money }) =>
    `${money(amount)} payés ${method === 'INVOICE' ? 'sur facture' : 'au magasin'}.`,
  'orders.PaymentDue': ({ amount, method }, { money }) =>
    `${money(amount)} à payer ${method === 'INVOICE' ? 'sur facture' : 'au magasin'}.`,
  'orders.GoodwillGranted': ({ amount, delivery, reason }, words) =>
    `${words.money(amount)} rendus${delivery === true ? ' sur la livraison' : ''} : ${words.reason(reason)}.`,
  'orders.RefundGranted': () => 'L’argent d’un retour est rendu.',
  'orders.DeliveryGivenBack': () => 'Le prix de la livraison est rendu.',
  'orders.CreditMoved': ({ amount }, { money }) => `${money(amount)} déjà payés servent à d’autres articles.`,
  'orders.MoneyEscalated': ({ kind, amount }, { money }) =>
    `${payments[kind]} de ${money(amount)} : une personne s’en occupe.`,
  'orders.OrderDelivered': ({ deliveredAtMs, readyAtMs, promisedLatestAtMs }) =>
    `Tout ${readyAtMs === undefined ? 'est arrivé' : 'est retiré et était prêt'}, ${(readyAtMs ?? deliveredAtMs) <= promisedLatestAtMs ? 'comme promis' : 'plus tard que promis'}.`,
  'orders.MoneyGivenBack': ({ amount }, { money }) => `${money(amount)} rendus en tout.`,
  'orders.RefundDone': ({ amount }, { money }) => `${money(amount)} remboursés pour un retour.`,
  'orders.ChangeAsked': ({ lines }, { units }) => `Autre mode de livraison demandé : ${units(lines)}.`,
  'orders.LinesRecalled': ({ lines }, { units }) => `Repris au site pour le changement : ${units(lines)}.`,
  'orders.OrderReplanned': ({ promise: { title, latestAtMs }, reason }, words) =>
    `Changé : ${title}, au plus tard ${words.instant(latestAtMs)}${reason === undefined ? '' : ` ; ${words.reason(reason)}`}.`,
  'orders.ChangeUndone': ({ reason }) => `Le changement n’était plus possible : ${undone[reason]}.`,
  'orders.AddressChanged': ({ what, reason }, words) =>
    `Modifié : ${what.map((part) => parts[part]).join(', ')}${reason === undefined ? '' : ` ; ${words.reason(reason)}`}.`,
  'orders.AuthorizationLapsed': ({ amount }, { money }) =>
    `${money(amount)} réservés auparavant ne le sont plus.`,
};
