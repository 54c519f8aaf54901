/** How far a parcel is, as a carrier says. */
interface ParcelReport {
  readonly milestone: string;
  /** In the carrier's words. */
  readonly text: string;
  /** It travels back to whoever sent it. */
  readonly turned?: boolean | undefined;
}

/** What carriers call delivered or under way is something else on the way back to the sender. */
const onTheWayBack: Readonly<Record<string, Omit<ParcelReport, 'turned'>>> = {
  DELIVERED: { milestone: 'RETURNED_TO_SENDER', text: 'The parcel is back with us' },
  ...Object.fromEntries(
    ['HANDED_OVER', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'ATTEMPT_FAILED', 'AVAILABLE_FOR_PICKUP'].map(
      (milestone) => [
        milestone,
        { milestone: 'RETURN_TO_SENDER', text: 'The parcel is on its way back to us' },
      ],
    ),
  ),
};

/** What the customer is told of a parcel: never that it is delivered when its sender has it again. */
export const toldOfParcel = ({ milestone, text, turned }: ParcelReport): Omit<ParcelReport, 'turned'> =>
  (turned === true ? onTheWayBack[milestone] : undefined) ?? { milestone, text };
