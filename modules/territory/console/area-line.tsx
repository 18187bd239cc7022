import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { AreaView } from '../contract/routes.ts';

/** One area in a list: its name leads to its page; kind, code, and whether it has ended. */
export function AreaLine({ area }: { area: AreaView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  return (
    <>
      <Link to="/manage/areas/$code" params={{ code: area.code }}>
        {say(area.name)}
      </Link>{' '}
      <span className="hint">
        {t(`areas.kinds.${area.kind}`)} · {area.code}
        {area.endedOn && ` · ${t('areas.ended', { on: date(area.endedOn) })}`}
      </span>
    </>
  );
}
