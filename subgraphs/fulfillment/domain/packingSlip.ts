import { pickedLines, openLines, type FulfillmentOrder } from './fulfillmentOrder.ts';

/** Units of one article in one parcel; parcel 0 before it is packed. */
export interface SlipLine {
  readonly parcel: number;
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly customisation?: string;
}

/** The slip of some work. */
export interface Slip {
  readonly work: FulfillmentOrder;
  readonly orderNumber?: string | undefined;
}

/** Does it leave for the customer's own address, where what they wrote for the delivery matters? */
export const goesHome = ({ collection, forwardTo }: FulfillmentOrder): boolean =>
  !collection && forwardTo === undefined;

/** What lies in which parcel. */
export function slipLines(work: FulfillmentOrder): SlipLine[] {
  const byId = new Map(work.lines.map((line) => [line.lineId, line]));
  const unpacked = work.step === 'TO_PICK' || work.step === 'PICKING' ? openLines(work) : pickedLines(work);
  const parcels = work.parcels.length === 0 ? [{ number: 0, lines: unpacked }] : work.parcels;
  return parcels.flatMap(({ number: parcel, lines }) =>
    lines.flatMap(({ lineId, quantity }) => {
      const line = byId.get(lineId);
      if (line === undefined) return [];
      const { sku, customisation } = line;
      return [{ parcel, lineId, sku, quantity, ...(customisation === undefined ? {} : { customisation }) }];
    }),
  );
}

const words = {
  en: {
    slip: 'Packing slip',
    order: 'Order',
    parcel: 'Parcel',
    of: 'of',
    note: 'For the delivery',
    units: 'Units',
    article: 'Article',
  },
  fr: {
    slip: 'Bon de livraison',
    order: 'Commande',
    parcel: 'Colis',
    of: 'sur',
    note: 'Pour la livraison',
    units: 'Qté',
    article: 'Article',
  },
  it: {
    slip: 'Documento di imballaggio',
    order: 'Ordine',
    parcel: 'Collo',
    of: 'di',
    note: 'Per la consegna',
    units: 'Qtà',
    article: 'Articolo',
  },
} as const;

const languageOf = (locale: string | undefined): keyof typeof words => {
  const language = (locale ?? 'en').slice(0, 2).toLowerCase();
  return language === 'fr' || language === 'it' ? language : 'en';
};

const width = 80;
const margin = 8;

/** A text in lines that fit; a word that is too long is broken, never lost. */
function wrapped(text: string, widest = width - margin): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= widest)
      lines[lines.length - 1] = `${last} ${word}`;
    else
      for (let at = 0; at < Math.max(1, word.length); at += widest) lines.push(word.slice(at, at + widest));
  }
  return lines;
}

/** The slip as plain text: one page for each parcel, with what the customer wrote for whoever delivers. */
export function slipText(
  { work, orderNumber }: Slip,
  locale: string | undefined,
  instructions?: string,
): string {
  const say = words[languageOf(locale)];
  const lines = slipLines(work);
  const note = instructions === undefined ? [] : wrapped(`${say.note}: ${instructions}`, width);
  const parcels = [...new Set(lines.map((line) => line.parcel))];
  return parcels
    .map((parcel) =>
      [
        say.slip,
        `${say.order} ${orderNumber ?? work.orderId}`,
        ...(parcel === 0 ? [] : [`${say.parcel} ${parcel} ${say.of} ${work.parcels.length}`]),
        ...note,
        '',
        `${say.units.padEnd(margin)}${say.article}`,
        ...lines
          .filter((line) => line.parcel === parcel)
          .flatMap(({ quantity, sku, customisation }) => {
            const [first = '', ...rest] = wrapped(sku);
            const made = customisation === undefined ? [] : wrapped(customisation);
            return [
              `${String(quantity).padEnd(margin)}${first}`,
              ...[...rest, ...made].map((text) => ' '.repeat(margin) + text),
            ];
          }),
        '',
      ].join('\n'),
    )
    .join('\f');
}
