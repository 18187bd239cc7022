import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { GridBookView } from '../contract/grid-routes.ts';
import { choose, type Chosen, type Door } from './doors.ts';

type Props = {
  readonly book: GridBookView;
  readonly doors: readonly Door[];
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
};

/** What lies in each grid, as lists (地址清单): the same choice as on the map, for the keyboard and for those who listen. */
export function AddressLists({ book, doors, chosen, onChange }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const lost = doors.filter(({ gridCode }) => gridCode === null);
  const groups = [
    ...(lost.length > 0 ? [{ code: 'none', name: t('grids.inNone'), doors: lost }] : []),
    ...book.grids.map(({ code, name }) => ({
      code,
      name: say(name),
      doors: doors.filter(({ gridCode }) => gridCode === code),
    })),
  ];
  return (
    <div className="address-lists">
      {groups.map((group) => (
        <section key={group.code} aria-label={group.name}>
          <h3>
            {group.name} <span className="hint">{t('grids.doorCount', { count: group.doors.length })}</span>
          </h3>
          {group.doors.length === 0 && <p className="hint">{t('grids.noDoors')}</p>}
          {[...Map.groupBy(group.doors, ({ place }) => place)].map(([place, some]) => (
            <PlaceList key={place} place={place} grid={group.name} doors={some} chosen={chosen} onChange={onChange} />
          ))}
        </section>
      ))}
    </div>
  );
}

type PlaceProps = Pick<Props, 'chosen' | 'onChange'> & {
  readonly place: string;
  readonly grid: string;
  readonly doors: readonly Door[];
};

/** One estate or road: choose it whole, or open it and choose doors. */
function PlaceList({ place, grid, doors, chosen, onChange }: PlaceProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const codes = doors.map(({ code }) => code);
  const count = codes.filter((code) => chosen.has(code)).length;
  const only = doors.length === 1 && doors[0]?.short === place;
  return (
    <div className="place-list">
      <label className="tick">
        <input
          type="checkbox"
          checked={count === codes.length}
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && count < codes.length;
          }}
          onChange={({ target }) => onChange(choose(chosen, codes, target.checked))}
        />
        <span>{place}</span>
        {!only && <span className="hint">{t('grids.chosenOf', { n: count, of: codes.length })}</span>}
      </label>
      {!only && (
        <button
          type="button"
          className="unfold"
          aria-expanded={open}
          aria-label={t(open ? 'grids.closePlace' : 'grids.openPlace', { place, grid })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'grids.close' : 'grids.open')}
        </button>
      )}
      {open && (
        <ul>
          {doors.map(({ code, short, label, point }) => (
            <li key={code}>
              <label className="tick">
                <input
                  type="checkbox"
                  aria-label={label}
                  checked={chosen.has(code)}
                  onChange={({ target }) => onChange(choose(chosen, [code], target.checked))}
                />
                <span>{short}</span>
                {!point && <span className="hint">{t('grids.noPoint')}</span>}
              </label>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
