import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { callDisclosures, disclosuresKey } from './api.ts';

const FRESH_MS = 600_000;

/** Says to a community that something has to be disclosed (公开提醒), where its work begins; nothing when all is out. */
export function DisclosuresDue() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: disclosuresKey,
    queryFn: () => callDisclosures('GET /api/disclosures'),
    staleTime: FRESH_MS,
  });
  const owed = data?.mine ? data.communities.flatMap((community) => community.owed) : [];
  const late = owed.filter(({ isOverdue }) => isOverdue).length;
  if (owed.length === 0) return null;
  return (
    <p className="note unprinted">
      <Link to="/manage/disclosures">
        {late > 0 ? t('disclosures.noticeLate', { count: late }) : t('disclosures.notice', { count: owed.length })}
      </Link>
    </p>
  );
}
