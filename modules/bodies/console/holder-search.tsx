import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { call } from './bodies-api.ts';

type Props = { readonly label: string; readonly busy: boolean; readonly onChoose: (postId: string) => void };

/** A post and who holds it, found by typing a part of any name. */
export function HolderSearch({ label, busy, onChoose }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed);
  const { data } = useQuery({
    queryKey: ['holders', words],
    queryFn: () => call('GET /api/holders', { query: { words } }),
    enabled: words.trim() !== '',
  });
  return (
    <Select<string | null>
      aria-label={label}
      style={{ minWidth: 240 }}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={busy}
      placeholder={label}
      notFoundContent={t(words.trim() === '' ? 'chains.typeName' : 'chains.noPost')}
      value={null}
      popupMatchSelectWidth={false}
      options={(data?.holders ?? []).map(({ postId, person, post, body }) => ({
        value: postId,
        label: `${person ? say(person) : t('chains.vacant')} · ${say(body)} ${say(post)}`,
      }))}
      onChange={(postId) => postId !== null && onChoose(postId)}
    />
  );
}
