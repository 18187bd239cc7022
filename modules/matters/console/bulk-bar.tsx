import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../ui/console/keys.ts';
import { bulkActions, type BulkAction } from '../contract/desk-limits.ts';

type Props = {
  readonly count: number;
  readonly begin: (action: BulkAction) => void;
  readonly clear: () => void;
};
const keyOf: Readonly<Record<BulkAction, string>> = { accept: 'a', assign: 'c', merge: 'm' };

/** What may be done with the chosen rows (选中的事项); each has its key while rows are chosen. */
export function BulkBar({ count, begin, clear }: Props) {
  const { t } = useTranslation();
  useKeys({
    a: () => begin('accept'),
    c: () => begin('assign'),
    m: () => begin('merge'),
    Escape: clear,
  });
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulk.chosen', { count })}>
      <strong role="status">{t('bulk.chosen', { count })}</strong>
      {bulkActions.map((action) => (
        <Button key={action} onClick={() => begin(action)}>
          {t(`bulk.title.${action}`)} <kbd aria-hidden="true">{keyOf[action]}</kbd>
        </Button>
      ))}
      <Button onClick={() => print()}>
        {t('bulk.print')} <kbd aria-hidden="true">p</kbd>
      </Button>
      <Button type="text" onClick={clear}>
        {t('bulk.clear')} <kbd aria-hidden="true">Esc</kbd>
      </Button>
    </div>
  );
}
