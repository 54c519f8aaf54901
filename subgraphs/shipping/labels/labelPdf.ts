import { countries } from '@promesse/geography/countries';
import { placeName } from '@promesse/geography/names';
import { destinationCode } from '@promesse/geography/territories';
import bwipjs from 'bwip-js/node';
import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import type { LabelRequest, PostalAddress } from '../carriers/carrierAdapter.ts';
import type { ShipmentParcel } from '../domain/shipment.ts';
import { codedError } from '../../../platform/errors/codedError.ts';
import { encodable, isPrintable } from './encodable.ts';

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
  requirePrintable(request.sender);
  requirePrintable(request.recipient);
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

/** ADDRESS_NOT_CARRIED for an address in a script that the label's fonts lack: no carrier finds `??`. */
function requirePrintable(of: PostalAddress): void {
  for (const field of ['name', 'company', 'line1', 'line2', 'postalCode', 'city', 'region'] as const)
    if (!isPrintable(of[field] ?? ''))
      throw codedError('ADDRESS_NOT_CARRIED', `The label cannot print the script of ${field}.`, { field });
}

function drawLabel(pen: Pen, request: LabelRequest, parcel: ShipmentParcel): void {
  const { shipment, serviceName, sender, recipient, instructions } = request;
  const top = page.height - page.margin;
  write(pen, [{ text: serviceName, isBold: true }], { y: top - 14, size: 14, height: 16 });
  const way = `${shipment.carrier}${shipment.isReturn ? '  RETURN' : ''}`;
  write(pen, [{ text: way }], { y: top - 28, size: 9, height: 11 });
  line(pen, top - 38);
  address(pen, 'From', sender, { y: top - 50, size: 8, height: 62 });
  line(pen, top - 118);
  address(pen, 'To', recipient, { y: top - 132, size: 12, height: 96 });
  line(pen, top - 236);
  const kilograms = (parcel.weightGrams / 1_000).toFixed(2);
  const count = `Parcel ${parcel.number} of ${shipment.parcels.length}`;
  write(pen, [{ text: `${count}   ${kilograms} kg` }], { y: top - 250, size: 9, height: 11 });
  barcode(pen, parcel.trackingCode, { y: top - 316, height: 58 });
  write(pen, [{ text: parcel.trackingCode, isBold: true }], { y: top - 331, size: 13, height: 15 });
  line(pen, top - 340);
  if (instructions !== undefined)
    write(pen, [{ text: instructions }], { y: top - 350, size: 8, height: page.height - 376 });
}

interface Row {
  readonly text: string;
  readonly isBold?: boolean;
}

/** Where rows stand: `y` is the base of the first one, `height` what they may take, in points. */
interface Place {
  readonly y: number;
  readonly size: number;
  readonly height: number;
}

const smallest = 3;
const leadingOf = (size: number): number => size * 1.25;

/** Rows of text, wrapped and then made smaller until all of it stands in its place: nothing is cut. */
function write(pen: Pen, rows: readonly Row[], { y, size: wanted, height }: Place): void {
  const fontOf = ({ isBold }: Row): PDFFont => (isBold === true ? pen.bold : pen.regular);
  const space = page.width - 2 * page.margin;
  const at = (size: number) =>
    rows.flatMap((row) =>
      wrapped(encodable(row.text), (text) => fontOf(row).widthOfTextAtSize(text, size) <= space).map(
        (text) => ({ text, font: fontOf(row) }),
      ),
    );
  let size = wanted;
  let lines = at(size);
  while (size > smallest && lines.length * leadingOf(size) > height) lines = at((size -= 0.5));
  lines.forEach(({ text, font }, n) =>
    pen.sheet.drawText(text, { x: page.margin, y: y - n * leadingOf(size), size, font, color: black }),
  );
}

/** A text in lines that fit; a word that is too long for a line is broken, never lost. */
export function wrapped(text: string, fits: (line: string) => boolean): string[] {
  if (text.trim() !== '' && fits(text)) return [text];
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    let rest = word;
    while (rest.length > 1 && !fits(rest)) {
      let length = rest.length - 1;
      while (length > 1 && !fits(rest.slice(0, length))) length -= 1;
      lines.push(rest.slice(0, length));
      rest = rest.slice(length);
    }
    lines.push(rest);
  }
  return lines;
}

const line = ({ sheet }: Pen, y: number): void =>
  sheet.drawLine({
    start: { x: page.margin, y },
    end: { x: page.width - page.margin, y },
    thickness: 0.75,
    color: black,
  });

/**
 * The last line of an address: the place it really is in, by name in capitals and by code. Liechtenstein is written with
 * Swiss postal codes, and customs treat Samnaun or Livigno as places of their own.
 */
export function countryLine(country: string, postalCode: string): string {
  const code = destinationCode(country, postalCode);
  const name = placeName(code, 'en');
  if (name === undefined) return country;
  const isCountry = countries.has(code);
  const whole = isCountry ? name : `${name}, ${placeName(country, 'en') ?? country}`;
  return `${whole.toUpperCase()} (${isCountry ? code : country})`;
}

function address(pen: Pen, title: string, of: PostalAddress, { y, size, height }: Place): void {
  const { name, company, line1, line2, postalCode, city, region, country } = of;
  const rows = [
    name,
    company,
    line1,
    line2,
    `${postalCode} ${city}`,
    region,
    countryLine(country, postalCode),
  ];
  const written = rows.flatMap((text) => (text == null || text.trim() === '' ? [] : [{ text }]));
  write(pen, [{ text: title }], { y, size: 7, height: 9 });
  const [first, ...others] = written;
  const bold = first === undefined ? [] : [{ ...first, isBold: true }];
  write(pen, [...bold, ...others], { y: y - leadingOf(size), size, height });
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
