import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import { call } from './api.ts';
import { cache } from './cache.ts';
import { ProcedureTables, type Procedure } from './procedure-tables.tsx';

/** One procedure as it is published (办事流程): the promise, the drawing, and what stands behind it. */
export function ProcedurePage({ procedureId }: { procedureId: string }) {
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.procedure(procedureId),
    queryFn: () => call('GET /api/procedures/:id', { params: { id: procedureId } }),
    staleTime: Infinity,
  });
  if (isError) return <PageNotLoaded error={error} retry={refetch} />;
  return (
    <main id="main" className="reading">
      {isPending && <Loading />}
      {data && <Found procedure={data} />}
    </main>
  );
}

function Found({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  const { name, promise, version, holdsFrom, svg, sources } = procedure;
  return (
    <>
      <h1>{say(name)}</h1>
      <p className="promise">{say(promise)}</p>
      <p className="hint">{t('procedure.version', { version, holdsFrom: date(holdsFrom) })}</p>
      <Drawing key={say(name)} label={t('procedure.drawing', { name: say(name) })} svg={say(svg)} />
      <ProcedureTables procedure={procedure} />
      <h2>{t('procedure.sources')}</h2>
      <ul>
        {sources.map((source) => (
          <li key={source.en}>{say(source)}</li>
        ))}
      </ul>
    </>
  );
}

/** The drawing; one wider than the window shows its beginning first, which lies at the top and seldom at the left. */
function Drawing({ label, svg }: { label: string; svg: string }) {
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const states = [...(frame.current?.querySelectorAll('rect[rx="8"]') ?? [])].map((one) =>
      one.getBoundingClientRect(),
    );
    const [first] = states.toSorted((a, b) => a.top - b.top);
    if (!frame.current || !first) return;
    const { left, width } = frame.current.getBoundingClientRect();
    frame.current.scrollLeft += first.left + first.width / 2 - (left + width / 2);
  }, []);
  return (
    <figure ref={frame} className="drawing" tabIndex={0} role="group" aria-label={label}>
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </figure>
  );
}
