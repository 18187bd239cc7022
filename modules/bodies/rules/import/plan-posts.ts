import type { ListRow } from '../../../../platform/sheets/read-lists.ts';
import { areaKindOf } from '../../../territory/index.ts';
import { factsOfKind } from '../../contract/body-kinds.ts';
import type { PostKind } from '../../contract/post.ts';
import { foldName, readCode, readPostKind, readPublicPhone, readTenure, readYesNo } from './read-cells.ts';
import { note, type KnownArea, type KnownBody, type KnownPost, type Ledger, type Register } from './register.ts';

type NamesOf = (kind: PostKind) => { readonly zh: string; readonly en: string };
type Surroundings = {
  readonly register: Register;
  readonly areas: ReadonlyMap<string, KnownArea>;
  readonly bodies: readonly KnownBody[];
  readonly namesOf: NamesOf;
};

const MOST_PLACES = 50;

export const findBodyNamed = (bodies: readonly KnownBody[], name: string): readonly KnownBody[] =>
  bodies.filter(({ nameZh }) => foldName(nameZh) === foldName(name));

export const unreadPost = (body: string, post: string): string => `${foldName(body)} ${foldName(post)}`;

export const groupKey = ({ bodyId, nameZh, areaCode }: Pick<KnownPost, 'bodyId' | 'nameZh' | 'areaCode'>): string =>
  `${bodyId} ${foldName(nameZh)} ${areaCode}`;

/**
 * Plans the sheet of posts (岗位). A row stands for all posts of one name in one body and area; 职数 says how many. More
 * are created, fewer are never taken away by an import.
 *
 * Faults: `body_unknown`, `body_several`, `post_kind`, `post_not_of_body`, `area_unknown`, `post_other_place`,
 * `grid_worker_grid`, `places`, `places_fewer`, `head`, `tenure`, `post_two_heads`, `post_fixed`, `phone`, `row_repeated`.
 *
 * @returns every post there will be, by group
 */
export function planPosts(rows: readonly ListRow[], around: Surroundings, ledger: Ledger): Map<string, KnownPost[]> {
  const groups = Map.groupBy(around.register.posts, groupKey);
  const seen = new Map<string, number>();
  const heads = new Set(around.register.posts.filter(({ isHead }) => isHead).map(({ bodyId }) => bodyId));
  for (const row of rows) {
    const wish = readPost(row, around, ledger);
    if (!wish) {
      ledger.unread.add(unreadPost(row.text('body'), row.text('name')));
      continue;
    }
    const { fault } = row;
    const { faults } = ledger;
    const key = groupKey(wish.face);
    const before = groups.get(key) ?? [];
    if (seen.has(key)) faults.push(fault('name', 'row_repeated', { row: seen.get(key) ?? 0 }));
    seen.set(key, row.row);
    const [first] = before;
    if (first) {
      if (first.kind !== wish.face.kind) faults.push(fault('kind', 'post_fixed'));
      if (first.isHead !== wish.face.isHead && row.text('head') !== '') faults.push(fault('head', 'post_fixed'));
      if (first.tenure !== wish.face.tenure && row.text('tenure') !== '') faults.push(fault('tenure', 'post_fixed'));
      if (wish.places < before.length) faults.push(fault('places', 'places_fewer', { now: before.length }));
    } else if (wish.face.isHead) {
      if (heads.has(wish.face.bodyId) || wish.places > 1) faults.push(fault('head', 'post_two_heads'));
      heads.add(wish.face.bodyId);
    }
    groups.set(key, planGroup(row, wish, before, ledger, around.namesOf));
  }
  for (const [key, posts] of Map.groupBy(around.register.posts, groupKey))
    if (!seen.has(key)) ledger.tally.posts.missing.push(nameOf(posts[0]!, around.bodies));
  return groups;
}

type Face = Omit<KnownPost, 'postId' | 'holder'>;
type Wish = { readonly face: Face; readonly places: number; readonly body: KnownBody };

function readPost(
  row: ListRow,
  { areas, bodies, namesOf }: Surroundings,
  { faults, unread }: Ledger,
): Wish | undefined {
  const { text, fault } = row;
  const named = findBodyNamed(bodies, text('body'));
  const [body] = named;
  if (text('body') !== '' && !body && !unread.has(foldName(text('body'))))
    faults.push(fault('body', 'body_unknown', { name: text('body') }));
  if (named.length > 1) faults.push(fault('body', 'body_several', { name: text('body') }));
  const kind = readPostKind(text('kind'), namesOf);
  if (text('kind') !== '' && !kind) faults.push(fault('kind', 'post_kind'));
  const isHead = readYesNo(text('head'));
  if (isHead === undefined) faults.push(fault('head', 'head'));
  const tenure = readTenure(text('tenure'));
  if (!tenure) faults.push(fault('tenure', 'tenure'));
  const phone = readPublicPhone(text('phone'));
  if (phone === undefined) faults.push(fault('phone', 'phone'));
  const places = text('places') === '' ? 1 : Number(text('places').normalize('NFKC'));
  if (!Number.isInteger(places) || places < 1 || places > MOST_PLACES)
    faults.push(fault('places', 'places', { most: MOST_PLACES }));
  if (!body || !kind || text('name') === '') return undefined;
  const areaCode = readCode(text('area')) || body.areaCode;
  if (!areas.has(areaCode)) faults.push(fault('area', 'area_unknown', { code: areaCode }));
  else if (!areaCode.startsWith(body.areaCode)) faults.push(fault('area', 'post_other_place', { code: body.areaCode }));
  if (kind === 'gridWorker' && areaKindOf(areaCode) !== 'grid') faults.push(fault('area', 'grid_worker_grid'));
  if (!factsOfKind(body.kind).posts.includes(kind)) {
    const kinds = factsOfKind(body.kind).posts.map((one) => namesOf(one).zh);
    faults.push(fault('kind', 'post_not_of_body', { body: factsOfKind(body.kind).zh, kinds: kinds.join('、') }));
  }
  const face: Face = {
    bodyId: body.bodyId,
    kind,
    nameZh: text('name'),
    nameEn: text('nameEn'),
    areaCode,
    isHead: isHead ?? false,
    tenure: tenure ?? 'appointed',
    phonePublic: phone ?? null,
    duty: text('duty') || null,
  };
  return { face, places: Number.isInteger(places) ? Math.min(Math.max(places, 1), MOST_PLACES) : 1, body };
}

function planGroup(
  row: ListRow,
  { face, places, body }: Wish,
  before: readonly KnownPost[],
  ledger: Ledger,
  namesOf: NamesOf,
) {
  const { writes } = ledger;
  const title = `${body.nameZh} ${face.nameZh}`;
  const [first] = before;
  const nameEn = face.nameEn || (first?.nameEn ?? namesOf(face.kind).en);
  const after = {
    ...face,
    nameEn,
    phonePublic: face.phonePublic ?? first?.phonePublic ?? null,
    duty: face.duty ?? first?.duty ?? null,
  };
  const what = note(
    ledger,
    'posts',
    row.row,
    title,
    first ? { ...faceOf(first), places: String(before.length) } : null,
    {
      ...faceOf(after),
      places: String(Math.max(places, before.length)),
    },
  );
  const kept = before.map((post) => ({ ...post, nameEn, phonePublic: after.phonePublic, duty: after.duty }));
  const isCorrected = first !== undefined && JSON.stringify(faceOf(first)) !== JSON.stringify(faceOf(after));
  if (what === 'changed' && isCorrected) writes.posts.push(...kept);
  const more = Array.from({ length: Math.max(places - before.length, 0) }, (): KnownPost => ({
    ...after,
    postId: ledger.newId(),
    holder: null,
  }));
  for (const { postId: id, holder: _, ...post } of more) writes.newPosts.push({ ...post, id });
  return [...kept, ...more];
}

const faceOf = ({ nameEn, phonePublic, duty }: Pick<KnownPost, 'nameEn' | 'phonePublic' | 'duty'>) => ({
  nameEn,
  phone: phonePublic ?? '',
  duty: duty ?? '',
});

const nameOf = ({ bodyId, nameZh, areaCode }: KnownPost, bodies: readonly KnownBody[]): string =>
  `${bodies.find((body) => body.bodyId === bodyId)?.nameZh ?? ''} ${nameZh} ${areaCode}`;
