import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useFaultText } from '../../../client/faults.ts';
import { newKey } from '../../../client/newKey.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { deskRepromise, deskRepromiseOptions, type DeskRepromiseResult } from '../generated/operations.ts';
import { actionTexts } from '../texts/actions.ts';

/** How else the rest of an order could come, and the promise of one of these ways. */
export function useRepromise(orderId: string, onDone: (text: string) => void) {
  const t = useTextsOf(actionTexts);
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const [change] = useState({ orderId, delivery: {} });
  const [{ data, error, fetching }] = useQuery({
    query: deskRepromiseOptions,
    variables: { change },
    requestPolicy: 'network-only',
  });
  const [fault, setFault] = useState('');
  const [idempotencyKey, setKey] = useState(newKey);
  const [{ fetching: sending }, confirm] = useMutation(deskRepromise);
  const options = data?.previewOrderChange?.options ?? [];
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
  const submit = async (chosen: string, reason: string): Promise<void> => {
    const option = options.find(({ handle }) => handle === chosen);
    if (option === undefined) return;
    if (reason.trim() === '') return setFault(t('needReason'));
    const { amountMinor, currency } = option.difference;
    const input = {
      ...{ change, deliveryOptionHandle: option.handle, reason, idempotencyKey },
      acceptedDifference: { amountMinor, currency },
    };
    const answer = await confirm({ input, locale });
    if (answer.error) return setFault(faultText(answer.error));
    setKey(newKey());
    if (answer.data) tell(answer.data.confirmOrderChange);
  };
  const refusals = data?.previewOrderChange?.refusals ?? [];
  return { options, refusals, fault, error, fetching, sending, submit };
}
