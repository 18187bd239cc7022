import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Out } from '../../../platform/http/contract.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useMe } from '../../access/console/index.ts';
import type { requestsRoutes } from '../contract/routes.ts';
import { call } from './api.ts';
import { RevealPhone } from './reveal-phone.tsx';
import { WriteBack } from './write-back.tsx';

type Request = Out<(typeof requestsRoutes)['GET /api/requests/:id']['reply']>;

/** What is known of a request beyond the matter: channel, category, telephone, and how everyone sees it. */
export function RequestCard({ matterId }: { matterId: string }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { permissions } = useMe();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['matters', 'request', matterId],
    queryFn: () => call('GET /api/requests/:id', { params: { id: matterId } }),
  });
  if (isPending) return <Loading />;
  if (isError) return <LoadFailed error={error} retry={refetch} />;
  return (
    <>
      <section aria-labelledby="request">
        <h2 id="request">{t('request.title')}</h2>
        <dl className="facts">
          <dt>{t('request.channel')}</dt>
          <dd>{t(`channel.${data.channel}`)}</dd>
          <dt>{t('request.category')}</dt>
          <dd>{t(`category.${data.category}`)}</dd>
          {data.behalf !== 'self' && (
            <>
              <dt>{t('request.behalf')}</dt>
              <dd>{t(`behalf.${data.behalf}`)}</dd>
            </>
          )}
          {data.confidential && (
            <>
              <dt>{t('request.confidence')}</dt>
              <dd>{t('request.confidential')}</dd>
            </>
          )}
          <dt>{t('request.phone')}</dt>
          <dd>
            {!data.hasPhone && t('request.noPhone')}
            {data.hasPhone && data.withheld && say(data.withheld.message)}
            {data.hasPhone &&
              !data.withheld &&
              (permissions.includes('requests.reveal') ? (
                <RevealPhone matterId={matterId} />
              ) : (
                t('request.phoneHidden')
              ))}
          </dd>
        </dl>
      </section>
      {data.ruling && (
        <WriteBack matterId={matterId} ruling={data.ruling} mayEdit={permissions.includes('duties.edit')} />
      )}
      <PublicForm request={data} />
    </>
  );
}

/** The masked form (公开稿), as neighbours read it. */
function PublicForm({ request }: { request: Request }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { public: shown, wantsPublic } = request;
  return (
    <section aria-labelledby="public">
      <h2 id="public">{t('request.public')}</h2>
      {!shown && <p className="hint">{t(wantsPublic ? 'request.notYetPublic' : 'request.notPublic')}</p>}
      {shown && (
        <div className="public-form">
          <p>
            <strong>{shown.title}</strong>
          </p>
          <p>{shown.body}</p>
          <p className="hint">{say(shown.plain)}</p>
          {shown.answer !== '' && <p>{t('request.answer', { answer: shown.answer })}</p>}
          <p className="hint">{t('request.masked')}</p>
        </div>
      )}
    </section>
  );
}
