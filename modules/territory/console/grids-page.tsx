import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import { call } from './grid-api.ts';
import { GridEditor } from './grid-editor.tsx';

/** The grids of one community (网格划分): what is not right, the map, the same as lists, and who changed what. */
export function GridsPage({ code }: { code: string }) {
  const { t } = useTranslation();
  const book = useQuery({
    queryKey: ['grids', code],
    queryFn: () => call('GET /api/communities/:code/grids', { params: { code } }),
  });
  const tiles = useQuery({ queryKey: ['map'], queryFn: () => call('GET /api/map'), staleTime: Infinity });
  if (book.isPending || tiles.isPending) return <Loading />;
  if (book.isError || tiles.isError)
    return (
      <PageNotLoaded error={book.error ?? tiles.error} retry={() => Promise.all([book.refetch(), tiles.refetch()])}>
        <Link to="/manage">{t('manage.title')}</Link>
      </PageNotLoaded>
    );
  return <GridEditor book={book.data} tiles={tiles.data} />;
}
