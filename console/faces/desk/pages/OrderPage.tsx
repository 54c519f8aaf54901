import { useState } from 'react';
import { useLocation } from 'wouter';
import { useFaultText } from '../../../client/faults.ts';
import { useLiveness } from '../../../client/graph.ts';
import { useCommonTexts, useTextsOf } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { CancelDialog } from '../parts/CancelDialog.tsx';
import { GoodwillDialog } from '../parts/GoodwillDialog.tsx';
import { LineMatrix } from '../parts/LineMatrix.tsx';
import { MessageList } from '../parts/MessageList.tsx';
import { OrderHead } from '../parts/OrderHead.tsx';
import { ParcelList } from '../parts/ParcelList.tsx';
import { PromiseCard } from '../parts/PromiseCard.tsx';
import { RepromiseDialog } from '../parts/RepromiseDialog.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';
import { Sums } from '../parts/Sums.tsx';
import { Timeline } from '../parts/Timeline.tsx';
import { useOrder, type DeskOrderView } from '../parts/useOrder.ts';
import { deskTexts } from '../texts/desk.ts';

type Action = 'cancel' | 'goodwill' | 'repromise';

/** One order, all of it: lines by what became of them, promise, parcels, money, messages, and what can be done. */
export function OrderPage({ id }: { readonly id: string }) {
  const t = useTextsOf(deskTexts);
  const common = useCommonTexts();
  const faultText = useFaultText();
  const [, goTo] = useLocation();
  const { order, error, fetching, readAgain } = useOrder(id);
  const search = (words: string): void => goTo(`/?${new URLSearchParams({ q: words }).toString()}`);
  return (
    <Frame title={order?.number ?? t('orders')} face="desk" bar={<SearchBox words="" onSearch={search} />}>
      {order === undefined && fetching && <Loading />}
      {error && (
        <Notice tone="danger">
          {faultText(error)}{' '}
          <button type="button" className="button" onClick={readAgain}>
            {common('retry')}
          </button>
        </Notice>
      )}
      {order === undefined && !fetching && !error && <p className="empty">{t('unknown')}</p>}
      {order !== undefined && <Whole order={order} />}
    </Frame>
  );
}

function Whole({ order }: { readonly order: DeskOrderView }) {
  const common = useCommonTexts();
  const liveness = useLiveness();
  const [action, setAction] = useState<Action>();
  const [said, setSaid] = useState('');
  const close = (): void => setAction(undefined);
  const done = (text: string): void => {
    setSaid(text);
    close();
  };
  const asked = { order, onClose: close, onDone: done };
  return (
    <>
      <OrderHead order={order} onAction={setAction} />
      {liveness === 'stale' && <Notice tone="warning">{common('stale')}</Notice>}
      <div aria-live="polite">{said !== '' && <Notice tone="success">{said}</Notice>}</div>
      <div className="two-thirds">
        <div className="stack">
          <LineMatrix lines={order.lines} />
          <ParcelList order={order} />
          <Timeline order={order} />
        </div>
        <div className="stack">
          <PromiseCard order={order} />
          <Sums order={order} />
          <MessageList order={order} onDone={setSaid} />
        </div>
      </div>
      {action === 'cancel' && <CancelDialog {...asked} />}
      {action === 'goodwill' && <GoodwillDialog {...asked} />}
      {action === 'repromise' && <RepromiseDialog {...asked} />}
    </>
  );
}
