import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { PlaceView, ReachView } from '../contract/views.ts';
import { cache, callMap } from './api.ts';
import { projectAreas, type DrawnArea } from './project.ts';

const partOf = { district: 'subdistrict', subdistrict: 'community', community: 'grid' } as const;
const isMapped = (tier: ReachView['tier']): tier is keyof typeof partOf => Object.hasOwn(partOf, tier);

/** The signs that say what kind of area it is, at the end of its name. */
const KIND_SIGNS = 2;

type Props = {
  readonly reach: ReachView;
  readonly places: readonly PlaceView[];
  readonly width: number;
  /** On the wall numbers are large and nothing can be pressed. */
  readonly onWall?: boolean;
};

/**
 * A drawing of the parts of an area (辖区图), each with how many are over a limit and how many are open. The table beside it says the
 * same, so screen readers pass it over.
 */
export function AreaDrawing({ reach, places, width, onWall = false }: Props) {
  const { t } = useTranslation();
  const { tier, area } = reach;
  const { data, isError } = useQuery({
    queryKey: cache.shapes(area ?? ''),
    enabled: area !== null && isMapped(tier),
    staleTime: Infinity,
    queryFn: () =>
      callMap('GET /api/public/outlines', {
        query: { under: area ?? '', kind: isMapped(tier) ? partOf[tier] : 'grid' },
      }),
  });
  if (isError) return <p className="state">{t('overview.noMap')}</p>;
  if (!data) return null;
  const { areas, height } = projectAreas(
    data.features.map(({ id, geometry }) => ({ code: id, outline: geometry.coordinates })),
    width,
  );
  if (areas.length === 0) return <p className="state">{t('overview.noMap')}</p>;
  const byCode = new Map(places.map((place) => [place.code, place]));
  const most = Math.max(1, ...places.map(({ overdue }) => overdue));
  return (
    <svg className="area-drawing" viewBox={`-4 -4 ${width + 8} ${height + 8}`} aria-hidden="true">
      {areas.map((drawn) => {
        const place = byCode.get(drawn.code);
        if (!place) return null;
        const marked = <Part key={drawn.code} drawn={drawn} place={place} most={most} onWall={onWall} />;
        return onWall || tier === 'community' ? (
          marked
        ) : (
          <Link key={drawn.code} to="/overview" search={{ area: drawn.code }} tabIndex={-1}>
            {marked}
          </Link>
        );
      })}
    </svg>
  );
}

type PartProps = {
  readonly drawn: DrawnArea;
  readonly place: PlaceView;
  readonly most: number;
  readonly onWall: boolean;
};

function Part({ drawn: { path, x, y, width }, place: { code, name, open, overdue }, most, onWall }: PartProps) {
  const { t } = useTranslation();
  const { say, language } = useLanguage();
  // Three shades and a number: the shade is never alone.
  const shade = overdue === 0 ? 0 : Math.ceil((overdue / most) * 3);
  const short =
    code.length > 12 ? say(name) : language === 'zh' ? name.zh.slice(0, -KIND_SIGNS) : say(name).replace(/ [^ ]+$/, '');
  const size = Math.max(11, Math.min(onWall ? 30 : 16, (width * 0.9) / Math.max(3, short.length)));
  return (
    <g>
      <path d={path} className={`shade shade-${shade}`} />
      <text x={x} y={y - size * 0.15} fontSize={size}>
        {short}
      </text>
      <text x={x} y={y + size * 1.05} fontSize={size} className="area-drawing-number">
        {onWall ? overdue || '' : t('overview.onMap', { overdue, open })}
      </text>
    </g>
  );
}
