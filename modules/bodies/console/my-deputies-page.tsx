import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { DeputyView } from '../contract/staff-routes.ts';
import { cache, call } from './staff-api.ts';
import { DeputyForm } from './deputy-form.tsx';
import { EndDeputyButton } from './end-deputy-button.tsx';

/** While I am away (代理): who stands in for me, for whom I stand in, and naming somebody. */
export function MyDeputiesPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [postId, setPostId] = useState<string>();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.mine,
    queryFn: () => call('GET /api/my/deputies'),
  });
  const mine = data?.deputies.filter(({ isMine }) => isMine) ?? [];
  const others = data?.deputies.filter(({ isMine }) => !isMine) ?? [];
  return (
    <main id="main" className="reading">
      <h1>{t('deputy.title')}</h1>
      <p className="hint">{t('deputy.about')}</p>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <>
          <h2>{t('deputy.mine')}</h2>
          {mine.length === 0 && <p>{t('deputy.noneMine')}</p>}
          <List deputies={mine} />
          {data.posts.map((post) => (
            <section key={post.id} aria-label={say(post.name)}>
              {postId === post.id ? (
                <>
                  <h3>{t('deputy.forPost', { post: `${say(post.body)} · ${say(post.name)}` })}</h3>
                  <DeputyForm
                    title={t('deputy.name')}
                    colleagues={post.colleagues}
                    isHead={post.isHead}
                    today={data.today}
                    send={(wish) => call('POST /api/my/deputies', { body: { ...wish, postId: post.id } })}
                    close={() => setPostId(undefined)}
                  />
                </>
              ) : (
                <p>
                  <Button type="primary" onClick={() => setPostId(post.id)}>
                    {t('deputy.nameFor', { post: say(post.name) })}
                  </Button>
                </p>
              )}
            </section>
          ))}
          {data.posts.length === 0 && <Empty title={t('deputy.noPost')} />}
          <h2>{t('deputy.others')}</h2>
          {others.length === 0 && <p>{t('deputy.noneOthers')}</p>}
          <List deputies={others} />
        </>
      )}
    </main>
  );
}

function List({ deputies }: { deputies: readonly DeputyView[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  return (
    <ul className="posts">
      {deputies.map(({ id, post, body, holder, deputy, fromOn, toOn, maySign, reason }) => (
        <li key={id} className="post">
          <p>
            <strong>{t('deputy.line', { deputy: say(deputy.name), holder: say(holder.name) })}</strong> {say(body)} ·{' '}
            {say(post)}
          </p>
          <p>
            {t('deputy.span', { fromOn: date(fromOn), toOn: date(toOn) })} ·{' '}
            {t(maySign ? 'deputy.signs' : 'deputy.signsNot')} · {reason}
          </p>
          <EndDeputyButton id={id} mine />
        </li>
      ))}
    </ul>
  );
}
