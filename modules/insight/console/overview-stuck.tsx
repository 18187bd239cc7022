import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { OverviewView, PlaceView } from '../contract/views.ts';
import { AreaDrawing } from './area-drawing.tsx';
import { Behind, HowCounted } from './figure.tsx';
import { sayAge } from './say-age.ts';
import type { BehindSearch } from './searches.ts';

type View = { readonly view: OverviewView };
type Stuck = Pick<PlaceView, 'open' | 'overdue' | 'oldestDueAt'>;

/** Where it is stuck: a drawing and the same as a table, in the order of the codes. */
export function WherePart({ view: { reach, places } }: View) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (places.length === 0) return null;
  return (
    <section className="overview-wide" aria-labelledby="where">
      <h2 id="where">{t('overview.where')}</h2>
      <HowCounted>{t('overview.counted.where')}</HowCounted>
      <div className={reach.area === null ? '' : 'overview-map'}>
        {reach.area !== null && <AreaDrawing reach={reach} places={places} width={620} />}
        <StuckTable
          caption={t('overview.where')}
          head={t('overview.part')}
          rows={places.map((place) => ({
            key: place.code,
            name: place.isOwn ? t('overview.own') : <PlaceName place={place} tier={reach.tier} />,
            said: place.isOwn ? t('overview.own') : say(place.name),
            stuck: place,
            search: searchOf(reach, place),
          }))}
        />
      </div>
    </section>
  );
}

/** What lies behind a figure of a part: of an area by its code, of a body among what it holds. */
function searchOf({ area }: OverviewView['reach'], { code, isOwn }: PlaceView): BehindSearch {
  if (area === null) return { place: code };
  return isOwn ? { area: code, own: 'yes' } : { area: code };
}

/** Grids have no page of their own; a body without an area sees none of the areas of others. */
function PlaceName({ place, tier }: { place: PlaceView; tier: OverviewView['reach']['tier'] }) {
  const { say } = useLanguage();
  if (tier === 'community' || tier === 'grid' || tier === 'body') return say(place.name);
  return (
    <Link to="/overview" search={{ area: place.code }}>
      {say(place.name)}
    </Link>
  );
}

/** Why and since when: what they wait for, with whom, how long. */
export function ReasonsPart({ view: { reach, reasons, holders, ages } }: View) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const here = reach.area === null ? {} : { area: reach.area };
  return (
    <>
      <section aria-labelledby="why">
        <h2 id="why">{t('overview.why')}</h2>
        <HowCounted>{t('overview.counted.why')}</HowCounted>
        <StuckTable
          caption={t('overview.why')}
          head={t('overview.state')}
          rows={reasons.map(({ procedure, state, name, ...stuck }) => ({
            key: `${procedure} ${state}`,
            name: say(name),
            said: say(name),
            stuck,
            search: { ...here, procedure, state },
          }))}
        />
      </section>
      <div>
        <section aria-labelledby="who">
          <h2 id="who">{t('overview.who')}</h2>
          <HowCounted>{t('overview.counted.who')}</HowCounted>
          <StuckTable
            caption={t('overview.who')}
            head={t('overview.holder')}
            rows={holders.map(({ id, name, ...stuck }) => ({
              key: id,
              name: say(name),
              said: say(name),
              stuck,
              search: { ...here, holder: id },
            }))}
          />
        </section>
        <section aria-labelledby="since" className="overview-next">
          <h2 id="since">{t('overview.since')}</h2>
          <HowCounted>{t('overview.counted.since')}</HowCounted>
          <StuckTable
            caption={t('overview.since')}
            head={t('overview.age')}
            rows={ages.map(({ fromDays, open, overdue }, i) => {
              const below = ages[i + 1]?.fromDays;
              const said = sayAge(t, fromDays, below);
              return {
                key: String(fromDays),
                name: said,
                said,
                stuck: { open, overdue, oldestDueAt: null },
                search: {
                  ...here,
                  fromDays: String(fromDays),
                  ...(below === undefined ? {} : { belowDays: String(below) }),
                },
              };
            })}
            withOldest={false}
          />
        </section>
      </div>
    </>
  );
}

type StuckRow = {
  readonly key: string;
  readonly name: React.ReactNode;
  readonly said: string;
  readonly stuck: Stuck;
  /** Absent where the matters cannot be opened by this part alone. */
  readonly search: BehindSearch;
};
type TableProps = {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly StuckRow[];
  readonly withOldest?: boolean;
};

/** Open and over a limit, part by part, each number opening to its matters. */
function StuckTable({ caption, head, rows, withOldest = true }: TableProps) {
  const { t } = useTranslation();
  const { day } = useTimes();
  const heads = [
    head,
    t('overview.figures.overdue'),
    ...(withOldest ? [t('overview.oldest')] : []),
    t('overview.figures.open'),
  ];
  return (
    <div className="wide overview-table" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <ColumnHeads heads={heads} />
        <tbody>
          {rows.map(({ key, name, said, stuck, search }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className={stuck.overdue > 0 ? 'is-bad' : ''}>
                <Number n={stuck.overdue} of="overdue" label={said} search={search} />
              </td>
              {withOldest && <td>{stuck.oldestDueAt === null ? '' : day(stuck.oldestDueAt)}</td>}
              <td>
                <Number n={stuck.open} of="open" label={said} search={search} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type NumberProps = {
  readonly n: number;
  readonly of: 'open' | 'overdue';
  readonly label: string;
  readonly search: BehindSearch;
};
function Number({ n, of, label, search }: NumberProps) {
  const { t } = useTranslation();
  return <Behind n={n} search={{ ...search, of }} label={`${label} ${t(`overview.figures.${of}`)}`} />;
}
