import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import { cache, call } from './staff-api.ts';

/** What happened to one post (任免记录): who did it, to whom, why; newest first. */
export function PostHistory({ postId }: { postId: string }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.changes(postId),
    queryFn: () => call('GET /api/staff/posts/:id/changes', { params: { id: postId } }),
  });
  if (isPending) return <Loading />;
  if (isError) return <LoadFailed error={error} retry={refetch} />;
  if (data.changes.length === 0) return <p className="hint">{t('staff.noHistory')}</p>;
  return (
    <ol className="post-history">
      {data.changes.map(({ at, kind, person, by, ground, note }) => (
        <li key={`${at} ${kind} ${person?.zh}`}>
          {t(`staffChange.${kind}`, { person: person ? say(person) : '' })}
          {ground !== null && ` · ${t(`endGround.${ground}`)}`}
          {note !== '' && ` · ${note}`}
          <span className="hint">
            {' '}
            <time dateTime={at}>{moment(at)}</time> · {say(by)}
          </span>
        </li>
      ))}
    </ol>
  );
}
