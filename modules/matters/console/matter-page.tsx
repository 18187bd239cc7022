import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useKeys } from '../../../ui/console/keys.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine, Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import type { MatterPage as Page } from '../contract/views.ts';
import { call } from './api.ts';
import { cache, LOOK_AGAIN_MS } from './cache.ts';
import { ClockList } from './clock-list.tsx';
import { HolderCard } from './holder-card.tsx';
import { LinksCard } from './links-card.tsx';
import { Lookers } from './lookers.tsx';
import { MatterFacts } from './matter-facts.tsx';
import { NotesCard } from './notes-card.tsx';
import { PathLine } from './path-line.tsx';
import { PhotoStrip } from './photo-strip.tsx';
import { SignatureLines } from './print-parts.tsx';
import { Star, useStar } from './star.tsx';
import type { Preview } from './step-form.tsx';
import type { Answers } from './step-answers.ts';
import { StepPanel } from './step-panel.tsx';
import { useLive } from './use-live.ts';
import { TasksCard } from './tasks-card.tsx';
import { Timeline } from './timeline.tsx';

type Props = {
  readonly matterId: string;
  /** What the matter's own module knows beyond the engine; handed in, because it lies above. */
  readonly More: ComponentType<{ matterId: string; procedureId: string }>;
  /** Whether its module says itself what was given to others and tied to it; that then stands first, in place of the lists of the engine. */
  readonly listsOwn?: (procedureId: string) => boolean;
  readonly Preview?: Preview;
  readonly begin?: { readonly step: string; readonly answers: Answers } | undefined;
};

/** One matter (事项): facts and place, timeline, clocks, and what I can do now. */
export function MatterPage({ matterId, More, listsOwn, Preview, begin }: Props) {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery({
    queryKey: cache.matter(matterId),
    queryFn: () => call('GET /api/matters/:id', { params: { id: matterId } }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const star = useStar();
  useLive();
  useKeys({ r: () => void refetch(), s: () => data && star(data), p: () => print() });
  if (isError && !data) return <PageNotLoaded error={error} retry={refetch} />;
  return (
    <main id="main">
      {isPending && <Loading />}
      {data && (
        <Found
          page={data}
          More={More}
          isOwn={listsOwn?.(data.procedure.id) ?? false}
          Preview={Preview}
          begin={begin}
          reload={refetch}
          isFetching={isFetching}
          failure={isError ? error : undefined}
        />
      )}
    </main>
  );
}

type FoundProps = {
  page: Page;
  More: Props['More'];
  isOwn: boolean;
  Preview: Preview | undefined;
  begin: Props['begin'];
  reload: () => unknown;
  isFetching: boolean;
  failure: unknown;
};

function Found({ page, More, isOwn, Preview, begin, reload, isFetching, failure }: FoundProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const more = <More matterId={page.id} procedureId={page.procedure.id} />;
  return (
    <article className="matter" key={page.id}>
      <header className="matter-head">
        <p className="hint number">
          {page.number} · {say(page.procedure.name)}
        </p>
        <h1>
          <Star of={page} /> {page.title}
        </h1>
        <p className={`state-name stage-${page.stage}`}>{say(page.stateName)}</p>
        <span className="matter-tools">
          <Button size="small" loading={isFetching} onClick={() => void reload()}>
            {t('matter.reload')}
          </Button>
          <Button size="small" onClick={() => print()}>
            {t('print')} <kbd aria-hidden="true">p</kbd>
          </Button>
        </span>
        <FailureLine failure={failure === undefined ? undefined : failureOf(failure)} />
        <Lookers matterId={page.id} />
        <PathLine page={page} />
      </header>
      <div className="matter-act">
        <ClockList clocks={page.clocks} />
        <StepPanel key={begin?.step} page={page} begin={begin} Preview={Preview} />
      </div>
      <div className="matter-course">
        <div id="as-read" />
        <Timeline matterId={page.id} entries={page.timeline} />
        <NotesCard matterId={page.id} />
        <SignatureLines />
      </div>
      <div className="matter-about">
        {isOwn ? more : <TasksCard tasks={page.tasks} />}
        <MatterFacts page={page} />
        <HolderCard page={page} />
        {!isOwn && <LinksCard page={page} />}
        <Photos page={page} />
        {!isOwn && more}
      </div>
    </article>
  );
}

function Photos({ page }: { page: Page }) {
  const { t } = useTranslation();
  const photos = page.timeline.flatMap((entry) => entry.photos);
  if (photos.length === 0) return null;
  return (
    <section aria-labelledby="photos">
      <h2 id="photos">{t('photo.title')}</h2>
      <PhotoStrip matterId={page.id} photos={photos} />
    </section>
  );
}
