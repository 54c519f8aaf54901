import { useState } from 'react';
import { useMutation } from 'urql';
import { useFaultText } from '../../../client/faults.ts';
import { newKey } from '../../../client/newKey.ts';
import { usePreferences } from '../../../client/preferences.ts';
import { useCommonTexts, useTextsOf } from '../../../client/texts.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { deskCancel, type DeskCancelResult } from '../generated/operations.ts';
import { deskTexts } from '../texts/desk.ts';
import type { ActionProps } from './actionProps.ts';
import { ReasonField } from './ReasonField.tsx';
import type { DeskLine } from './useOrder.ts';

/** Units of a line that have not left. */
const openUnits = ({ quantities: q }: DeskLine): number =>
  q.ordered - q.cancelled - q.cancelAsked - q.shipped;

/** Cancels units that have not left, line by line. */
export function CancelDialog({ order, onClose, onDone }: ActionProps) {
  const t = useTextsOf(deskTexts);
  const common = useCommonTexts();
  const faultText = useFaultText();
  const { language: locale } = usePreferences();
  const lines = order.lines.filter((line) => openUnits(line) > 0);
  const [wanted, setWanted] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(lines.map((line) => [line.id, openUnits(line)])),
  );
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const [idempotencyKey, setKey] = useState(newKey);
  const [{ fetching }, cancel] = useMutation(deskCancel);
  const tell = (result: DeskCancelResult['cancelOrder']): void => {
    if (result.__typename === 'CancelTooLate') return setFault(result.message);
    const { cancelledUnits, askedUnits, refusedUnits } = result;
    const parts = [
      ...(cancelledUnits > 0 ? [t('cancelDone', { count: cancelledUnits })] : []),
      ...(askedUnits > 0 ? [t('cancelAsked', { count: askedUnits })] : []),
      ...(refusedUnits > 0 ? [t('cancelRefused', { count: refusedUnits })] : []),
    ];
    onDone(parts.join(' '));
  };
  const submit = async (): Promise<void> => {
    const units = Object.entries(wanted).flatMap(([lineId, quantity]) =>
      quantity > 0 ? [{ lineId, quantity }] : [],
    );
    if (units.length === 0) return setFault(t('needUnits'));
    if (reason.trim() === '') return setFault(t('needReason'));
    const input = { orderId: order.id, lines: units, reason, idempotencyKey };
    const { data, error } = await cancel({ input, locale });
    if (error) return setFault(faultText(error));
    setKey(newKey());
    if (data) tell(data.cancelOrder);
  };
  return (
    <Dialog title={t('cancelUnits')} onClose={onClose}>
      {fault !== '' && <Notice tone="danger">{fault}</Notice>}
      <fieldset className="stack">
        <legend className="visually-hidden">{t('units')}</legend>
        {lines.map((line) => (
          <label key={line.id} className="unit-field">
            <span>{t('unitsOf', { title: line.variant.title, count: openUnits(line) })}</span>
            <input
              type="number"
              min={0}
              max={openUnits(line)}
              value={wanted[line.id] ?? 0}
              onChange={(event) => {
                const units = Math.max(0, Math.min(openUnits(line), Math.trunc(Number(event.target.value))));
                setWanted((before) => ({ ...before, [line.id]: units }));
              }}
            />
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
          className="button danger primary"
          disabled={fetching}
          onClick={() => void submit()}
        >
          {t('confirmCancel')}
        </button>
      </footer>
    </Dialog>
  );
}
