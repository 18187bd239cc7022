import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { PlaceView, ReachView } from '../contract/views.ts';
import { cache, callMap } from './api.ts';
import { labelOf } from './area-label.ts';
import { projectAreas, type DrawnArea } from './project.ts';

const partOf = { district: 'subdistrict', subdistrict: 'community', community: 'grid' } as const;
const isMapped = (tier: ReachView['tier']): tier is keyof typeof partOf => Object.hasOwn(partOf, tier);

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
  if (!data) return <div className="area-drawing" />; // keeps its place, so that the table does not jump
  const { areas, height } = projectAreas(
    data.features.map(({ id, geometry }) => ({ code: id, outline: geometry.coordinates })),
    width,
  );
  if (areas.length === 0) return onWall ? null : <p className="state">{t('overview.noMap')}</p>;
  const byCode = new Map(places.map((place) => [place.code, place]));
  const most = Math.max(1, ...places.map(({ overdue }) => overdue));
  const parts = areas.flatMap((drawn) => {
    const place = byCode.get(drawn.code);
    return place ? [{ drawn, place }] : [];
  });
  return (
    <svg className="area-drawing" viewBox={`-4 -4 ${width + 8} ${height + 8}`} aria-hidden="true">
      {parts.map(({ drawn, place }) => {
        const ground = <path d={drawn.path} className={`shade shade-${shadeOf(place, most)}`} />;
        return onWall || tier === 'community' ? (
          <g key={drawn.code}>{ground}</g>
        ) : (
          <Link key={drawn.code} to="/overview" search={{ area: drawn.code }} tabIndex={-1}>
            {ground}
          </Link>
        );
      })}
      {parts.map((part) => (
        <Label key={part.drawn.code} {...part} whole={reach.name} onWall={onWall} />
      ))}
    </svg>
  );
}

/** Three shades, and a number beside them: the shade is never alone. */
const shadeOf = ({ overdue }: PlaceView, most: number): number => (overdue === 0 ? 0 : Math.ceil((overdue / most) * 3));

type LabelProps = {
  readonly drawn: DrawnArea;
  readonly place: PlaceView;
  readonly whole: ReachView['name'];
  readonly onWall: boolean;
};

function Label({ drawn: { x, y, width }, place, whole, onWall }: LabelProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { open, overdue } = place;
  const short = labelOf(place, whole, language);
  // A long name is written smaller; the number under it is not.
  const fitting = (signs: number) => Math.max(11, Math.min(onWall ? 24 : 16, (width * 0.9) / Math.max(3, signs)));
  const size = fitting(short.length);
  const number = onWall ? String(overdue || '') : t('overview.onMap', { overdue, open });
  const numberSize = fitting(number.length);
  return (
    <g>
      <text x={x} y={y + size * (number === '' ? 0.35 : -0.15)} fontSize={size}>
        {short}
      </text>
      <text x={x} y={y + numberSize * 0.95} fontSize={numberSize} className="area-drawing-number">
        {number}
      </text>
    </g>
  );
}
