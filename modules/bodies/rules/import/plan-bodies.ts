import type { ListRow } from '../../../../platform/sheets/read-lists.ts';
import { areaKindOf } from '../../../territory/index.ts';
import { isCommittee } from '../committee.ts';
import { bodyKinds, factsOfKind, type BodyKind } from '../../contract/body-kinds.ts';
import { foldName, readBodyKind, readCode, readPublicPhone } from './read-cells.ts';
import { note, type KnownArea, type KnownBody, type Ledger, type Register } from './register.ts';

const LONGEST_NAME = 60;

const keyOf = ({ kind, areaCode, nameZh }: Pick<KnownBody, 'kind' | 'areaCode' | 'nameZh'>): string =>
  factsOfKind(kind).onePerArea ? `${kind} ${areaCode}` : `${kind} ${areaCode} ${foldName(nameZh)}`;

/**
 * Plans the sheet of bodies (机构). A body is known by its kind and area, and by its name where several of a kind may
 * stand in one area; so a committee that is called otherwise is corrected, and a new department is new.
 *
 * Faults: `body_kind`, `area_unknown`, `body_wrong_tier`, `body_second_committee`, `row_repeated`, `body_name_taken`,
 * `name_too_long`, `phone`.
 *
 * @returns every body there will be
 */
export function planBodies(
  rows: readonly ListRow[],
  register: Register,
  areas: ReadonlyMap<string, KnownArea>,
  ledger: Ledger,
): KnownBody[] {
  const known = new Map(register.bodies.map((body) => [keyOf(body), body]));
  const seen = new Map<string, number>();
  const { faults, writes } = ledger;
  for (const { row, text, fault } of rows) {
    const nameZh = text('name');
    const areaCode = readCode(text('area'));
    const kind = readBodyKind(text('kind'));
    const phone = readPublicPhone(text('phone'));
    if (nameZh.length > LONGEST_NAME) faults.push(fault('name', 'name_too_long', { most: LONGEST_NAME }));
    if (phone === undefined) faults.push(fault('phone', 'phone'));
    if (!kind && text('kind') !== '') faults.push(fault('kind', 'body_kind', { kinds: listKinds(bodyKinds) }));
    if (areaCode !== '' && !areas.has(areaCode)) faults.push(fault('area', 'area_unknown', { code: areaCode }));
    if (!kind || nameZh === '' || !areas.has(areaCode)) {
      ledger.unread.add(foldName(nameZh));
      continue;
    }
    const tier = areaKindOf(areaCode);
    if (!tier || !factsOfKind(kind).tiers.includes(tier))
      faults.push(fault('area', 'body_wrong_tier', { kind: factsOfKind(kind).zh }));
    const other = isCommittee(kind) && [...known.values()].find((one) => isOtherCommittee(one, kind, areaCode));
    if (other) faults.push(fault('kind', 'body_second_committee', { name: other.nameZh }));
    const key = keyOf({ kind, areaCode, nameZh });
    if (seen.has(key)) faults.push(fault('name', 'row_repeated', { row: seen.get(key) ?? 0 }));
    seen.set(key, row);
    const before = known.get(key);
    const namesake = [...known.values()].find(
      (one) => foldName(one.nameZh) === foldName(nameZh) && one.bodyId !== before?.bodyId,
    );
    if (namesake) faults.push(fault('name', 'body_name_taken', { code: namesake.areaCode }));
    const after: KnownBody = {
      bodyId: before?.bodyId ?? ledger.newId(),
      kind,
      areaCode,
      nameZh,
      nameEn: text('nameEn') || (before?.nameEn ?? nameZh),
      phonePublic: phone ?? before?.phonePublic ?? null,
    };
    const what = note(ledger, 'bodies', row, nameZh, before ? faceOf(before) : null, {
      ...(before ? {} : { kind: factsOfKind(kind).zh, area: areaCode }),
      ...faceOf(after),
    });
    if (what === 'new') {
      const { bodyId: id, ...body } = after;
      writes.newBodies.push({ ...body, id, duties: [] });
    }
    if (what === 'changed') writes.bodies.push(after);
    known.set(key, after);
  }
  ledger.tally.bodies.missing.push(
    ...register.bodies.filter((body) => !seen.has(keyOf(body))).map(({ nameZh }) => nameZh),
  );
  return [...known.values()];
}

/** A community is in the hands of one committee: of its residents, or of its villagers. */
const isOtherCommittee = (one: KnownBody, kind: BodyKind, areaCode: string): boolean =>
  one.areaCode === areaCode && one.kind !== kind && isCommittee(one.kind);

const listKinds = (kinds: readonly BodyKind[]): string => kinds.map((kind) => factsOfKind(kind).zh).join('、');

const faceOf = ({ nameZh, nameEn, phonePublic }: KnownBody) => ({ name: nameZh, nameEn, phone: phonePublic ?? '' });
