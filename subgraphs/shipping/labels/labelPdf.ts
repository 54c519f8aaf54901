import bwipjs from 'bwip-js/node';
import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import type { LabelRequest, PostalAddress } from '../carriers/carrierAdapter.ts';
import type { ShipmentParcel } from '../domain/shipment.ts';
import { encodable } from './encodable.ts';

/** A6 upright, in points. */
const page = { width: 298, height: 420, margin: 16 } as const;
const black = rgb(0, 0, 0);

interface Pen {
  readonly sheet: PDFPage;
  readonly regular: PDFFont;
  readonly bold: PDFFont;
}

/** The label of a shipment: one A6 page for each parcel, with its tracking code as text and as Code 128. */
export async function labelPdf(request: LabelRequest): Promise<Uint8Array> {
  const { shipment } = request;
  const document = await PDFDocument.create();
  const [regular, bold] = [
    await document.embedFont(StandardFonts.Helvetica),
    await document.embedFont(StandardFonts.HelveticaBold),
  ];
  document.setTitle(`Label ${shipment.parcels.map((parcel) => parcel.trackingCode).join(' ')}`);
  document.setProducer('Promesse');
  document.setCreator('Promesse');
  // The same shipment and address give the same bytes.
  document.setCreationDate(new Date(shipment.createdAtMs));
  document.setModificationDate(new Date(shipment.createdAtMs));
  for (const parcel of shipment.parcels) {
    const sheet = document.addPage([page.width, page.height]);
    drawLabel({ sheet, regular, bold }, request, parcel);
  }
  return document.save();
}

function drawLabel(pen: Pen, request: LabelRequest, parcel: ShipmentParcel): void {
  const { shipment, serviceName, sender, recipient } = request;
  const top = page.height - page.margin;
  write(pen, serviceName, { y: top - 14, size: 14, bold: true });
  write(pen, `${shipment.carrier}${shipment.isReturn ? '  RETURN' : ''}`, { y: top - 28, size: 9 });
  line(pen, top - 38);
  address(pen, 'From', sender, { y: top - 50, size: 8 });
  line(pen, top - 118);
  address(pen, 'To', recipient, { y: top - 132, size: 12 });
  line(pen, top - 236);
  const kilograms = (parcel.weightGrams / 1_000).toFixed(2);
  const count = `Parcel ${parcel.number} of ${shipment.parcels.length}`;
  write(pen, `${count}   ${kilograms} kg`, { y: top - 250, size: 9 });
  barcode(pen, parcel.trackingCode, { y: top - 340, height: 76 });
  write(pen, parcel.trackingCode, { y: top - 356, size: 13, bold: true });
  line(pen, top - 366);
}

function write(
  { sheet, regular, bold }: Pen,
  text: string,
  how: { readonly y: number; readonly size: number; readonly bold?: boolean },
): void {
  const font = how.bold === true ? bold : regular;
  const space = page.width - 2 * page.margin;
  let shown = encodable(text);
  while (shown.length > 1 && font.widthOfTextAtSize(shown, how.size) > space) shown = shown.slice(0, -1);
  sheet.drawText(shown, { x: page.margin, y: how.y, size: how.size, font, color: black });
}

const line = ({ sheet }: Pen, y: number): void =>
  sheet.drawLine({
    start: { x: page.margin, y },
    end: { x: page.width - page.margin, y },
    thickness: 0.75,
    color: black,
  });

function address(
  pen: Pen,
  title: string,
  { name, line1, line2, postalCode, city, country }: PostalAddress,
  { y, size }: { readonly y: number; readonly size: number },
): void {
  const rows = [name, line1, line2 ?? '', `${postalCode} ${city}`, country].filter(
    (row) => row.trim() !== '',
  );
  write(pen, title, { y, size: 7 });
  rows.forEach((row, at) => write(pen, row, { y: y - (at + 1) * (size + 4), size, bold: at === 0 }));
}

/** Code 128 as bars of the page itself: sharp at every printer's resolution. */
function barcode(
  { sheet }: Pen,
  text: string,
  { y, height }: { readonly y: number; readonly height: number },
): void {
  const widths = barWidths(text);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const module = (page.width - 2 * page.margin) / total;
  let x = page.margin;
  widths.forEach((width, at) => {
    // Bars and gaps take turns, a bar first.
    if (at % 2 === 0) sheet.drawRectangle({ x, y, width: width * module, height, color: black });
    x += width * module;
  });
}

/** Widths of bars and gaps, in modules, as bwip-js computes them. */
export function barWidths(text: string): number[] {
  const [symbol] = bwipjs.raw('code128', text, {}) as readonly { readonly sbs?: readonly number[] }[];
  if (symbol?.sbs === undefined) throw new Error('The barcode could not be computed.');
  return [...symbol.sbs];
}
