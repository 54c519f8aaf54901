import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useFaultText } from '../../../client/faults.ts';
import { useFormats } from '../../../client/formats.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useCommonTexts, useTextsOf } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { shopProduct, type ShopProductResult } from '../generated/operations.ts';
import { CustomisationFields } from '../parts/CustomisationFields.tsx';
import { PromiseBox } from '../parts/PromiseBox.tsx';
import { ShopBar } from '../parts/ShopBar.tsx';
import { Swatch } from '../parts/Swatch.tsx';
import { useAddLine } from '../parts/useCart.ts';
import { shopTexts } from '../texts/shop.ts';

type Product = NonNullable<ShopProductResult['product']>;
type Variant = Product['variants'][number];

function Buy({ variant }: { readonly variant: Variant }) {
  const t = useTextsOf(shopTexts);
  const faultText = useFaultText();
  const addLine = useAddLine();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState<'added' | ''>('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const add = async (): Promise<void> => {
    setBusy(true);
    const options = Object.entries(chosen).flatMap(([code, value]) =>
      value === '' ? [] : [{ code, value }],
    );
    const error = await addLine({ sku: variant.sku, quantity: 1, options });
    setBusy(false);
    setFault(error === undefined ? '' : faultText(error));
    setSaid(error === undefined ? 'added' : '');
  };
  return (
    <div className="stack">
      <CustomisationFields options={variant.customisationOptions} chosen={chosen} onChange={setChosen} />
      <button
        type="button"
        className="button primary wide"
        disabled={busy || variant.availability.status === 'OUT_OF_STOCK'}
        onClick={() => void add()}
      >
        {t('add')}
      </button>
      {fault !== '' && <Notice tone="danger">{fault}</Notice>}
      {said === 'added' && (
        <Notice tone="success">
          {t('added')} <Link href="/cart">{t('toCart')}</Link>
        </Notice>
      )}
    </div>
  );
}

interface VariantsProps {
  readonly product: Product;
  readonly sku: string | undefined;
  readonly onChange: (sku: string) => void;
}

function Variants({ product, sku, onChange }: VariantsProps) {
  const t = useTextsOf(shopTexts);
  const shortName = (title: string): string =>
    title.replace(product.title, '').replace(/^[\s,·-]+/, '') || title;
  return (
    <fieldset>
      <legend className="small muted">{t('choose')}</legend>
      <div className="variants">
        {product.variants.map(({ sku: each, title, availability }) => (
          <label key={each} className={availability.status === 'OUT_OF_STOCK' ? 'variant gone' : 'variant'}>
            <input type="radio" name="variant" checked={each === sku} onChange={() => onChange(each)} />
            <span>{shortName(title)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Whole({ product }: { readonly product: Product }) {
  const t = useTextsOf(shopTexts);
  const formats = useFormats();
  const [sku, setSku] = useState(
    () =>
      (
        product.variants.find(({ availability }) => availability.status !== 'OUT_OF_STOCK') ??
        product.variants[0]
      )?.sku,
  );
  const variant = product.variants.find((each) => each.sku === sku);
  return (
    <div className="product">
      <Swatch of={product.title} large />
      <div className="stack">
        <div>
          <p className="muted small">{product.brand}</p>
          <h1>{product.title}</h1>
          {variant !== undefined && <p className="price figure">{formats.money(variant.price)}</p>}
        </div>
        {product.description !== null && <p>{product.description}</p>}
        {product.variants.length > 1 && <Variants product={product} sku={sku} onChange={setSku} />}
        {variant !== undefined && (
          <>
            <p className="muted">{t(`available.${variant.availability.status}`)}</p>
            <Buy key={variant.sku} variant={variant} />
            <PromiseBox sku={variant.sku} />
          </>
        )}
      </div>
    </div>
  );
}

/** One product with its variants, and the promise for an address. */
export function ProductPage({ id }: { readonly id: string }) {
  const common = useCommonTexts();
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const [{ data, error, fetching }] = useQuery({ query: shopProduct, variables: { id, locale } });
  const product = data?.product ?? undefined;
  return (
    <Frame title={product?.title ?? common('face.shop')} face="shop" bar={<ShopBar />}>
      {fetching && product === undefined && <Loading />}
      {error && <Notice tone="danger">{faultText(error)}</Notice>}
      {!fetching && !error && product === undefined && <p className="empty">{common('notFound')}</p>}
      {product !== undefined && <Whole product={product} />}
    </Frame>
  );
}
