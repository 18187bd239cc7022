import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed } from '../../../ui/console/states.tsx';
import { call } from './api.ts';
import { cache } from './cache.ts';

type Props = {
  readonly matterId: string;
  readonly step: string;
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (bodyId: string) => void;
};

/** The bodies a step may choose (转给谁), the likeliest first. */
export function BodyChoice({ matterId, step, control, value, onChange }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.bodies(matterId, step),
    queryFn: () => call('GET /api/matters/:id/steps/:step/bodies', { params: { id: matterId, step } }),
  });
  if (isError) return <LoadFailed error={error} retry={refetch} />;
  const labels = (data?.bodies ?? []).map(({ id, name, suggested }) => ({
    value: id,
    label: suggested ? t('step.suggested', { body: say(name) }) : say(name),
  }));
  return (
    <Select
      {...control}
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      placeholder={t('step.chooseBody')}
      notFoundContent={t('step.noBody')}
      value={value || null}
      options={labels}
      onChange={(bodyId) => bodyId !== null && onChange(bodyId)}
    />
  );
}
