import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { BodyOfStaff, PostView } from '../contract/staff-routes.ts';
import { cache, call } from './staff-api.ts';
import { AppointForm } from './appoint-form.tsx';
import { ClosePostForm } from './close-post-form.tsx';
import { DeputyForm } from './deputy-form.tsx';
import { EndDeputyButton } from './end-deputy-button.tsx';
import { EndForm } from './end-form.tsx';
import { PostHistory } from './post-history.tsx';

type Open = 'appoint' | 'end' | 'deputy' | 'close' | 'history';
type Props = {
  readonly body: BodyOfStaff;
  readonly post: PostView;
  readonly today: string;
  readonly mayAdminister: boolean;
};

/** One post: who holds it, who stands in, and what can be done about it. */
export function PostRow({ body, post, today, mayAdminister }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  const [open, setOpen] = useState<Open>();
  const row = useRef<HTMLLIElement>(null);
  const { holder, deputy } = post;
  const close = () => {
    setOpen(undefined);
    setTimeout(() => row.current?.querySelector<HTMLElement>('.post-acts button')?.focus());
  };
  const offers: readonly Open[] = holder
    ? [...(deputy ? [] : (['deputy'] as const)), 'end', 'history']
    : ['appoint', 'close', 'history'];
  const words: Readonly<Record<Open, string>> = {
    appoint: t('staff.appoint'),
    end: t('staff.end'),
    deputy: t('deputy.name'),
    close: t('staff.closePost'),
    history: t('staff.history'),
  };
  return (
    <li className="post" ref={row} data-vacant={holder === null}>
      <div className="post-line">
        <p>
          <strong>{say(post.name)}</strong>
          {say(post.area) !== '' && post.kind === 'gridWorker' && <span className="hint"> {say(post.area)}</span>}
          {post.isHead && say(post.name) !== t('staff.head') && <span className="tag">{t('staff.head')}</span>}
          {post.tenure === 'elected' && <span className="tag">{t('tenure.elected')}</span>}
        </p>
        <p>
          {holder ? (
            <>
              {say(holder.name)} <span className="hint">{t('staff.since', { day: date(holder.fromOn) })}</span>
              {holder.toOn !== null && <span className="hint"> {t('staff.until', { day: date(holder.toOn) })}</span>}
            </>
          ) : (
            <span className="vacant">{t('staff.vacant')}</span>
          )}
        </p>
        {deputy && (
          <p className="note">
            {t(deputy.maySign ? 'deputy.nowSigns' : 'deputy.now', {
              name: say(deputy.name),
              day: date(deputy.untilOn),
            })}{' '}
            {mayAdminister && <EndDeputyButton id={deputy.id} />}
          </p>
        )}
      </div>
      {mayAdminister && (
        <div className="post-acts">
          {offers.map((offer) => (
            <Button
              key={offer}
              size="small"
              aria-expanded={open === offer}
              aria-label={`${words[offer]} ${say(post.name)}${holder ? ` ${say(holder.name)}` : ''}`}
              onClick={() => setOpen(open === offer ? undefined : offer)}
            >
              {words[offer]}
            </Button>
          ))}
        </div>
      )}
      {open === 'appoint' && <AppointForm post={post} today={today} close={close} />}
      {open === 'end' && holder && (
        <EndForm post={post} appointmentId={holder.appointmentId} today={today} close={close} />
      )}
      {open === 'deputy' && holder && <DeputyOf bodyId={body.id} post={post} today={today} close={close} />}
      {open === 'close' && <ClosePostForm postId={post.id} close={close} />}
      {open === 'history' && <PostHistory postId={post.id} />}
    </li>
  );
}

/** An administrator names who stands in for somebody else. */
function DeputyOf({
  bodyId,
  post,
  today,
  close,
}: {
  bodyId: string;
  post: PostView;
  today: string;
  close: () => void;
}) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: cache.colleagues(bodyId),
    queryFn: () => call('GET /api/staff/people', { query: { body: bodyId } }),
  });
  const colleagues = (data?.people ?? []).filter(({ accountId }) => accountId !== post.holder?.accountId);
  return (
    <DeputyForm
      title={t('deputy.name')}
      colleagues={colleagues}
      isHead={post.isHead}
      today={today}
      send={(wish) => call('POST /api/staff/deputies', { body: { ...wish, postId: post.id } })}
      close={close}
    />
  );
}
