import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { largestMinor } from './ledger/lots.ts';
import type { ChosenOption } from '../../../platform/values/chosenOptions.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import { chosenMaking, surchargeMinor, type CustomisationOption, type Making } from './options.ts';

/** Longest cart, in lines. */
export const maxLines = 500;
/** Longest text that is engraved, printed or sewn on. */
const maxCustomisationLength = 500;

/** Units of one variant, made alike, at the price they had when they were put in. */
export interface CartLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly customisation?: string;
  /** Gross price of one unit, in minor units of the cart's currency. */
  readonly unitPriceMinor: number;
  /** What making it adds to the price, where options do: the price of a unit depends on the quantity. */
  readonly making?: { readonly baseMinor: number; readonly surcharges: Making['surcharges'] };
  readonly taxBasisPoints: number;
  /** What the goods are for tax; STANDARD in carts of before. */
  readonly taxCategory?: string;
}

/** What a cart needs to know of a variant. */
export interface SoldVariant {
  readonly price: { readonly amountMinor: number; readonly currency: string };
  readonly taxBasisPoints: number;
  readonly taxCategory?: string;
  readonly customisable: boolean;
  /** What a customer may choose of it; none for articles made by words alone. */
  readonly options?: readonly CustomisationOption[];
}

/** A line as a customer asks for it. */
export interface WantedLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly customisation?: string | null | undefined;
  readonly options?: readonly ChosenOption[] | null | undefined;
}

/** Refuses what no variant could satisfy: a wrong quantity or too long a text. */
export function requireWanted({ quantity, customisation }: Omit<WantedLine, 'id'>): void {
  requireQuantity(quantity);
  if ((customisation ?? '').length > maxCustomisationLength)
    throw codedError('BAD_USER_INPUT', `A customisation has at most ${maxCustomisationLength} characters.`);
}

/** The line at the variant's price; refused when the cart is in another currency or the variant cannot be made so. */
export function pricedLine(currency: string, wanted: WantedLine, variant: SoldVariant | null): CartLine {
  requireWanted(wanted);
  const { id, sku, quantity } = wanted;
  if (variant === null) throw codedError('UNKNOWN_SKU', `No variant has the SKU ${sku}.`);
  if (variant.price.currency !== currency)
    throw codedError(
      'CURRENCY_MISMATCH',
      `The cart is in ${currency}, this variant is sold in ${variant.price.currency}.`,
    );
  const isMade = Boolean(wanted.customisation) || (wanted.options ?? []).length > 0;
  if (isMade && !variant.customisable)
    throw codedError('BAD_USER_INPUT', `The variant ${sku} cannot be customised.`);
  const making = makingOf(wanted, variant);
  const baseMinor = variant.price.amountMinor;
  return {
    ...{ id, sku, quantity },
    ...(making === undefined ? {} : { customisation: making.customisation }),
    ...(making === undefined || making.surcharges.length === 0
      ? {}
      : { making: { baseMinor, surcharges: making.surcharges } }),
    unitPriceMinor: baseMinor + surchargeMinor(making?.surcharges ?? [], quantity),
    taxBasisPoints: variant.taxBasisPoints,
    ...(variant.taxCategory === undefined ? {} : { taxCategory: variant.taxCategory }),
  };
}

/** What is made of it: chosen options, or words where the variant has none. */
function makingOf(wanted: WantedLine, { options = [] }: SoldVariant): Making | undefined {
  if (options.length > 0) return chosenMaking(options, wanted);
  if ((wanted.options ?? []).length > 0)
    throw codedError('BAD_USER_INPUT', `The variant ${wanted.sku} has no options; say it in words.`, {
      field: 'options',
    });
  return wanted.customisation ? { customisation: wanted.customisation, surcharges: [] } : undefined;
}

/** The line at another price of the article alone: what making adds stays as it was agreed. */
export function atBasePrice(line: CartLine, baseMinor: number): CartLine {
  if (line.making === undefined) return { ...line, unitPriceMinor: baseMinor };
  const { surcharges } = line.making;
  const unitPriceMinor = baseMinor + surchargeMinor(surcharges, line.quantity);
  return { ...line, unitPriceMinor, making: { baseMinor, surcharges } };
}

/** The line with so many units: what making adds may be less for more of them. */
const withUnits = (line: CartLine, quantity: number): CartLine =>
  line.making === undefined
    ? { ...line, quantity }
    : atBasePrice({ ...line, quantity }, line.making.baseMinor);

/** Adds a line. Units of the same SKU and customisation add up in one line, at the price of today. */
export function withLine(lines: readonly CartLine[], added: CartLine): CartLine[] {
  const same = lines.find((line) => line.sku === added.sku && line.customisation === added.customisation);
  if (same === undefined) {
    if (lines.length >= maxLines) throw codedError('BAD_USER_INPUT', `A cart has at most ${maxLines} lines.`);
    return requireSums([...lines, added]);
  }
  const quantity = requireQuantity(same.quantity + added.quantity);
  return requireSums(
    lines.map((line) => (line === same ? withUnits({ ...added, id: same.id }, quantity) : line)),
  );
}

/** Sets how many units a line has; with 0 the line goes. */
export function withQuantity(lines: readonly CartLine[], lineId: string, quantity: number): CartLine[] {
  if (quantity !== 0) requireQuantity(quantity);
  if (!lines.some((line) => line.id === lineId)) throw notFound('cart line');
  if (quantity === 0) return lines.filter((line) => line.id !== lineId);
  return requireSums(lines.map((line) => (line.id === lineId ? withUnits(line, quantity) : line)));
}

/** Price of a line, gross, in minor units. */
export const lineTotal = ({
  unitPriceMinor,
  quantity,
}: Pick<CartLine, 'unitPriceMinor' | 'quantity'>): number => unitPriceMinor * quantity;

/** Price of all lines, gross, without delivery, in minor units. */
export const subtotal = (lines: readonly Pick<CartLine, 'unitPriceMinor' | 'quantity'>[]): number =>
  lines.reduce((sum, line) => sum + lineTotal(line), 0);

type Priced = Pick<CartLine, 'unitPriceMinor' | 'quantity'>;

/** Can the sum of these lines be told and paid exactly? */
export const isPayable = (lines: readonly Priced[]): boolean =>
  lines.every((line) => lineTotal(line) <= largestMinor) && subtotal(lines) <= largestMinor;

/** The lines, if their sum can be told; otherwise nothing that has it is ever written. */
function requireSums<L extends Priced>(lines: L[]): L[] {
  if (isPayable(lines)) return lines;
  throw codedError('BAD_USER_INPUT', `The sum of a cart is at most ${largestMinor} minor units.`);
}
