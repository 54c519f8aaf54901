import type { Language } from '@promesse/geography/locales';

type Reason = Readonly<Record<Language, string>>;

/** Reasons that the application itself gives, by what the journal says. Reasons of people stay as they wrote them. */
export const reasonTexts: Readonly<Record<string, Reason>> = {
  PAYMENT_PENDING: {
    en: 'the payment is being checked',
    fr: 'le paiement est en cours de vérification',
    it: 'il pagamento è in corso di verifica',
  },
  TILL_PAYMENT: {
    en: 'it is to be paid at the till',
    fr: 'elle doit être payée à la caisse',
    it: 'deve essere pagato alla cassa',
  },
  REVIEW: {
    en: 'somebody looks at it first',
    fr: 'une personne la vérifie d’abord',
    it: 'una persona lo verifica prima',
  },
  'it was not paid at the till in time': {
    en: 'it was not paid at the till in time',
    fr: 'elle n’a pas été payée à temps à la caisse',
    it: 'non è stato pagato in tempo alla cassa',
  },
  'another location has to serve it': {
    en: 'another location has to serve it',
    fr: 'un autre site doit l’envoyer',
    it: 'deve spedirlo un’altra sede',
  },
  'the supplier delivers later': {
    en: 'the supplier delivers later',
    fr: 'le fournisseur livre plus tard',
    it: 'il fornitore consegna più tardi',
  },
  'no location can serve these units': {
    en: 'no location can serve these units',
    fr: 'aucun site ne peut fournir ces articles',
    it: 'nessuna sede può fornire questi articoli',
  },
  'they were not collected in time': {
    en: 'they were not collected in time',
    fr: 'ils n’ont pas été retirés à temps',
    it: 'non sono stati ritirati in tempo',
  },
  'the payment was declined': {
    en: 'the payment was declined',
    fr: 'le paiement a été refusé',
    it: 'il pagamento è stato rifiutato',
  },
  'the order had been cancelled before the payment was answered': {
    en: 'the order had been cancelled before the payment was answered',
    fr: 'la commande avait été annulée avant la réponse au paiement',
    it: 'l’ordine era stato annullato prima della risposta sul pagamento',
  },
  'the payment was answered late': {
    en: 'the payment was answered late',
    fr: 'le paiement a été confirmé tard',
    it: 'il pagamento è stato confermato tardi',
  },
  'ordered elsewhere': {
    en: 'ordered elsewhere',
    fr: 'commandée ailleurs',
    it: 'ordinato altrove',
  },
  'the order was changed': {
    en: 'the order was changed',
    fr: 'la commande a été modifiée',
    it: 'l’ordine è stato modificato',
  },
  'no reason given': { en: 'no reason given', fr: 'sans raison donnée', it: 'nessun motivo indicato' },
  'the carrier lost the parcel': {
    en: 'the carrier lost the parcel',
    fr: 'le transporteur a perdu le colis',
    it: 'il corriere ha smarrito il pacco',
  },
  'the parcel was damaged': {
    en: 'the parcel was damaged',
    fr: 'le colis a été endommagé',
    it: 'il pacco è stato danneggiato',
  },
};

/** A reason in a language, if the application gave it; else as it stands. */
export const reasonIn = (language: Language, text: string): string =>
  Object.hasOwn(reasonTexts, text) ? (reasonTexts[text]?.[language] ?? text) : text;

/** How far a parcel is, for those who do not read the carrier's own words. */
export const milestoneTexts: Readonly<Record<string, Omit<Reason, 'en'>>> = {
  CREATED: { fr: 'Le colis est annoncé.', it: 'Il pacco è stato annunciato.' },
  LABEL_PURCHASED: { fr: 'Le colis a son étiquette.', it: 'Il pacco ha la sua etichetta.' },
  HANDED_OVER: { fr: 'Le transporteur a le colis.', it: 'Il corriere ha il pacco.' },
  IN_TRANSIT: { fr: 'Le colis est en route.', it: 'Il pacco è in viaggio.' },
  CUSTOMS: { fr: 'Le colis est en douane.', it: 'Il pacco è in dogana.' },
  OUT_FOR_DELIVERY: { fr: 'Le colis est en cours de livraison.', it: 'Il pacco è in consegna.' },
  AVAILABLE_FOR_PICKUP: {
    fr: 'Le colis attend au point de retrait.',
    it: 'Il pacco è pronto al punto di ritiro.',
  },
  ATTEMPT_FAILED: {
    fr: 'Le colis n’a pas pu être livré ; un nouvel essai suit.',
    it: 'Il pacco non è stato consegnato; seguirà un nuovo tentativo.',
  },
  DELIVERED: { fr: 'Le colis est livré.', it: 'Il pacco è stato consegnato.' },
  EXCEPTION: {
    fr: 'Le transporteur signale un incident.',
    it: 'Il corriere segnala un problema.',
  },
  REFUSED: {
    fr: 'Le colis a été refusé ; il revient chez nous.',
    it: 'Il pacco è stato rifiutato; torna da noi.',
  },
  DAMAGED: {
    fr: 'Le colis a été endommagé ; il revient chez nous.',
    it: 'Il pacco è stato danneggiato; torna da noi.',
  },
  RETURN_TO_SENDER: { fr: 'Le colis revient chez nous.', it: 'Il pacco torna da noi.' },
  RETURNED_TO_SENDER: { fr: 'Le colis est revenu chez nous.', it: 'Il pacco è tornato da noi.' },
  LOST: { fr: 'Le colis est perdu.', it: 'Il pacco è smarrito.' },
  CANCELLED: { fr: 'L’envoi est annulé.', it: 'La spedizione è annullata.' },
};
