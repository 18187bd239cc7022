import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import type { AreaOfStaff } from '../contract/staff-routes.ts';
import { cache, call } from './staff-api.ts';

/** The areas of the district that have bodies, each with how many posts are vacant in and below it. */
export function AreaTree({ area }: { area: string | undefined }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.areas,
    queryFn: () => call('GET /api/staff/areas'),
  });
  const areas = data?.areas ?? [];
  const [district] = areas;
  const chosen = area ?? district?.code;
  return (
    <nav className="area-tree" aria-label={t('staff.areas')}>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {district && (
        <ul>
          <li>
            <Area area={district} chosen={chosen} />
          </li>
          {areas
            .filter(({ code }) => code.length === 9)
            .map((subdistrict) => (
              <li key={subdistrict.code}>
                <details open={chosen?.startsWith(subdistrict.code)}>
                  <summary>
                    {say(subdistrict.name)}
                    <Vacant count={subdistrict.vacant} />
                  </summary>
                  <ul>
                    <li>
                      <AreaLink area={subdistrict} chosen={chosen} words={t('staff.itself')} />
                    </li>
                    {areas
                      .filter(({ code }) => code.length === 12 && code.startsWith(subdistrict.code))
                      .map((community) => (
                        <li key={community.code}>
                          <Area area={community} chosen={chosen} />
                        </li>
                      ))}
                  </ul>
                </details>
              </li>
            ))}
        </ul>
      )}
    </nav>
  );
}

function Area({ area, chosen }: { area: AreaOfStaff; chosen: string | undefined }) {
  const { say } = useLanguage();
  return (
    <>
      <AreaLink area={area} chosen={chosen} words={say(area.name)} />
      <Vacant count={area.vacant} />
    </>
  );
}

function AreaLink({ area, chosen, words }: { area: AreaOfStaff; chosen: string | undefined; words: string }) {
  return (
    <Link to="/manage/posts" search={{ area: area.code }} aria-current={area.code === chosen ? 'page' : undefined}>
      {words}
    </Link>
  );
}

function Vacant({ count }: { count: number }) {
  const { t } = useTranslation();
  return count > 0 && <span className="hint"> {t('staff.vacantCount', { count })}</span>;
}
