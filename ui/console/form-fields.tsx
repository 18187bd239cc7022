import { Input, Select } from 'antd';
import { Field } from './field.tsx';

type Words = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault?: string | undefined;
  readonly hint?: string;
  readonly optional?: boolean;
};

/** Words in one line. */
export function LineField({ label, value, onChange, fault, hint, optional = false }: Words) {
  return (
    <Field label={label} fault={fault} hint={hint} optional={optional}>
      {(control) => <Input {...control} value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}

/** Words in several lines. */
export function WordsField({ label, value, onChange, fault, hint, optional = false }: Words) {
  return (
    <Field label={label} fault={fault} hint={hint} optional={optional}>
      {(control) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** A day, chosen or typed. */
export function DayField({
  label,
  value,
  onChange,
  fault,
  hint,
  min,
  max,
}: Words & { readonly min?: string | undefined; readonly max?: string }) {
  return (
    <Field label={label} fault={fault} hint={hint}>
      {({ status: _status, ...control }) => (
        <input
          {...control}
          type="date"
          min={min}
          max={max}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

type Choice = {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly fault?: string | undefined;
};

/** One of several, found by typing. */
export function ChoiceField({ label, value, options, onChange, fault }: Choice) {
  return (
    <Field label={label} fault={fault}>
      {(control) => (
        <Select<string | null>
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={[...options]}
          onChange={(chosen) => chosen !== null && onChange(chosen)}
        />
      )}
    </Field>
  );
}
