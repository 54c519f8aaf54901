import { useState } from 'react';
import { useFormats } from '../../../client/formats.ts';
import { useTextsOf } from '../../../client/texts.ts';
import { deskTexts } from '../texts/desk.ts';
import { MessageDialog, words, type Message } from './MessageDialog.tsx';
import type { DeskOrderView } from './useOrder.ts';

const toneOf = (status: Message['status']): string =>
  status === 'SENT' || status === 'DELIVERED'
    ? 'success'
    : status === 'DUE'
      ? 'info'
      : status === 'SKIPPED'
        ? ''
        : 'danger';

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
