import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed } from '../../../ui/console/states.tsx';
import type { FieldView, NamedView, PrecedentView } from '../contract/views.ts';
import { PrecedentNotes } from './precedent-notes.tsx';

/** Where the bodies to choose from are asked for. */
export type BodySource = {
  readonly key: readonly unknown[];
  readonly load: () => Promise<{
    readonly bodies: readonly {
      readonly id: string;
      readonly name: NamedView;
      readonly suggested: boolean;
      readonly fields?: readonly string[];
    }[];
    readonly precedents?: readonly PrecedentView[];
  }>;
};

type Props = {
  readonly bodies: BodySource;
  /** The field of the form, where the form asks for several bodies. */
  readonly field: string;
  /** Which kinds there are to choose from; said where nothing fits what was typed. */
  readonly kinds?: FieldView['bodyKinds'] | undefined;
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (bodyId: string) => void;
};

/** The bodies a step may choose (转给谁), the likeliest first, below how matters like it were ruled. */
export function BodyChoice({ bodies, field, kinds, control, value, onChange }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: bodies.key,
    queryFn: bodies.load,
  });
  if (isError) return <LoadFailed error={error} retry={refetch} />;
  const fitting = (data?.bodies ?? []).filter(({ fields }) => fields?.includes(field) ?? true);
  const labels = fitting.map(({ id, name, suggested }) => ({
    value: id,
    label: suggested ? t('step.suggested', { body: say(name) }) : say(name),
  }));
  return (
    <>
      <PrecedentNotes precedents={data?.precedents ?? []} />
      <Select
        {...control}
        showSearch={{ optionFilterProp: 'label' }}
        loading={isPending}
        placeholder={t('step.chooseBody')}
        notFoundContent={
          kinds?.length && fitting.length > 0
            ? t('step.onlyBodies', { kinds: kinds.map(say).join(t('step.between')) })
            : t('step.noBody')
        }
        value={value || null}
        options={labels}
        onChange={(bodyId) => bodyId !== null && onChange(bodyId)}
      />
    </>
  );
}
