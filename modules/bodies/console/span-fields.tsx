import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';

type Props = {
  readonly fromOn: string;
  readonly toOn: string;
  readonly min?: string;
  readonly isOpen?: boolean;
  readonly faultOf: (name: string) => string | undefined;
  readonly set: (part: { fromOn?: string; toOn?: string }) => void;
};

/** From a day to a day, both included; the second may stay open where no end is known. */
export function SpanFields({ fromOn, toOn, min, isOpen = false, faultOf, set }: Props) {
  const { t } = useTranslation();
  return (
    <div className="span">
      <Field label={t('staff.fromOn')} fault={faultOf('fromOn')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            min={min}
            value={fromOn}
            onChange={({ target }) => set({ fromOn: target.value })}
          />
        )}
      </Field>
      <Field label={t('staff.toOn')} optional={isOpen} fault={faultOf('toOn')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            min={fromOn}
            value={toOn}
            onChange={({ target }) => set({ toOn: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
