import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { call } from './staff-api.ts';

type Props = {
  readonly control: ControlProps;
  readonly value: string | undefined;
  readonly onChange: (accountId: string) => void;
};

/** A person with an account (人员), found by typing a part of the name. */
export function PersonChoice({ control, value, onChange }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [words, setWords] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['staff', 'people', words],
    queryFn: () => call('GET /api/staff/people', { query: { words } }),
    enabled: words !== '',
    placeholderData: (before) => before,
  });
  const hint = words === '' ? 'staff.typeName' : isFetching ? 'loading' : 'staff.nobodyFound';
  return (
    <Select
      {...control}
      showSearch={{ filterOption: false, onSearch: (typed) => setWords(typed.trim()) }}
      placeholder={t('staff.typeName')}
      notFoundContent={t(hint)}
      value={value ?? null}
      options={(data?.people ?? []).map(({ accountId, name }) => ({ value: accountId, label: say(name) }))}
      onChange={(accountId) => accountId !== null && onChange(accountId)}
    />
  );
}
