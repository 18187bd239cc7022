import { lazy, Suspense, type ReactNode } from 'react';
import { loadStatementsCard } from '../../modules/coordination/console/index.ts';
import { loadNoticeCard, loadQuestionPreview } from '../../modules/openness/console/index.ts';
import { loadHandoffCard } from '../../modules/partners/console/index.ts';
import { loadRequestCard, loadBesideCard, loadAnswerPreview } from '../../modules/requests/console/index.ts';
import { Loading } from '../../ui/console/states.tsx';

const AnswerPreview = lazy(async () => ({ default: (await loadAnswerPreview()).AnswerPreview }));
const BesideCard = lazy(async () => ({ default: (await loadBesideCard()).BesideCard }));
const HandoffCard = lazy(async () => ({ default: (await loadHandoffCard()).HandoffCard }));
const NoticeCard = lazy(async () => ({ default: (await loadNoticeCard()).NoticeCard }));
const QuestionPreview = lazy(async () => ({ default: (await loadQuestionPreview()).QuestionPreview }));
const RequestCard = lazy(async () => ({ default: (await loadRequestCard()).RequestCard }));
const StatementsCard = lazy(async () => ({ default: (await loadStatementsCard()).StatementsCard }));

/** What a module knows of its own matters, beside what the engine shows of all. */
export const More = ({ matterId, procedureId }: { matterId: string; procedureId: string }) => (
  <Suspense fallback={<Loading />}>
    {procedureId === 'resident-request' && (
      <>
        <RequestCard matterId={matterId} />
        <BesideCard matterId={matterId} />
      </>
    )}
    {procedureId === 'outside-task' && <HandoffCard matterId={matterId} />}
    {procedureId === 'notice-question' && <NoticeCard matterId={matterId} />}
    {listsOwn(procedureId) && <StatementsCard matterId={matterId} />}
  </Suspense>
);

/** What was said at a listening session is listed with what it became. */
export const listsOwn = (procedureId: string): boolean => procedureId === 'listening-session';

type Previewed = {
  readonly matterId: string;
  readonly procedureId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
};

/** How an answer will read in public, where its module publishes it; whoever asks under a notice reads the public page. */
export function Preview({ matterId, procedureId, answers, children }: Previewed) {
  if (procedureId === 'notice-question')
    return (
      <Suspense fallback={null}>
        <QuestionPreview matterId={matterId} answers={answers} />
      </Suspense>
    );
  return (
    <>
      {children}
      {procedureId === 'resident-request' && (
        <Suspense fallback={null}>
          <AnswerPreview matterId={matterId} answers={answers} />
        </Suspense>
      )}
    </>
  );
}
