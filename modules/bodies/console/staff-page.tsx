import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import type { BodyOfStaff } from '../contract/staff-routes.ts';
import { cache, call } from './staff-api.ts';
import { AreaTree } from './area-tree.tsx';
import { MakePostForm } from './make-post-form.tsx';
import { PostRow } from './post-row.tsx';

type Props = { readonly area: string | undefined; readonly mayAdminister: boolean };

/** Bodies and posts (机构与岗位): on the left the areas, on the right who holds which post there. */
export function StaffPage({ area, mayAdminister }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.bodies(area),
    queryFn: () => call('GET /api/staff/bodies', { query: area === undefined ? {} : { area } }),
  });
  return (
    <main id="main" className="staff">
      <AreaTree area={area} />
      <div>
        <h1>{data ? t('staff.titleOf', { area: say(data.area) }) : t('staff.title')}</h1>
        <p>
          <Link to="/manage/vacancies">{t('staff.allVacancies')}</Link>
        </p>
        {isPending && <Loading />}
        {isError && <LoadFailed error={error} retry={refetch} />}
        {data?.bodies.length === 0 && <Empty title={t('staff.noBodies')} />}
        {data?.bodies.map((body) => (
          <Body key={body.id} body={body} today={data.today} mayAdminister={mayAdminister} />
        ))}
      </div>
    </main>
  );
}

function Body({ body, today, mayAdminister }: { body: BodyOfStaff; today: string; mayAdminister: boolean }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [making, setMaking] = useState(false);
  return (
    <section aria-labelledby={body.id}>
      <h2 id={body.id}>{say(body.name)}</h2>
      <ul className="posts">
        {body.posts.map((post) => (
          <PostRow key={post.id} body={body} post={post} today={today} mayAdminister={mayAdminister} />
        ))}
      </ul>
      {body.posts.length === 0 && <p className="hint">{t('staff.noPosts')}</p>}
      {mayAdminister && !making && (
        <Button size="small" onClick={() => setMaking(true)} aria-label={`${t('staff.make')} ${say(body.name)}`}>
          {t('staff.make')}
        </Button>
      )}
      {making && <MakePostForm body={body} close={() => setMaking(false)} />}
    </section>
  );
}
