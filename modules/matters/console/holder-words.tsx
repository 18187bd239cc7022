import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { MatterRow } from '../contract/views.ts';

/** Who has it (承办), and to whom it was offered and not yet accepted. */
export function HolderWords({ row }: { row: Pick<MatterRow, 'holder' | 'offeredTo'> }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { holder, offeredTo } = row;
  const isElsewhere = offeredTo !== null && offeredTo.zh !== holder.body.zh; // a new matter is offered to the body it lies with
  return (
    <span className="holder">
      {say(holder.body)}
      {holder.person && <span className="person"> · {say(holder.person)}</span>}
      {isElsewhere && <span className="offered">{t('holder.offeredTo', { body: say(offeredTo) })}</span>}
    </span>
  );
}
