import { useId, useState } from 'react';
import { useMutation } from 'urql';
import { useFaultText } from '../../../client/faults.ts';
import { newKey } from '../../../client/newKey.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { minorOf } from '../../../client/minorOf.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { deskGoodwill } from '../generated/operations.ts';
import { actionTexts } from '../texts/actions.ts';
import { ActionFooter } from './ActionFooter.tsx';
import type { ActionProps } from './actionProps.ts';
import { ReasonField } from './ReasonField.tsx';

/** Gives money back without a return; how much an agent may give is for the graph to say. */
export function GoodwillDialog({ order, onClose, onDone }: ActionProps) {
  const t = useTextsOf(actionTexts);
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const { currency } = order.sums.total;
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const [idempotencyKey] = useState(newKey);
  const [{ fetching }, give] = useMutation(deskGoodwill);
  const id = useId();
  const submit = async (): Promise<void> => {
    const amountMinor = minorOf(amount, currency);
    if (amountMinor === undefined) return setFault(t('needAmount'));
    if (reason.trim() === '') return setFault(t('needReason'));
    const input = { orderId: order.id, amount: { amountMinor, currency }, reason, idempotencyKey };
    const { error } = await give({ input, locale });
    if (error) return setFault(faultText(error));
    onDone(t('goodwillDone'));
  };
  return (
    <Dialog title={t('goodwill')} onClose={onClose}>
      {fault !== '' && <Notice tone="danger">{fault}</Notice>}
      <div className="field">
        <label htmlFor={id}>{t('amount', { currency })}</label>
        <input
          id={id}
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
      </div>
      <ReasonField value={reason} onChange={setReason} />
      <ActionFooter text={t('confirmGoodwill')} disabled={fetching} onClose={onClose} onSubmit={submit} />
    </Dialog>
  );
}
