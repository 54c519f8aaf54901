import { useState } from 'react';
import { useClient, useMutation } from 'urql';
import { useFaultText } from '../../../client/faults.ts';
import { useFormats } from '../../../client/formats.ts';
import { useCommonTexts, useTextsOf } from '../../../client/texts.ts';
import { newKey } from '../../../client/newKey.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { deskPreviewMessage, deskResend } from '../generated/operations.ts';
import { deskTexts } from '../texts/desk.ts';
import { ReasonField } from './ReasonField.tsx';
import type { DeskOrderView } from './useOrder.ts';

type Message = DeskOrderView['messages'][number];

const toneOf = (status: Message['status']): string =>
  status === 'SENT' || status === 'DELIVERED'
    ? 'success'
    : status === 'DUE'
      ? 'info'
      : status === 'SKIPPED'
        ? ''
        : 'danger';

const words = (code: string): string => code.replaceAll('_', ' ').toLowerCase();

interface MessageListProps {
  readonly order: DeskOrderView;
  readonly onDone: (text: string) => void;
}

/** What the customer was told, and what was not sent; each can be read and sent again. */
export function MessageList({ order, onDone }: MessageListProps) {
  const t = useTextsOf(deskTexts);
  const formats = useFormats();
  const [shown, setShown] = useState<Message>();
  return (
    <section className="card">
      <h2>{t('messages')}</h2>
      {order.messages.length === 0 && <p className="muted">{t('noMessages')}</p>}
      <ul className="rows">
        {order.messages.toReversed().map((message) => (
          <li key={message.id}>
            <div>
              <button type="button" className="link" onClick={() => setShown(message)}>
                {words(message.code)}
              </button>
              <span className="muted small block">
                {message.channel} · {formats.dayTime(message.at)}
              </span>
            </div>
            <span className={`badge ${toneOf(message.status)}`}>{t(`message.${message.status}`)}</span>
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <MessageDialog
          orderId={order.id}
          message={shown}
          onClose={() => setShown(undefined)}
          onSent={() => {
            setShown(undefined);
            onDone(t('resent'));
          }}
        />
      )}
    </section>
  );
}

interface MessageDialogProps {
  readonly orderId: string;
  readonly message: Message;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

function MessageDialog({ orderId, message, onClose, onSent }: MessageDialogProps) {
  const t = useTextsOf(deskTexts);
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
    if (reason.trim() === '') return setFault(t('needReason'));
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
