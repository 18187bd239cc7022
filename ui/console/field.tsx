import { useEffect, useId, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, type Failure } from './failure.ts';
import { useLanguage } from './language.ts';

/** What a control takes so that its label, hint and fault are read with it. */
export type ControlProps = {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
  readonly status: '' | 'error';
};

type Props = {
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
  /** Several controls (radios, photos) under one name. */
  readonly group?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
};

/** One question of a form: label, hint, control, and at its place what is wrong with the answer. */
export function Field({ label, optional = false, hint, fault, group = false, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const described = `${id}-about`;
  const control = {
    id,
    'aria-describedby': described,
    'aria-invalid': fault !== undefined,
    status: fault === undefined ? '' : 'error',
  } as const;
  const name = (
    <>
      {label}
      {optional && <span className="optional">{t('form.optional')}</span>}
    </>
  );
  const about = (
    <div id={described}>
      {hint && <div className="hint">{hint}</div>}
      {fault !== undefined && <div className="fault">{fault}</div>}
    </div>
  );
  if (group)
    return (
      <fieldset className="field" aria-describedby={described} data-faulty={fault !== undefined}>
        <legend>{name}</legend>
        {children(control)}
        {about}
      </fieldset>
    );
  return (
    <div className="field" data-faulty={fault !== undefined}>
      <label htmlFor={id}>{name}</label>
      {children(control)}
      {about}
    </div>
  );
}

/** Moves to the first answer that has a fault. */
export function focusFirstFault(form: HTMLElement | null) {
  form?.querySelector<HTMLElement>('[data-faulty=true] :is(input, textarea, select, button)')?.focus();
}

/**
 * What a refused form says where (逐项指出): the words for each field, and the failure that belongs to no field; the first
 * field with a fault is moved to.
 */
export function useRefusedFields(form: RefObject<HTMLElement | null>, error: unknown) {
  const { say } = useLanguage();
  useEffect(() => {
    if (error) focusFirstFault(form.current);
  }, [form, error]);
  const failure: Failure | undefined = error ? failureOf(error) : undefined;
  const isAtFields = failure !== undefined && Object.keys(failure.fields).length > 0;
  const faultOf = (name: string): string | undefined => {
    const refused = failure?.fields[name];
    return refused && say(refused.message);
  };
  return { faultOf, elsewhere: isAtFields ? undefined : failure };
}
