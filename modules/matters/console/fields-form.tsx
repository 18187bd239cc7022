import { Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../ui/console/failure.ts';
import { focusFirstFault } from '../../../ui/console/field.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { FieldView } from '../contract/views.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import type { BodySource } from './body-choice.tsx';
import { faultOf, inputOf, type Answer, type Answers } from './step-answers.ts';
import { StepField } from './step-field.tsx';

type Props = {
  readonly title: string;
  /** Of its heading on the page. */
  readonly level?: 2 | 3;
  readonly fields: readonly FieldView[];
  readonly bodies: BodySource;
  readonly answers: Answers;
  readonly change: (change: (before: Answers) => Answers) => void;
  /** Asked a second time before it is sent. */
  readonly weighs: boolean;
  readonly name: string;
  readonly isPending: boolean;
  /** What was begun cannot be sent any more; it stays to be read and copied. */
  readonly isOver?: boolean;
  readonly failure: Failure | undefined;
  readonly send: (input: Record<string, unknown>) => void;
  readonly close?: () => void;
  /** Fields that stand before the declared ones. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  /** Closed and opened again it still shows what was written. */
  readonly keepsWords?: boolean;
};

/** A form made from declared fields (填写表); what weighs is asked a second time. */
export function FieldsForm({
  title,
  level = 3,
  fields,
  bodies,
  answers,
  change,
  weighs,
  name,
  isPending,
  isOver = false,
  failure,
  send,
  close,
  before,
  after,
  keepsWords = true,
}: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const Heading = `h${level}` as const;
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [weighing, setWeighing] = useState(false);

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

  // Said once at the top rather than under each question.
  const isAllInternal = fields.length > 1 && fields.every(({ visible }) => visible === 'internal');
  const localFault = (of: string) => {
    const field = fields.find((one) => one.name === of);
    const fault = field && faultOf(field, answers[of]);
    return fault && t(fault.key, { ...fault });
  };
  const saidFault = (of: string) => {
    const said = failure?.fields[of];
    return said && say(said.message);
  };
  const isSaidAtField = Object.values(failure?.fields ?? {}).some(({ code }) => code === failure?.code);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (isPending || isOver) return;
    setTried(true);
    if (fields.some((field) => localFault(field.name) !== undefined)) {
      setTimeout(() => focusFirstFault(form.current));
      return;
    }
    if (weighs && !weighing) setWeighing(true);
    else send(inputOf(fields, answers));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const answer = (of: string, next: (was: Answer | undefined) => Answer | undefined) => {
    setWeighing(false);
    change((all) => {
      const { [of]: was, ...others } = all;
      const now = next(was);
      return now === undefined ? others : { ...others, [of]: now };
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
      <Heading id="step-form">{title}</Heading>
      {before}
      {isAllInternal && (
        <p>
          <strong className="internal">{t('step.allInternal')}</strong>
        </p>
      )}
      {fields.length === 0 && <p className="hint">{t('step.asksNothing')}</p>}
      {fields.map((field) => (
        <StepField
          key={field.name}
          bodies={bodies}
          field={field}
          marksInternal={!isAllInternal}
          answer={answers[field.name]}
          fault={saidFault(field.name) ?? (tried ? localFault(field.name) : undefined)}
          change={(next) => answer(field.name, next)}
        />
      ))}
      <FailureLine failure={isSaidAtField ? undefined : failure} />
      {after}
      <div role="status">{weighing && <p className="note">{t('step.weighs', { step: name })}</p>}</div>
      <div className="form-end">
        <Button
          type={isOver ? 'default' : 'primary'}
          htmlType="submit"
          loading={isPending}
          aria-disabled={isOver}
          data-send
        >
          {t(weighing ? 'step.sendWeighed' : 'step.send', { step: name })}
        </Button>
        {close && <Button onClick={close}>{t('step.close')}</Button>}
      </div>
      <p className="hint keys-hint">{t(!close ? 'step.keysSend' : keepsWords ? 'step.keys' : 'step.keysOnce')}</p>
    </form>
  );
}
