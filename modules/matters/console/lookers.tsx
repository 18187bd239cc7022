import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { cache } from './cache.ts';
import { callDesk } from './desk-api.ts';

const EVERY_MS = 15_000;

/** Who else has this matter open now (正在看), so that nobody does a thing twice. It is kept for a minute and nowhere. */
export function Lookers({ matterId }: { matterId: string }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data } = useQuery({
    queryKey: cache.lookers(matterId),
    queryFn: () => callDesk('POST /api/matters/:id/look', { params: { id: matterId } }),
    refetchInterval: EVERY_MS,
    staleTime: 0,
    retry: false,
  });
  const others = data?.others ?? [];
  return (
    <p role="status" className="lookers">
      {others.length > 0 &&
        t('lookers.now', {
          who: others
            .map(({ name, body }) => t('lookers.one', { name: say(name), body: say(body.name) }))
            .join(t('comma')),
        })}
    </p>
  );
}
