import { useState } from 'react';
import { useMutation } from 'urql';
import { useFaultText } from '../../../client/faults.ts';
import { newKey } from '../../../client/newKey.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { deskCancel, type DeskCancelResult } from '../generated/operations.ts';
import { actionTexts } from '../texts/actions.ts';

type Done = Extract<DeskCancelResult['cancelOrder'], { readonly __typename: 'CancelOrderSuccess' }>;

/** Asks for a cancellation; the key is the same until the graph has answered. */
export function useCancel(orderId: string, onDone: (text: string) => void) {
  const t = useTextsOf(actionTexts);
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const [fault, setFault] = useState('');
  const [idempotencyKey, setKey] = useState(newKey);
  const [{ fetching }, cancel] = useMutation(deskCancel);
  const wordsOf = ({ cancelledUnits, askedUnits, refusedUnits }: Done): string =>
    [
      ...(cancelledUnits > 0 ? [t('cancelDone', { count: cancelledUnits })] : []),
      ...(askedUnits > 0 ? [t('cancelAsked', { count: askedUnits })] : []),
      ...(refusedUnits > 0 ? [t('cancelRefused', { count: refusedUnits })] : []),
    ].join(' ');
  const submit = async (wanted: Readonly<Record<string, number>>, reason: string): Promise<void> => {
    const lines = Object.entries(wanted).flatMap(([lineId, quantity]) =>
      quantity > 0 ? [{ lineId, quantity }] : [],
    );
    if (lines.length === 0) return setFault(t('needUnits'));
    if (reason.trim() === '') return setFault(t('needReason'));
    const { data, error } = await cancel({ input: { orderId, lines, reason, idempotencyKey }, locale });
    if (error) return setFault(faultText(error));
    setKey(newKey());
    const result = data?.cancelOrder;
    if (result?.__typename === 'CancelTooLate') setFault(result.message);
    else if (result) onDone(wordsOf(result));
  };
  return { fault, fetching, submit };
}
