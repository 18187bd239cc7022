import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../../ui/console/times.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { callDisclosures, disclosuresKey } from './api.ts';

/** Which notice a question was asked under (问的是哪条公告): what it says, and the public page with the other questions. */
export function NoticeCard({ matterId }: { matterId: string }) {
  const { t } = useTranslation();
  const { day } = useTimes();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: [...disclosuresKey, 'notice', matterId],
    queryFn: () => callDisclosures('GET /api/notice-questions/:id/notice', { params: { id: matterId } }),
  });
  if (isPending) return <Loading />;
  if (isError) return <LoadFailed error={error} retry={refetch} />;
  return (
    <section className="card" aria-labelledby="notice">
      <h2 id="notice">{t('disclosures.askedUnder')}</h2>
      <div className="public-form">
        <p className="hint">{day(data.at)}</p>
        <p className="read-words">{data.words}</p>
      </div>
      <p>
        <a href={`/communities/${data.community}/disclosures/${data.id}#questions`}>{t('disclosures.see')}</a>
      </p>
    </section>
  );
}
