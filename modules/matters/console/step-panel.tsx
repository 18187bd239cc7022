import { App } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../ui/console/keys.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import type { MatterPage, StepOffer } from '../contract/views.ts';
import type { Answers } from './step-answers.ts';
import { StepForm, type Preview } from './step-form.tsx';

const KEYED_STEPS = 9;

/** What I can do now (可以做的), as buttons; what I cannot, with its reason. A form closed keeps what was written. */
export function StepPanel({ page, Preview }: { page: MatterPage; Preview?: Preview | undefined }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { message } = App.useApp();
  const panel = useRef<HTMLElement>(null);
  const [openStep, setOpenStep] = useState<string>();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Answers>>>({});
  const allowed = page.steps.filter(({ refusal }) => refusal === null);
  const refused = page.steps.filter(({ refusal }) => refusal !== null);
  const [form, setForm] = useState<StepOffer>();
  const offer = openStep === undefined ? undefined : (page.steps.find(({ step }) => step === openStep) ?? form);

  const open = (chosen: StepOffer) => {
    setForm(chosen);
    setOpenStep(chosen.step);
  };
  const close = () => {
    const closed = openStep;
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
  useKeys(offer ? { Escape: close } : Object.fromEntries(digits));

  return (
    <section ref={panel} tabIndex={-1} className="step-panel" aria-labelledby="steps">
      <h2 id="steps">{t('step.title')}</h2>
      {offer ? (
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
        <Offers allowed={allowed} refused={refused} open={open} />
      )}
    </section>
  );
}

function Offers({
  allowed,
  refused,
  open,
}: {
  allowed: readonly StepOffer[];
  refused: readonly StepOffer[];
  open: (offer: StepOffer) => void;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <>
      {allowed.length === 0 && <p className="hint">{t('step.none')}</p>}
      <ul className="offers">
        {allowed.map((offer, at) => (
          <li key={offer.step}>
            <button type="button" data-step={offer.step} onClick={() => open(offer)}>
              {say(offer.name)}
              {at < KEYED_STEPS && <kbd aria-hidden="true">{at + 1}</kbd>}
            </button>
          </li>
        ))}
      </ul>
      {refused.length > 0 && <h3>{t('step.refused')}</h3>}
      <ul className="offers refused">
        {refused.map(({ step, name, refusal }) => (
          <li key={step}>
            <button type="button" aria-disabled="true" aria-describedby={`why-${step}`}>
              {say(name)}
            </button>
            <p id={`why-${step}`}>{refusal && say(refusal.message)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
