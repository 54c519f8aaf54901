import { optionFrom, optionsFault, type CustomisationOption } from '../domain/customisation.ts';
import { gtin14 } from '../../../platform/values/gtin.ts';
import { isDeepStrictEqual } from 'node:util';
import { isCurrency } from '@promesse/geography/currencies';
import { codedError } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { isPrice, maxPriceMinor } from '../../../platform/values/price.ts';
import { replaceMany } from '../../../platform/mongo/replaceMany.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { ImportProductsInput, ProductInput, VariantInput } from '../generated/resolverTypes.ts';
import type { LocalizedText } from '../../../platform/values/localized.ts';
import type { CatalogModels, ProductDoc, VariantDoc } from '../store/models.ts';
import type { Cause } from '../store/stockStore.ts';

/** Most variants of one call; one event carries them all. */
const maxVariants = 500;

export interface Refusal {
  readonly key: string;
  readonly code: string;
  readonly message: string;
}

export interface ImportOutcome {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly Refusal[];
}

const textOf = (input: {
  en: string;
  fr?: string | null | undefined;
  it?: string | null | undefined;
}): LocalizedText => ({
  en: input.en,
  ...(input.fr ? { fr: input.fr } : {}),
  ...(input.it ? { it: input.it } : {}),
});

/** Words under which a product is found. */
export const wordsOf = (...texts: (string | undefined)[]): string[] => [
  ...new Set(
    texts
      .flatMap((text) => (text ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u))
      .filter((word) => word !== ''),
  ),
];

const productDoc = ({ id, title, description, brand, category }: ProductInput): ProductDoc => ({
  _id: id,
  title: textOf(title),
  ...(description ? { description: textOf(description) } : {}),
  ...(brand ? { brand } : {}),
  category,
  words: wordsOf(title.en, title.fr ?? '', title.it ?? '', brand ?? ''),
});

const variantDoc = (productId: string, input: VariantInput): VariantDoc => ({
  _id: input.sku,
  productId,
  ...(input.label ? { label: textOf(input.label) } : {}),
  priceMinor: input.price.amountMinor,
  currency: input.price.currency,
  taxBasisPoints: input.taxBasisPoints ?? 2000,
  taxCategory: input.taxCategory ?? (input.taxBasisPoints === 0 ? 'EXEMPT' : 'STANDARD'),
  weightGrams: input.weightGrams,
  lengthMm: input.lengthMm,
  widthMm: input.widthMm,
  heightMm: input.heightMm,
  customisable: input.customisable ?? false,
  ...(input.customisationOptions == null || input.customisationOptions.length === 0
    ? {}
    : { options: input.customisationOptions.map((option) => optionFrom(option, textOf(option.label))) }),
  // What is none is kept as it came, and refused below.
  ...(input.gtin == null ? {} : { gtin: gtin14(input.gtin) ?? input.gtin }),
  restrictions: [...(input.restrictions ?? [])],
  ...(input.preorderUntil == null ? {} : { preorderUntilMs: input.preorderUntil }),
  ...(input.backorderUntil == null ? {} : { backorderUntilMs: input.backorderUntil }),
});

/** What is wrong with a variant, if anything. */
function faultOf(variant: VariantDoc): Refusal | undefined {
  const refuse = (message: string): Refusal => ({ key: variant._id, code: 'BAD_USER_INPUT', message });
  if (!/^[\x21-\x7e]{1,100}$/.test(variant._id) || variant._id.includes('@'))
    return refuse('A SKU is 1 to 100 printable ASCII characters without spaces and @.');
  if (!isPrice(variant.priceMinor))
    return refuse(`A price is a whole number of minor units from 0 to ${maxPriceMinor}.`);
  if (!isCurrency(variant.currency)) return refuse('A currency is one of ISO 4217, such as EUR.');
  const sizes = [variant.weightGrams, variant.lengthMm, variant.widthMm, variant.heightMm];
  if (sizes.some((size) => size < 1 || size > 1_000_000))
    return refuse('Weight and size are from 1 to 1,000,000.');
  const optionFault = optionsFault(variant.options ?? [], variant.customisable);
  if (optionFault !== undefined) return refuse(optionFault);
  if (variant.gtin !== undefined && gtin14(variant.gtin) === undefined)
    return refuse('A GTIN has 8, 12, 13 or 14 digits, the last of which is its check digit.');
  if (variant.taxBasisPoints < 0 || variant.taxBasisPoints > 10_000)
    return refuse('A tax rate is from 0 to 10,000.');
  return undefined;
}

const eventOption = (option: CustomisationOption) => {
  const { code, kind, craft, minutesPerLine, minutesPerUnit, instructions } = option;
  return {
    ...{ code, kind, minutesPerLine, minutesPerUnit },
    ...(craft === undefined ? {} : { craft }),
    ...(instructions === undefined ? {} : { instructions }),
  };
};

type Grouping = Pick<ProductDoc, 'category' | 'brand'>;

const eventVariant = (
  { _id, label: _label, priceMinor, currency, options, ...rest }: VariantDoc,
  product: Grouping | undefined,
) => ({
  ...rest,
  ...(options === undefined ? {} : { options: options.map(eventOption) }),
  ...(product === undefined ? {} : { category: product.category }),
  ...(product?.brand === undefined ? {} : { brand: product.brand }),
  sku: _id,
  price: { amountMinor: priceMinor, currency },
});

/** Rows whose key came before in the same call: which one holds, nobody could say. */
function repeated(keys: readonly string[], what: string): Refusal[] {
  const seen = new Set<string>();
  return keys.flatMap((key) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ key, code: 'BAD_USER_INPUT', message: `The ${what} ${key} stands in this call twice.` }];
  });
}

interface ImportParts {
  readonly models: CatalogModels;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly newId: () => string;
}

/** Creates or replaces products with their variants; rows that are already so are left alone. */
export async function importProducts(
  parts: ImportParts,
  { products: input, idempotencyKey }: ImportProductsInput,
  by: Cause,
): Promise<ImportOutcome> {
  const all = input.flatMap((product) => product.variants.map((each) => variantDoc(product.id, each)));
  if (all.length > maxVariants)
    throw codedError('BAD_USER_INPUT', `One call takes at most ${maxVariants} variants, not ${all.length}.`);
  const twice = repeated(input.map(({ id }) => id), 'product'); // prettier-ignore
  const refused = [
    ...twice,
    ...repeated(all.map(({ _id }) => _id), 'SKU'),
    ...all.map(faultOf).filter((fault) => fault !== undefined),
  ]; // prettier-ignore
  const bad = new Set(refused.map((fault) => fault.key));
  const asked = {
    products: input.filter(({ id }) => !twice.some(({ key }) => key === id)).map(productDoc),
    variants: all.filter((variant) => !bad.has(variant._id)),
  };
  const work = async (tx: Tx): Promise<ImportOutcome> => ({
    ...(await importIn(parts, tx, asked, by)),
    refused,
  });
  if (idempotencyKey == null) return withTransaction(parts.journal.connection, work);
  const scope = { principal: by.actor, operation: 'importProducts', key: idempotencyKey, input };
  return (await parts.idempotency.once(scope, work)).result;
}

/** Products that are in another category or of another brand now: rules may ask for both. */
const regroupedIn = (
  products: readonly ProductDoc[],
  listed: readonly (Grouping & { readonly _id: string })[],
): ReadonlySet<string> => {
  const before = new Map(listed.map((each) => [each._id, each]));
  const isMoved = ({ _id, category, brand }: ProductDoc): boolean => {
    const was = before.get(_id);
    return was !== undefined && (was.category !== category || was.brand !== brand);
  };
  return new Set(products.filter(isMoved).map(({ _id }) => _id));
};

async function importIn(
  { models, journal, newId }: ImportParts,
  tx: Tx,
  { products, variants }: { products: readonly ProductDoc[]; variants: readonly VariantDoc[] },
  by: Cause,
): Promise<Omit<ImportOutcome, 'refused'>> {
  const known = await models.Variant.find({ _id: trusted({ $in: variants.map((each) => each._id) }) })
    .session(tx.session)
    .lean();
  const before = new Map(known.map((doc) => [doc._id, doc as VariantDoc]));
  const ids = trusted({ $in: products.map((each) => each._id) });
  const listed = await models.Product.find({ _id: ids }, { category: 1, brand: 1 })
    .session(tx.session)
    .lean<(Grouping & { _id: string })[]>();
  const regrouped = regroupedIn(products, listed);
  const changed = variants.filter(
    (variant) => regrouped.has(variant.productId) || !isDeepStrictEqual(before.get(variant._id), variant),
  );
  await replaceMany(models.Product, tx, products, new Set(listed.map((doc) => doc._id)));
  if (changed.length > 0) {
    await replaceMany(models.Variant, tx, changed, before);
    const groups = new Map(products.map((each) => [each._id, each]));
    const data = { variants: changed.map((each) => eventVariant(each, groups.get(each.productId))) };
    const events = [{ type: 'catalog.VariantsChanged', data }];
    await journal.append(tx, { stream: `variants:${newId()}`, expectedSeq: 0, events, ...by });
  }
  return { changed: changed.length, unchanged: variants.length - changed.length };
}
