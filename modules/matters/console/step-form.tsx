import { Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { focusFirstFault } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { MatterPage, StepOffer } from '../contract/views.ts';
import { ChangedSince } from './changed-since.tsx';
import { faultOf, inputOf, type Answer, type Answers } from './step-answers.ts';
import { StepField } from './step-field.tsx';
import { useTakeStep } from './use-take-step.ts';

type Props = {
  readonly page: Pick<MatterPage, 'id' | 'seq'>;
  readonly offer: StepOffer;
  /** False when the matter moved on under the open form. */
  readonly stillPossible: boolean;
  readonly answers: Answers;
  readonly change: (change: (before: Answers) => Answers) => void;
  readonly taken: () => void;
  readonly close: () => void;
};

/** The form of one step, made from what the step asks; a step that weighs is asked a second time. */
export function StepForm({ page, offer, stillPossible, answers, change, taken, close }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [weighing, setWeighing] = useState(false);
  const { send, isPending, failure, changedSince } = useTakeStep(page, offer.step, taken);
  const { fields } = offer;

  useEffect(
    () => form.current?.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea, [data-send]')?.focus(),
    [],
  );
  useEffect(() => {
    if (failure && Object.keys(failure.fields).length > 0) focusFirstFault(form.current);
    if (failure) setWeighing(false);
  }, [failure]);
  useEffect(() => {
    if (failure || weighing) form.current?.querySelector('[data-send]')?.scrollIntoView({ block: 'nearest' });
  }, [failure, weighing]);

  const localFault = (name: string) => {
    const field = fields.find((one) => one.name === name);
    const fault = field && faultOf(field, answers[name]);
    return fault && t(fault.key, { ...fault });
  };
  const saidFault = (name: string) => {
    const said = failure?.fields[name];
    return said && say(said.message);
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (isPending) return;
    setTried(true);
    if (fields.some(({ name }) => localFault(name) !== undefined)) {
      setTimeout(() => focusFirstFault(form.current));
      return;
    }
    if (offer.weighs && !weighing) setWeighing(true);
    else send(inputOf(fields, answers));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const answer = (name: string, next: (before: Answer | undefined) => Answer | undefined) => {
    setWeighing(false);
    change((before) => {
      const { [name]: was, ...others } = before;
      const now = next(was);
      return now === undefined ? others : { ...others, [name]: now };
    });
  };

  return (
    <form
      ref={form}
      className="form step-form"
      noValidate
      onSubmit={submit}
      onKeyDown={press}
      aria-labelledby="step-form"
    >
      <h3 id="step-form">{say(offer.name)}</h3>
      {fields.length === 0 && <p className="hint">{t('step.asksNothing')}</p>}
      {fields.map((field) => (
        <StepField
          key={field.name}
          place={{ matterId: page.id, step: offer.step }}
          field={field}
          answer={answers[field.name]}
          fault={saidFault(field.name) ?? (tried ? localFault(field.name) : undefined)}
          change={(next) => answer(field.name, next)}
        />
      ))}
      <FailureLine failure={failure} />
      <ChangedSince entries={changedSince} stillPossible={stillPossible} />
      <div role="status">{weighing && <p className="note">{t('step.weighs', { step: say(offer.name) })}</p>}</div>
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isPending} data-send>
          {t(weighing ? 'step.sendWeighed' : 'step.send', { step: say(offer.name) })}
        </Button>
        <Button onClick={close}>{t('step.close')}</Button>
      </div>
      <p className="hint keys-hint">{t('step.keys')}</p>
    </form>
  );
}
