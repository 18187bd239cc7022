import type { ListRow } from '../../../../platform/sheets/read-lists.ts';
import { areaKindOf, parentOf } from '../../../territory/index.ts';
import { readAddresses, readCode, readDay } from './read-cells.ts';
import { note, type KnownArea, type Ledger, type Register } from './register.ts';

const LONGEST_NAME = 60;

/**
 * Plans the sheet of areas (区划): new codes are founded, names and addresses of known ones corrected.
 *
 * Faults: `area_code`, `area_outside`, `area_ended`, `area_no_parent`, `row_repeated`, `name_too_long`, `day`.
 *
 * @returns every area there will be, by code
 */
export function planAreas(rows: readonly ListRow[], register: Register, ledger: Ledger): Map<string, KnownArea> {
  const known = new Map(register.areas.map((area) => [area.code, area]));
  const seen = new Map<string, number>();
  const { faults, writes } = ledger;
  const codes = new Set([...known.keys(), ...rows.map(({ text }) => readCode(text('code')))]);
  for (const { row, text, fault } of rows) {
    const code = readCode(text('code'));
    if (code === '') continue;
    const before = known.get(code);
    if (register.endedAreas.has(code)) faults.push(fault('code', 'area_ended'));
    if (!areaKindOf(code)) faults.push(fault('code', 'area_code'));
    else if (!code.startsWith(register.districtCode))
      faults.push(fault('code', 'area_outside', { district: register.districtCode }));
    else if (!codes.has(parentOf(code) ?? code))
      faults.push(fault('code', 'area_no_parent', { parent: parentOf(code) ?? '' }));
    if (seen.has(code)) faults.push(fault('code', 'row_repeated', { row: seen.get(code) ?? 0 }));
    seen.set(code, row);
    const nameZh = text('name');
    if (nameZh.length > LONGEST_NAME) faults.push(fault('name', 'name_too_long', { most: LONGEST_NAME }));
    const founded = text('foundedOn');
    const foundedOn = founded === '' ? register.today : readDay(founded);
    if (foundedOn === undefined) faults.push(fault('foundedOn', 'day'));
    const after: KnownArea = {
      code,
      nameZh,
      nameEn: text('nameEn') || (before?.nameEn ?? nameZh),
      addresses: text('addresses') === '' ? (before?.addresses ?? []) : readAddresses(text('addresses')),
    };
    const what = note(ledger, 'areas', row, `${code} ${nameZh}`, before ? faceOf(before) : null, faceOf(after));
    if (what === 'new') writes.newAreas.push({ ...after, foundedOn: foundedOn ?? register.today });
    if (what === 'changed') writes.areas.push(after);
    known.set(code, after);
  }
  ledger.tally.areas.missing.push(
    ...register.areas.filter(({ code }) => !seen.has(code)).map(({ code, nameZh }) => `${code} ${nameZh}`),
  );
  return known;
}

const faceOf = ({ nameZh, nameEn, addresses }: KnownArea) => ({
  name: nameZh,
  nameEn,
  addresses: addresses.join('、'),
});
