import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { call } from './bodies-api.ts';

type Props = {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly control?: object;
  readonly label: string;
};

/** A body of the district (机构), found by typing a part of its name. */
export function BodySearch({ value, onChange, control = {}, label }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed);
  const { data, isFetching } = useQuery({
    queryKey: ['bodies', 'search', words],
    queryFn: () => call('GET /api/bodies', { query: { words, area: '' } }),
  });
  return (
    <Select<string | null>
      aria-label={label}
      {...control}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      placeholder={label}
      notFoundContent={t('body.none')}
      value={value}
      options={(data?.bodies ?? []).map(({ bodyId, name }) => ({ value: bodyId, label: say(name) }))}
      onChange={(id) => onChange(id ?? null)}
    />
  );
}
