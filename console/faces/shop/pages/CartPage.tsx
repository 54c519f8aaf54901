import { useMutation } from 'urql';
import { Link } from 'wouter';
import { useFaultText } from '../../../client/faults.ts';
import { useFormats } from '../../../client/formats.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { shopSetQuantity } from '../generated/operations.ts';
import { ShopBar } from '../parts/ShopBar.tsx';
import { Swatch } from '../parts/Swatch.tsx';
import { useCart, type Cart } from '../parts/useCart.ts';
import { shopTexts } from '../texts/shop.ts';

function Lines({ cart }: { readonly cart: Cart }) {
  const t = useTextsOf(shopTexts);
  const formats = useFormats();
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const [{ error }, setQuantity] = useMutation(shopSetQuantity);
  const set = (lineId: string, quantity: number): void =>
    void setQuantity({ input: { cartId: cart.id, lineId, quantity }, locale });
  return (
    <section className="card">
      {error && <Notice tone="danger">{faultText(error)}</Notice>}
      <ul className="rows">
        {cart.lines.map((line) => (
          <li key={line.id} className="cart-line">
            <Swatch of={line.variant.title} />
            <div>
              <strong>{line.variant.title}</strong>
              {line.customisation !== null && <span className="muted small block">{line.customisation}</span>}
              <button type="button" className="button quiet" onClick={() => set(line.id, 0)}>
                {t('remove')}
              </button>
            </div>
            <input
              type="number"
              min={1}
              max={999}
              value={line.quantity}
              aria-label={t('units', { title: line.variant.title })}
              onChange={(event) => {
                const units = Math.trunc(Number(event.target.value));
                if (units >= 1) set(line.id, units);
              }}
            />
            <span className="figure">{formats.money(line.total)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is in the cart. */
export function CartPage() {
  const t = useTextsOf(shopTexts);
  const formats = useFormats();
  const { cart, fetching } = useCart();
  const isEmpty = cart === undefined || cart.lines.length === 0;
  return (
    <Frame title={t('cart')} face="shop" bar={<ShopBar />}>
      <h1 className="shop-title">{t('cart')}</h1>
      {fetching && cart === undefined && <Loading />}
      {!fetching && isEmpty && (
        <div className="empty">
          <p>{t('empty')}</p>
          <Link href="/" className="button">
            {t('toShop')}
          </Link>
        </div>
      )}
      {!isEmpty && (
        <div className="two-thirds">
          <Lines cart={cart} />
          <section className="card stack">
            <dl className="sums">
              <div className="sum-total">
                <dt>{t('subtotal')}</dt>
                <dd className="figure">{formats.money(cart.subtotal)}</dd>
              </div>
            </dl>
            <Link href="/checkout" className="button primary wide">
              {t('options')}
            </Link>
          </section>
        </div>
      )}
    </Frame>
  );
}
