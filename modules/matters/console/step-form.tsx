import { useState, type ComponentType, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { MatterPage, StepOffer } from '../contract/views.ts';
import { call } from './api.ts';
import { cache } from './cache.ts';
import { ChangedSince } from './changed-since.tsx';
import { FieldsForm } from './fields-form.tsx';
import type { Answers } from './step-answers.ts';
import { StepPreview } from './step-preview.tsx';
import { useTakeStep } from './use-take-step.ts';

/** How what is being written will read in public, by the matter's own module; beside, or instead of, how whoever asked reads it. */
export type Preview = ComponentType<{ matterId: string; procedureId: string; answers: Answers; children: ReactNode }>;

type Props = {
  readonly page: Pick<MatterPage, 'id' | 'seq' | 'procedure' | 'timeline'>;
  readonly offer: StepOffer;
  /** False when the matter moved on under the open form. */
  readonly stillPossible: boolean;
  readonly answers: Answers;
  readonly change: (change: (before: Answers) => Answers) => void;
  readonly taken: () => void;
  readonly close: () => void;
  readonly Preview?: Preview | undefined;
};

/** The form of one step, made from what the step asks; a step that weighs is asked a second time. */
export function StepForm({ page, offer, stillPossible, answers, change, taken, close, Preview }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { send, isPending, failure, changedSince } = useTakeStep(page, offer.step, taken);
  // The page may learn that the step is over before it is sent: then it says so at once, with what happened meanwhile.
  const isOver = !stillPossible && !isPending;
  const [openedAt] = useState(page.seq);
  const meanwhile =
    changedSince.length > 0 ? changedSince : isOver ? page.timeline.filter(({ seq }) => seq > openedAt) : [];
  // Beside the form where there is room for it; a page that only just opens has no such place yet.
  const [place] = useState(() => document.querySelector('#as-read'));
  const bodies = {
    key: cache.bodies(page.id, offer.step),
    load: () => call('GET /api/matters/:id/steps/:step/bodies', { params: { id: page.id, step: offer.step } }),
  };
  const asAsked = <StepPreview offer={offer} answers={answers} bodies={bodies} />;
  const preview = Preview ? (
    <Preview matterId={page.id} procedureId={page.procedure.id} answers={answers}>
      {asAsked}
    </Preview>
  ) : (
    asAsked
  );
  return (
    <FieldsForm
      title={say(offer.name)}
      name={say(offer.name)}
      fields={offer.fields}
      bodies={bodies}
      answers={answers}
      change={change}
      weighs={offer.weighs}
      isPending={isPending}
      isOver={isOver}
      failure={failure}
      send={send}
      close={close}
      before={offer.needs && <p className="note">{t('step.needs', { needs: say(offer.needs) })}</p>}
      after={
        <>
          {place ? createPortal(preview, place) : preview}
          <ChangedSince entries={meanwhile} stillPossible={stillPossible} />
          {isOver && meanwhile.length === 0 && offer.refusal && <p className="note">{say(offer.refusal.message)}</p>}
        </>
      }
    />
  );
}
