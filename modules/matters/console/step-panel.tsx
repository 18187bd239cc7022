import { App } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../ui/console/keys.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import type { MatterPage, StepOffer } from '../contract/views.ts';
import { AssignForm, useAssigning } from './assign-form.tsx';
import type { Answers } from './step-answers.ts';
import { StepForm, type Preview } from './step-form.tsx';

const KEYED_STEPS = 9;

type Props = {
  readonly page: MatterPage;
  /** A step to begin with, and what is filled in already: somebody came here to take it. */
  readonly begin?: { readonly step: string; readonly answers: Answers } | undefined;
  readonly Preview?: Preview | undefined;
};

/** Opens the form of handing on to a colleague, where a step has its own name. */
const ASSIGN = 'assign:colleague';

/** What I can do now (可以做的), as buttons; what I cannot, with its reason. A form closed keeps what was written. */
export function StepPanel({ page, begin, Preview }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { message } = App.useApp();
  const panel = useRef<HTMLElement>(null);
  const begun = page.steps.find(({ step, refusal }) => step === begin?.step && refusal === null);
  const [openStep, setOpenStep] = useState(begun?.step);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Answers>>>(begin ? { [begin.step]: begin.answers } : {});
  const assigning = useAssigning(page.id);
  const noAssign = assigning.data?.rows[0]?.refusal;
  const mayAssign = noAssign === null;
  const allowed = page.steps.filter(({ refusal }) => refusal === null);
  const refused = page.steps.filter(({ refusal }) => refusal !== null);
  const [form, setForm] = useState<StepOffer>();
  const [closedStep, setClosedStep] = useState<string>();
  const offer = openStep === undefined ? undefined : (page.steps.find(({ step }) => step === openStep) ?? form);

  const open = (chosen: StepOffer) => {
    setForm(chosen);
    setOpenStep(chosen.step);
  };
  const close = () => {
    const closed = openStep;
    setClosedStep(closed);
    setOpenStep(undefined);
    setTimeout(() => panel.current?.querySelector<HTMLElement>(`[data-step="${closed}"]`)?.focus());
  };
  const taken = () => {
    if (!offer) return;
    void message.success(t('step.taken', { step: say(offer.name) }));
    setDrafts((before) => ({ ...before, [offer.step]: {} }));
    setOpenStep(undefined);
    setTimeout(() => panel.current?.focus());
  };
  const digits = allowed
    .slice(0, KEYED_STEPS)
    .map((one, at): [string, () => void] => [String(at + 1), () => open(one)]);
  const hand = () => setOpenStep(ASSIGN);
  const isHanding = openStep === ASSIGN;
  useKeys(
    offer || isHanding ? { Escape: close } : { ...Object.fromEntries(digits), ...(mayAssign ? { c: hand } : {}) },
  );

  return (
    <section ref={panel} tabIndex={-1} className="step-panel" aria-labelledby="steps">
      <h2 id="steps">{t('step.title')}</h2>
      {isHanding ? (
        <AssignForm page={page} colleagues={assigning.data?.colleagues ?? []} close={close} />
      ) : offer ? (
        <StepForm
          key={offer.step}
          page={page}
          offer={offer}
          stillPossible={allowed.some(({ step }) => step === offer.step)}
          answers={drafts[offer.step] ?? {}}
          change={(change) => setDrafts((before) => ({ ...before, [offer.step]: change(before[offer.step] ?? {}) }))}
          taken={taken}
          close={close}
          Preview={Preview}
        />
      ) : (
        <Offers
          allowed={allowed}
          refused={refused}
          closedStep={closedStep}
          open={open}
          hand={mayAssign ? hand : undefined}
          noHand={noAssign}
        />
      )}
    </section>
  );
}

function Offers({
  allowed,
  refused,
  closedStep,
  open,
  hand,
  noHand,
}: {
  allowed: readonly StepOffer[];
  refused: readonly StepOffer[];
  /** Whose form was just put away: it has the focus, so it is not folded. */
  closedStep: string | undefined;
  open: (offer: StepOffer) => void;
  hand: (() => void) | undefined;
  noHand: StepOffer['refusal'] | undefined;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const usual = allowed.filter(({ isAside }) => !isAside);
  const aside = allowed.filter(({ isAside }) => isAside);
  const isUnfolded = (usual.length === 0 && !hand) || aside.some(({ step }) => step === closedStep);
  return (
    <>
      {allowed.length === 0 && !hand && <p className="hint">{t('step.none')}</p>}
      <ul className="offers">
        {usual.map((offer, at) => (
          <OfferLine key={offer.step} offer={offer} at={at} open={open} />
        ))}
        {hand && (
          <li>
            <button type="button" data-step={ASSIGN} onClick={hand}>
              {t('assign.title')}
              <kbd aria-hidden="true">c</kbd>
            </button>
          </li>
        )}
      </ul>
      {aside.length > 0 && (
        <details className="offers-aside" open={isUnfolded}>
          <summary>{t('step.aside', { count: aside.length })}</summary>
          <ul className="offers">
            {aside.map((offer, at) => (
              <OfferLine key={offer.step} offer={offer} at={usual.length + at} open={open} />
            ))}
          </ul>
        </details>
      )}
      {(refused.length > 0 || noHand) && <h3>{t('step.refused')}</h3>}
      <ul className="offers refused">
        {refused.map(({ step, name, refusal }) => (
          <li key={step}>
            <button type="button" aria-disabled="true" aria-describedby={`why-${step}`}>
              {say(name)}
            </button>
            <p id={`why-${step}`}>{refusal && say(refusal.message)}</p>
          </li>
        ))}
        {noHand && (
          <li>
            <button type="button" aria-disabled="true" aria-describedby="why-assign">
              {t('assign.title')}
            </button>
            <p id="why-assign">{say(noHand.message)}</p>
          </li>
        )}
      </ul>
    </>
  );
}

function OfferLine({ offer, at, open }: { offer: StepOffer; at: number; open: (offer: StepOffer) => void }) {
  const { say } = useLanguage();
  return (
    <li>
      <button type="button" data-step={offer.step} onClick={() => open(offer)}>
        {say(offer.name)}
        {at < KEYED_STEPS && <kbd aria-hidden="true">{at + 1}</kbd>}
      </button>
    </li>
  );
}
