import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useFaultText } from '../../../client/faults.ts';
import { useFormats } from '../../../client/formats.ts';
import { newKey } from '../../../client/newKey.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useCommonTexts, useTextsOf } from '../../../client/texts.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { deskRepromise, deskRepromiseOptions, type DeskRepromiseResult } from '../generated/operations.ts';
import { deskTexts } from '../texts/desk.ts';
import type { ActionProps } from './actionProps.ts';
import { ReasonField } from './ReasonField.tsx';

/** Promises the rest of an order anew: another way or date, as it can be had now, with what it costs more or less. */
export function RepromiseDialog({ order, onClose, onDone }: ActionProps) {
  const t = useTextsOf(deskTexts);
  const common = useCommonTexts();
  const formats = useFormats();
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const [change] = useState({ orderId: order.id, delivery: {} });
  const [{ data, error, fetching }] = useQuery({
    query: deskRepromiseOptions,
    variables: { change },
    requestPolicy: 'network-only',
  });
  const options = data?.previewOrderChange?.options ?? [];
  const refusals = data?.previewOrderChange?.refusals ?? [];
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const [{ fetching: sending }, confirm] = useMutation(deskRepromise);
  const tell = (result: DeskRepromiseResult['confirmOrderChange']): void => {
    switch (result.__typename) {
      case 'OrderChanged':
        return onDone(t('repromiseDone'));
      case 'OrderChangeAsked':
        return onDone(t('repromiseAsked'));
      case 'OrderChangeTooLate':
        return setFault(result.message);
      case 'OutOfStock':
        return setFault(result.outOfStock);
      case 'PromiseExpired':
        return setFault(result.expired);
      case 'PaymentDeclined':
        return setFault(result.declined);
      default:
        return result satisfies never;
    }
  };
  const submit = async (): Promise<void> => {
    const option = options.find(({ handle }) => handle === chosen);
    if (option === undefined) return;
    if (reason.trim() === '') return setFault(t('needReason'));
    const { amountMinor, currency } = option.difference;
    const input = {
      ...{ change, deliveryOptionHandle: option.handle, reason, idempotencyKey: newKey() },
      acceptedDifference: { amountMinor, currency },
    };
    const answer = await confirm({ input, locale });
    if (answer.error) setFault(faultText(answer.error));
    else if (answer.data) tell(answer.data.confirmOrderChange);
  };
  return (
    <Dialog title={t('repromise')} onClose={onClose}>
      {fault !== '' && <Notice tone="danger">{fault}</Notice>}
      {error && <Notice tone="danger">{faultText(error)}</Notice>}
      {fetching && <Loading />}
      {refusals.map(({ code, message }) => (
        <Notice key={code} tone="warning">
          {message}
        </Notice>
      ))}
      {!fetching && !error && options.length === 0 && <p className="muted">{t('noOptions')}</p>}
      <fieldset className="choices">
        <legend className="visually-hidden">{t('repromise')}</legend>
        {options.map((option) => (
          <label key={option.handle} className="choice">
            <input
              type="radio"
              name="option"
              checked={chosen === option.handle}
              onChange={() => setChosen(option.handle)}
            />
            <span>
              <strong>{option.title}</strong>
              <span className="muted small block">
                {t('by', { at: formats.dayTime(option.latestDeliveryAt, order.promiseWhole.timeZone) })}
                {option.collectAtName !== null && ` · ${option.collectAtName}`}
              </span>
            </span>
            <span className="figure">{formats.money(option.difference)}</span>
          </label>
        ))}
      </fieldset>
      <ReasonField value={reason} onChange={setReason} />
      <footer>
        <button type="button" className="button" onClick={onClose}>
          {common('back')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={sending || chosen === ''}
          onClick={() => void submit()}
        >
          {t('confirmRepromise')}
        </button>
      </footer>
    </Dialog>
  );
}
