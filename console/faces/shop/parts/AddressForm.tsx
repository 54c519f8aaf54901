import { useId, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useFaultText } from '../../../client/faults.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { shopSetAddress, shopSetContact } from '../generated/operations.ts';
import { shopTexts } from '../texts/shop.ts';
import { CountrySelect } from './CountrySelect.tsx';
import { usePlace } from './place.ts';
import type { Cart } from './useCart.ts';

const fields = [
  ['name', 'name', 'text'],
  ['line1', 'address-line1', 'text'],
  ['postalCode', 'postal-code', 'text'],
  ['city', 'address-level2', 'text'],
  ['email', 'email', 'email'],
  ['phone', 'tel', 'tel'],
] as const;
type Field = (typeof fields)[number][0];

/** Where it goes and how its customer is reached. The graph checks it, and says what is wrong. */
export function AddressForm({ cart, onSaved }: { readonly cart: Cart; readonly onSaved: () => void }) {
  const t = useTextsOf(shopTexts);
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const { place } = usePlace();
  const id = useId();
  const [country, setCountry] = useState(cart.address?.country ?? place.country);
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({
    ...{ name: cart.address?.name ?? '', line1: cart.address?.line1 ?? '', city: cart.address?.city ?? '' },
    postalCode: cart.address?.postalCode ?? place.postalCode,
    ...{ email: cart.contact?.email ?? '', phone: cart.contact?.phone ?? '' },
  });
  const [fault, setFault] = useState('');
  const [{ fetching }, setAddress] = useMutation(shopSetAddress);
  const [, setContact] = useMutation(shopSetContact);
  const save = async (): Promise<void> => {
    const { name, line1, postalCode, city, email, phone } = typed;
    const address = { name, line1, postalCode, city, country };
    const first = await setAddress({ input: { cartId: cart.id, address }, locale });
    if (first.error) return setFault(faultText(first.error));
    const contact = { cartId: cart.id, email, ...(phone !== '' && { phone, phoneCountry: country }) };
    const second = await setContact({ input: contact, locale });
    if (second.error) return setFault(faultText(second.error));
    setFault('');
    onSaved();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <h2>{t('address')}</h2>
      {fault !== '' && <Notice tone="danger">{fault}</Notice>}
      <div className="address-form">
        {fields.map(([field, autoComplete, type]) => (
          <div key={field} className={`field ${field}`}>
            <label htmlFor={`${id}${field}`}>{t(field)}</label>
            <input
              id={`${id}${field}`}
              type={type}
              autoComplete={autoComplete}
              required={field !== 'phone'}
              value={typed[field]}
              onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
            />
          </div>
        ))}
        <CountrySelect value={country} onChange={setCountry} />
      </div>
      <button className="button" disabled={fetching}>
        {t('saveAddress')}
      </button>
    </form>
  );
}
