import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { NoticeView } from '../contract/views.ts';
import { useInbox } from './use-inbox.ts';

/** What my post and my body were told (消息), the newest first; each opens its matter. */
export function InboxPage() {
  const { t } = useTranslation();
  const inbox = useInbox();
  const { notices, unread, readAll, mark } = inbox;
  const failed = [readAll, mark].find(({ isError }) => isError);
  return (
    <main id="main" className="reading">
      <h1>{t('inbox.title')}</h1>
      {inbox.isPending && <Loading />}
      {inbox.isError && notices.length === 0 && <LoadFailed error={inbox.error} retry={inbox.refetch} />}
      {inbox.isSuccess && notices.length === 0 && (
        <Empty title={t('inbox.none')}>
          <p>{t('inbox.noneAbout')}</p>
        </Empty>
      )}
      {unread > 0 && (
        <Button loading={readAll.isPending} onClick={() => readAll.mutate()}>
          {t('inbox.readAll')}
        </Button>
      )}
      {failed && <FailureLine failure={failureOf(failed.error)} />}
      <ul className="inbox">
        {notices.map((notice) => (
          <Notice key={notice.id} notice={notice} mark={(isRead) => mark.mutate({ id: notice.id, isRead })} />
        ))}
      </ul>
      {inbox.hasNextPage && (
        <Button loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {t('inbox.older')}
        </Button>
      )}
    </main>
  );
}

type Props = { readonly notice: NoticeView; readonly mark: (isRead: boolean) => void };

function Notice({ notice, mark }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { spokenMoment } = useTimes();
  const { matterId, sentence, number, title, at, kind, isRead } = notice;
  return (
    <li data-read={isRead} className={`notice-${kind}`}>
      <Link to="/matters/$id" params={{ id: matterId }} onClick={() => isRead || mark(true)}>
        {!isRead && <span className="notice-new">{t('inbox.new')}</span>} <strong>{say(sentence)}</strong>
        <span className="notice-about">
          <span className="number">{number}</span> {title}
        </span>
      </Link>
      <span className="hint">{spokenMoment(at)}</span>
      <Button type="text" onClick={() => mark(!isRead)}>
        {t(isRead ? 'inbox.markUnread' : 'inbox.markRead')}
        <span className="unseen"> {number}</span>
      </Button>
    </li>
  );
}
