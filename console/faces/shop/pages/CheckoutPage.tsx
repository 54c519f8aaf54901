import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useFaultText } from '../../../client/faults.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { shopCartOptions } from '../generated/operations.ts';
import { AddressForm } from '../parts/AddressForm.tsx';
import { OptionText } from '../parts/OptionText.tsx';
import { PayForm } from '../parts/PayForm.tsx';
import { Refused } from '../parts/Refused.tsx';
import { ShopBar } from '../parts/ShopBar.tsx';
import { useCart, type Cart } from '../parts/useCart.ts';
import { shopTexts } from '../texts/shop.ts';

/** Address, way of delivery, payment: one page, in this order. */
function Steps({ cart }: { readonly cart: Cart }) {
  const t = useTextsOf(shopTexts);
  const faultText = useFaultText();
  const [chosen, setChosen] = useState('');
  const isReady = cart.address !== null && cart.contact !== null;
  const [{ data, error, fetching }, readAgain] = useQuery({
    query: shopCartOptions,
    variables: { id: cart.id },
    pause: !isReady,
    requestPolicy: 'network-only',
  });
  const promise = isReady ? data?.cart?.deliveryOptions : undefined;
  const option = promise?.options.find(({ handle }) => handle === chosen);
  const anew = (): void => {
    setChosen('');
    readAgain({ requestPolicy: 'network-only' });
  };
  return (
    <div className="two-thirds">
      <div className="stack">
        <AddressForm cart={cart} onSaved={anew} />
        {isReady && (
          <section className="card stack" aria-live="polite">
            <h2>{t('options')}</h2>
            {fetching && promise === undefined && <Loading />}
            {error && <Notice tone="danger">{faultText(error)}</Notice>}
            {promise?.options.length === 0 && <Notice tone="warning">{t('noOption')}</Notice>}
            <fieldset className="choices">
              <legend className="visually-hidden">{t('options')}</legend>
              {promise?.options.map((each) => (
                <label key={each.handle} className="choice">
                  <input
                    type="radio"
                    name="option"
                    checked={each.handle === chosen}
                    onChange={() => setChosen(each.handle)}
                  />
                  <OptionText option={each} />
                </label>
              ))}
            </fieldset>
            {promise !== undefined && <Refused options={promise.unavailable} />}
          </section>
        )}
      </div>
      <PayForm key={chosen} cart={cart} option={option} onExpired={anew} />
    </div>
  );
}

/** From cart to order. */
export function CheckoutPage() {
  const t = useTextsOf(shopTexts);
  const { cart, fetching } = useCart();
  return (
    <Frame title={t('pay')} face="shop" bar={<ShopBar />}>
      <h1 className="visually-hidden">{t('pay')}</h1>
      {fetching && cart === undefined && <Loading />}
      {!fetching && cart === undefined && (
        <div className="empty">
          <p>{t('empty')}</p>
          <Link href="/" className="button">
            {t('toShop')}
          </Link>
        </div>
      )}
      {cart !== undefined && <Steps cart={cart} />}
    </Frame>
  );
}
