import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { call } from './api.ts';

type Choice = { readonly value: string | undefined; readonly onChange: (code: string | undefined) => void };
type Props = Choice & {
  /** May be left open. */
  readonly any?: boolean;
  /** Of a field with a label of its own; without it, one narrows a list. */
  readonly control?: object;
};

/** A community (社区) of the district, by sub-district; found by typing a part of either name. */
export function CommunityChoice({ value, onChange, any = true, control }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError } = useQuery({
    queryKey: ['communities'],
    queryFn: () => call('GET /api/communities'),
    staleTime: Infinity,
  });
  const groups = (data?.subdistricts ?? []).map(({ code, name, communities }) => ({
    label: say(name),
    title: code,
    options: communities.map((one) => ({
      value: one.code,
      label: say(one.name),
      words: `${one.name.zh} ${one.name.en} ${name.zh} ${name.en}`.toLowerCase(),
    })),
  }));
  return (
    <Select<string | null, { value?: string | null; label: string; words?: string }>
      aria-label={t('matter.community')}
      {...control}
      allowClear={any}
      showSearch={{ filterOption: (typed, option) => option?.words?.includes(typed.trim().toLowerCase()) ?? false }}
      placeholder={t(control ? 'register.chooseCommunity' : 'queue.anyCommunity')}
      notFoundContent={t(isPending ? 'loading' : isError ? 'failure.notLoaded' : 'register.noCommunity')}
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={groups}
      onChange={(code) => onChange(code ?? undefined)}
    />
  );
}
