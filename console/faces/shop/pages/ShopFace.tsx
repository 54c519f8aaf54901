import { useCommonTexts } from '../../../client/texts.ts';
import { Frame } from '../../../ui/Frame.tsx';

/** The pages of this face. */
export default function ShopFace() {
  const t = useCommonTexts();
  return (
    <Frame title={t('face.shop')} face="shop">
      <div className="empty">
        <h1>{t('face.shop')}</h1>
        <p>{t('soon')}</p>
      </div>
    </Frame>
  );
}
