import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { cache } from './cache.ts';
import { callDesk } from './desk-api.ts';

type Starred = { readonly id: string; readonly watched: boolean; readonly title: string };

/** Puts my star on a matter or takes it away (关注); only I see it. */
export function useStar() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ id, watched }: Starred) =>
      callDesk('POST /api/matters/:id/watch', { params: { id }, body: { watched: !watched } }),
    onSuccess: async ({ watched }) => {
      void message.success(t(watched ? 'star.put' : 'star.taken'));
      await client.invalidateQueries({ queryKey: cache.all });
    },
    onError: (thrown) => {
      const { message: said } = failureOf(thrown);
      void message.error(said ? say(said) : t('star.failed'));
    },
  });
  return mutate;
}

/** The star as a button, with the title of its matter for who does not see it. */
export function Star({ of }: { of: Starred }) {
  const { t } = useTranslation();
  const star = useStar();
  return (
    <button
      type="button"
      className="star"
      aria-pressed={of.watched}
      aria-label={t('star.watch', { title: of.title })}
      title={t('star.about')}
      onClick={() => star(of)}
    >
      {of.watched ? '★' : '☆'}
    </button>
  );
}
