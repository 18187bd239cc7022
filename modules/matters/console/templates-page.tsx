import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clientOf } from '../../../ui/console/api.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { TemplateSettingView, settingsRoutes } from '../contract/settings.ts';
import { AsRead } from './as-read.tsx';
import { TemplateForm, templatesKey } from './template-form.tsx';

const call = clientOf<typeof settingsRoutes>();

/** How the district begins its answers (答复范本): what holds, as a resident will read it, all that was set, and a way to set it. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: templatesKey,
    queryFn: () => call('GET /api/settings/templates'),
  });
  return (
    <main id="main" className="reading">
      <h1>{t('templates.title')}</h1>
      <p className="hint">{t('templates.about')}</p>
      {isPending && <Loading />}
      {isError && !data && <LoadFailed error={error} retry={refetch} />}
      {data && !data.maySet && <p className="hint">{t('templates.whoMay')}</p>}
      {data?.templates.length === 0 && <Empty title={t('templates.none')} />}
      {data?.templates.map((one) => {
        const title = `${say(one.procedure)} · ${say(one.name)} · ${say(one.label)}`;
        return (
          <section key={`${one.procedureId} ${one.step} ${one.field}`} aria-label={title}>
            <h2>{title}</h2>
            {one.now === null ? <p className="hint">{t('templates.noneNow')}</p> : <p>{t('templates.now')}</p>}
            {one.now !== null && <AsRead words={one.now} />}
            <History one={one} />
            {data.maySet && <TemplateForm one={one} />}
          </section>
        );
      })}
    </main>
  );
}

function History({ one }: { one: TemplateSettingView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment, date } = useTimes();
  return (
    <ul>
      {one.history.map(({ words, sinceOn, reason, source, by, setAt }) => (
        <li key={setAt}>
          {t(words === null ? 'templates.entryNone' : 'templates.entry', { since: date(sinceOn), source })}{' '}
          <span className="hint">
            {by
              ? t('templates.entryWhyBy', { reason, by: say(by), at: moment(setAt) })
              : t('templates.entryWhy', { reason, at: moment(setAt) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
