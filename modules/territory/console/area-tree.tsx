import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import type { AreaView } from '../contract/routes.ts';
import { call, cache } from './api.ts';
import { AreaLine } from './area-line.tsx';

/** The areas level by level, each level loaded when it is opened; the district stands open. */
export function AreaTree() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('areas.tree')}>
      <Level parent="" depth={0} />
    </nav>
  );
}

function Level({ parent, depth }: { parent: string; depth: number }) {
  const { t } = useTranslation();
  const areas = useInfiniteQuery({
    queryKey: cache.below(parent),
    queryFn: ({ pageParam }) => call('GET /api/areas', { query: { parent, after: pageParam } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  if (areas.isPending) return <Loading />;
  if (areas.isError) return <LoadFailed error={areas.error} retry={areas.refetch} />;
  const rows = areas.data.pages.flatMap((page) => page.rows);
  return (
    <>
      <ul className="area-list">
        {rows.map((area) => (
          <Branch key={area.code} area={area} depth={depth} />
        ))}
      </ul>
      {areas.hasNextPage && (
        <Button loading={areas.isFetchingNextPage} onClick={() => void areas.fetchNextPage()}>
          {t('areas.more')}
        </Button>
      )}
    </>
  );
}

function Branch({ area, depth }: { area: AreaView; depth: number }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(depth === 0);
  return (
    <li>
      {area.below > 0 && (
        <button
          type="button"
          className="area-open"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'areas.shut' : 'areas.open', { name: say(area.name) })}
          onClick={() => setOpen(!isOpen)}
        />
      )}
      <AreaLine area={area} />
      {area.below > 0 && <span className="hint"> · {t('areas.below', { n: area.below })}</span>}
      {isOpen && area.below > 0 && <Level parent={area.code} depth={depth + 1} />}
    </li>
  );
}
