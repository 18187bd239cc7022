import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';

/** From which day something is decided, why, and by which paper. */
export type Decision = { readonly sinceOn: string; readonly reason: string; readonly source: string };
export const noDecision: Decision = { sinceOn: '', reason: '', source: '' };

type Props = {
  readonly value: Decision;
  readonly onChange: (value: Decision) => void;
  readonly faultOf: (name: string) => string | undefined;
};

/** The fields that every setting of a district asks for: its day, reason and paper (依据). */
export function DecisionFields({ value, onChange, faultOf }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t('limitSettings.since')} hint={t('limitSettings.sinceHint')} fault={faultOf('sinceOn')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={value.sinceOn}
            onChange={({ target }) => onChange({ ...value, sinceOn: target.value })}
          />
        )}
      </Field>
      {(['reason', 'source'] as const).map((name) => (
        <Field key={name} label={t(`limitSettings.${name}`)} fault={faultOf(name)}>
          {(control) => (
            <Input
              {...control}
              value={value[name]}
              onChange={({ target }) => onChange({ ...value, [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
