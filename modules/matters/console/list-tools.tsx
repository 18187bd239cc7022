import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../../ui/console/api.ts';
import { useKeys } from '../../../ui/console/keys.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { queueOf, type QueueSearch } from './queue-search.ts';

/** Takes the list out as it is shown: as a file of the office's spreadsheet program, or on paper. */
export function ListTools({ search }: { search: QueueSearch }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const link = useRef<HTMLAnchorElement>(null);
  useKeys({ e: () => link.current?.click(), p: () => print() });
  const query = { ...search, queue: queueOf(search), language };
  return (
    <span className="list-tools unprinted">
      <a ref={link} href={addressOf('/api/lists/matters', { query })} download>
        {t('list.file')} <kbd aria-hidden="true">e</kbd>
      </a>
      <button type="button" onClick={() => print()}>
        {t('print')} <kbd aria-hidden="true">p</kbd>
      </button>
    </span>
  );
}
