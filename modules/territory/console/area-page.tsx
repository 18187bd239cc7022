import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { AreaPage as Page } from '../contract/routes.ts';
import { call, cache } from './api.ts';
import { ChangeForm, type ChangeKind } from './change-form.tsx';
import { ChangeList } from './change-list.tsx';

/** One area: where it lies, its life, and what may be decided about it. */
export function AreaPage({ code, mayAdminister }: { code: string; mayAdminister: boolean }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [kind, setKind] = useState<ChangeKind>();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.page(code),
    queryFn: () => call('GET /api/areas/:code', { params: { code } }),
  });
  if (isPending) return <Loading />;
  if (isError)
    return (
      <PageNotLoaded error={error} retry={refetch}>
        <Link to="/manage/areas">{t('areas.back')}</Link>
      </PageNotLoaded>
    );
  const kinds = kindsFor(data);
  return (
    <main id="main" className="reading">
      <p>
        <Link to="/manage/areas">{t('areas.title')}</Link>
        {data.path.slice(0, -1).map((step) => (
          <span key={step.code}>
            {' › '}
            <AreaLink area={step} />
          </span>
        ))}
      </p>
      <h1>{say(data.name)}</h1>
      <Life page={data} />
      {mayAdminister && data.endedOn === null && (
        <section aria-labelledby="decide">
          <h2 id="decide">{t('areas.decide')}</h2>
          <p className="form-end">
            {kinds.map((one) => (
              <Button key={one} aria-pressed={kind === one} onClick={() => setKind(one)}>
                {t(`areas.change.${one}`)}
              </Button>
            ))}
          </p>
          {kind && <ChangeForm key={`${code} ${kind}`} area={data} kind={kind} done={() => setKind(undefined)} />}
        </section>
      )}
    </main>
  );
}

/** What may be decided about an area of this kind; whether it can be, the server says with its reason. */
function kindsFor({ kind, below }: Page): readonly ChangeKind[] {
  if (kind === 'district') return ['found', 'rename'];
  if (kind === 'subdistrict') return ['found', 'rename', 'end'];
  if (kind === 'community')
    return below > 0 ? ['merge', 'split', 'rename'] : ['merge', 'split', 'rename', 'found', 'end'];
  return ['rename'];
}

function Life({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  return (
    <>
      <dl className="area-life">
        <dt>{t('areas.kind')}</dt>
        <dd>
          {t(`areas.kinds.${page.kind}`)} · {page.code}
        </dd>
        <dt>{t('areas.foundedOn')}</dt>
        <dd>{date(page.foundedOn)}</dd>
        {page.endedOn && (
          <>
            <dt>{t('areas.endedOn')}</dt>
            <dd>{date(page.endedOn)}</dd>
          </>
        )}
        <Relatives label={t('areas.cameFrom')} areas={page.cameFrom} />
        <Relatives label={t('areas.wentTo')} areas={page.wentTo} />
        {page.formerNames.length > 0 && <dt>{t('areas.formerNames')}</dt>}
        {page.formerNames.map((name) => (
          <dd key={name.untilOn}>
            {say(name)} <span className="hint">{t('areas.until', { on: date(name.untilOn) })}</span>
          </dd>
        ))}
      </dl>
      {page.changes.length > 0 && (
        <section aria-labelledby="changes">
          <h2 id="changes">{t('areas.changes')}</h2>
          <ChangeList changes={page.changes} mayWithdraw={false} />
        </section>
      )}
    </>
  );
}

function Relatives({ label, areas }: { label: string; areas: Page['wentTo'] }) {
  if (areas.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      {areas.map((area) => (
        <dd key={area.code}>
          <AreaLink area={area} /> <span className="hint">{area.code}</span>
        </dd>
      ))}
    </>
  );
}

function AreaLink({ area }: { area: Page['wentTo'][number] }) {
  const { say } = useLanguage();
  return (
    <Link to="/manage/areas/$code" params={{ code: area.code }}>
      {say(area.name)}
    </Link>
  );
}
