import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useMe } from '../../access/console/index.ts';
import { call } from './api.ts';
import { PublicForm } from './public-form.tsx';
import { RevealPhone } from './reveal-phone.tsx';
import { WriteBack } from './write-back.tsx';

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
      <PublicForm matterId={matterId} request={data} />
    </>
  );
}
