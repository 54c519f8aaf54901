/** What is done first about an incident, in the words of its ticket; for the desk. */
export const incidentActions = {
  WATCH: 'Nothing is to be done yet: the customer was told, and it is watched.',
  ASK_LOCATION: 'Ask the location why the goods have not left, and when they will.',
  FIND_AT_LOCATION: 'Have the location look for the parcel, and hand it over to the carrier again.',
  MAKE_NEW_LABEL:
    'The carrier does not know the number: have the location make another label. This ticket closes with the first report of the carrier.',
  ASK_CARRIER: 'Ask the carrier where the parcel is, and when it comes.',
  CLEAR_CUSTOMS: 'Ask the carrier which papers or duties customs waits for, and get them from the customer.',
  CHECK_ADDRESS: 'Check the address with the customer, and give it to the carrier.',
  ASK_FOR_PROOF: 'Ask the carrier for the proof of delivery, and the customer for their neighbours.',
  RESHIP_OR_REFUND: 'Ask the customer: send it again, or give the money back.',
} as const;
export type IncidentAction = keyof typeof incidentActions;
