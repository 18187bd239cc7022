import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, focusFirstFault, useRefusedFields } from '../../../ui/console/field.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';

/** One line that is asked for. */
export type Line = {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly secret?: boolean;
  readonly autoComplete?: string;
  readonly digits?: boolean;
  readonly optional?: boolean;
};
export type Typed = Readonly<Record<string, string>>;

type Props<T> = {
  readonly lines: readonly Line[];
  readonly button: string;
  readonly send: (typed: Typed) => Promise<T>;
  readonly done: (answer: T) => void;
  readonly danger?: boolean;
  readonly focus?: boolean;
  readonly children?: ReactNode;
};

/** A short form of single lines (填写): says what is missing, shows each refusal at its line, and keeps what was typed. */
export function TypedForm<T>({ lines, button, send, done, danger = false, focus = false, children }: Props<T>) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => send(typed),
    onSuccess: done,
  });
  const refused = useRefusedFields(form, error);
  const valueOf = (name: string) => typed[name] ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (lines.every(({ name, optional }) => optional || valueOf(name).trim() !== '')) mutate();
    else setTimeout(() => focusFirstFault(form.current));
  };
  const faultOf = ({ name, optional }: Line) => {
    if (tried && !optional && valueOf(name).trim() === '') return t('form.missing');
    return refused.faultOf(name);
  };
  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      {lines.map((line, index) => (
        <Field
          key={line.name}
          label={line.label}
          hint={line.hint}
          fault={faultOf(line)}
          optional={line.optional ?? false}
        >
          {(control) => (
            <Input
              {...control}
              type={line.secret ? 'password' : 'text'}
              autoComplete={line.autoComplete ?? 'off'}
              {...(line.digits ? { inputMode: 'numeric' as const } : {})}
              autoFocus={focus && index === 0}
              value={valueOf(line.name)}
              onChange={({ target }) => setTyped({ ...typed, [line.name]: target.value })}
            />
          )}
        </Field>
      ))}
      {children}
      <FailureLine failure={refused.elsewhere} />
      <div className="form-end">
        <Button type="primary" danger={danger} htmlType="submit" loading={isPending}>
          {button}
        </Button>
      </div>
    </form>
  );
}
