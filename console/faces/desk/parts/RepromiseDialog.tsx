import { useState } from 'react';
import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { actionTexts } from '../texts/actions.ts';
import { ActionFooter } from './ActionFooter.tsx';
import type { ActionProps } from './actionProps.ts';
import { ReasonField } from './ReasonField.tsx';
import { useRepromise } from './useRepromise.ts';

/** Promises the rest of an order anew: another way or date, as it can be had now, with what it costs more or less. */
export function RepromiseDialog({ order, onClose, onDone }: ActionProps) {
  const t = useTextsOf(actionTexts);
  const formats = useFormats();
  const { options, refusals, fault, error, fetching, sending, submit } = useRepromise(order.id, onDone);
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const zone = order.promiseWhole.timeZone;
  return (
    <Dialog title={t('repromise')} onClose={onClose}>
      {fault !== '' && <Notice tone="danger">{fault}</Notice>}
      <Fault error={error} />
      {fetching && <Loading />}
      {refusals.map(({ code, message }) => (
        <Notice key={code} tone="warning">
          {message}
        </Notice>
      ))}
      {!fetching && !error && options.length === 0 && <p className="muted">{t('noOptions')}</p>}
      <fieldset className="choices">
        <legend className="visually-hidden">{t('repromise')}</legend>
        {options.map(({ handle, title, latestDeliveryAt, collectAtName, difference }) => (
          <label key={handle} className="choice">
            <input
              type="radio"
              name="option"
              checked={chosen === handle}
              onChange={() => setChosen(handle)}
            />
            <span>
              <strong>{title}</strong>
              <span className="muted small block">
                {t('by', { at: formats.dayTime(latestDeliveryAt, zone) })}
                {collectAtName !== null && ` · ${collectAtName}`}
              </span>
            </span>
            <span className="figure">{formats.money(difference)}</span>
          </label>
        ))}
      </fieldset>
      <ReasonField value={reason} onChange={setReason} />
      <ActionFooter
        text={t('confirmRepromise')}
        disabled={sending || chosen === ''}
        onClose={onClose}
        onSubmit={() => submit(chosen, reason)}
      />
    </Dialog>
  );
}
