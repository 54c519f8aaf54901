import { useState } from 'react';
import { useClient, useMutation } from 'urql';
import { useFaultText } from '../../../client/faults.ts';
import { newKey } from '../../../client/newKey.ts';
import { useCommonTexts, useTextsOf } from '../../../client/texts.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { deskPreviewMessage, deskResend } from '../generated/operations.ts';
import { actionTexts } from '../texts/actions.ts';
import { deskTexts } from '../texts/desk.ts';
import { ReasonField } from './ReasonField.tsx';
import type { DeskOrderView } from './useOrder.ts';

export type Message = DeskOrderView['messages'][number];

/** A code as words. */
export const words = (code: string): string => code.replaceAll('_', ' ').toLowerCase();

interface MessageDialogProps {
  readonly orderId: string;
  readonly message: Message;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** A message as it would read now, and the way to send it again. */
export function MessageDialog({ orderId, message, onClose, onSent }: MessageDialogProps) {
  const t = useTextsOf(deskTexts);
  const act = useTextsOf(actionTexts);
  const common = useCommonTexts();
  const faultText = useFaultText();
  const client = useClient();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const [text, setText] = useState<{ readonly subject: string; readonly text: string }>();
  const [idempotencyKey] = useState(newKey);
  const [{ fetching }, resend] = useMutation(deskResend);
  const preview = async (): Promise<void> => {
    const { data, error } = await client.query(deskPreviewMessage, { orderId, code: message.code });
    if (error) setFault(faultText(error));
    else if (data?.previewMessage) setText(data.previewMessage);
  };
  const send = async (): Promise<void> => {
    if (reason.trim() === '') return setFault(act('needReason'));
    const { error } = await resend({ input: { orderId, messageId: message.id, reason, idempotencyKey } });
    if (error) setFault(faultText(error));
    else onSent();
  };
  return (
    <Dialog title={words(message.code)} onClose={onClose}>
      {fault !== '' && <Notice tone="danger">{fault}</Notice>}
      {text !== undefined && (
        <article className="letter">
          <h3>{text.subject}</h3>
          <p>{text.text}</p>
        </article>
      )}
      <ReasonField value={reason} onChange={setReason} />
      <footer>
        <button type="button" className="button" onClick={onClose}>
          {common('close')}
        </button>
        <button type="button" className="button" onClick={() => void preview()}>
          {t('preview')}
        </button>
        <button type="button" className="button primary" disabled={fetching} onClick={() => void send()}>
          {t('resend')}
        </button>
      </footer>
    </Dialog>
  );
}
