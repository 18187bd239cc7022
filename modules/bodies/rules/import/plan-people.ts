import type { ListRow } from '../../../../platform/sheets/read-lists.ts';
import { isLogin } from '../../../accounts/index.ts';
import { findBodyNamed, groupKey, unreadPost } from './plan-posts.ts';
import { foldName, readCode, readDay } from './read-cells.ts';
import { note, type KnownBody, type KnownPerson, type KnownPost, type Ledger, type Register } from './register.ts';

const LONGEST_NAME = 60;

type Surroundings = {
  readonly register: Register;
  readonly bodies: readonly KnownBody[];
  readonly groups: ReadonlyMap<string, readonly KnownPost[]>;
};

/**
 * Plans the sheet of people (人员): new accounts, and appointments to posts that are vacant. One person may stand in
 * several rows, one for each post. Nobody is moved out of a post by an import, elected or not (S60).
 *
 * Faults: `login`, `person_two_names`, `person_other_name`, `name_too_long`, `post_missing`, `body_unknown`,
 * `body_several`, `post_unknown`, `post_several`, `post_taken`, `day`, `row_repeated`.
 */
export function planPeople(rows: readonly ListRow[], around: Surroundings, ledger: Ledger): void {
  const { register } = around;
  const people = new Map(register.people.map((person) => [person.login, person]));
  const known = new Set(people.keys());
  const taken = new Set<string>();
  const seen = new Map<string, number>();
  const logins = new Set<string>();
  for (const row of rows) {
    const person = planPerson(row, people, known, ledger);
    const post = planPost(row, person ?? nobody, around, taken, ledger);
    if (!person) continue;
    const key = `${person.login} ${post?.key ?? ''}`;
    if (seen.has(key)) ledger.faults.push(row.fault('login', 'row_repeated', { row: seen.get(key) ?? 0 }));
    seen.set(key, row.row);
    const isNew = !known.has(person.login) && !logins.has(person.login);
    logins.add(person.login);
    const before = isNew ? null : { post: post?.isHeld ? post.title : '' };
    note(ledger, 'people', row.row, `${person.nameZh} ${person.login}`, before, {
      post: post?.title ?? '',
      ...(post && !post.isHeld ? { fromOn: post.fromOn } : {}),
    });
  }
  ledger.tally.people.missing.push(
    ...register.people.filter(({ login }) => !logins.has(login)).map(({ login, nameZh }) => `${nameZh} ${login}`),
  );
}

/** Of a row whose person cannot be read, so that the faults of its post are named at the same time. */
const nobody: KnownPerson = { accountId: '', login: '', nameZh: '', nameEn: '' };

function planPerson(row: ListRow, people: Map<string, KnownPerson>, known: ReadonlySet<string>, ledger: Ledger) {
  const { text, fault } = row;
  const login = text('login').normalize('NFKC').toLowerCase();
  const nameZh = text('name');
  if (login !== '' && !isLogin(login)) ledger.faults.push(fault('login', 'login'));
  if (nameZh.length > LONGEST_NAME) ledger.faults.push(fault('name', 'name_too_long', { most: LONGEST_NAME }));
  if (!isLogin(login) || nameZh === '') return undefined;
  const before = people.get(login);
  if (before && foldName(before.nameZh) !== foldName(nameZh)) {
    ledger.faults.push(
      fault('name', known.has(login) ? 'person_other_name' : 'person_two_names', { name: before.nameZh }),
    );
    return undefined;
  }
  if (before) return before;
  const person = { accountId: ledger.newId(), login, nameZh, nameEn: text('nameEn') || nameZh };
  people.set(login, person);
  ledger.writes.newPeople.push(person);
  return person;
}

function planPost(row: ListRow, person: KnownPerson, around: Surroundings, taken: Set<string>, ledger: Ledger) {
  const { text, fault } = row;
  const { faults, unread } = ledger;
  const day = text('fromOn');
  const fromOn = day === '' ? around.register.today : readDay(day);
  if (fromOn === undefined) faults.push(fault('fromOn', 'day'));
  if (text('body') === '' && text('post') === '') return undefined;
  if (text('body') === '' || text('post') === '') {
    faults.push(fault(text('body') === '' ? 'body' : 'post', 'post_missing'));
    return undefined;
  }
  const bodies = findBodyNamed(around.bodies, text('body'));
  const [body] = bodies;
  if (!body && !unread.has(foldName(text('body')))) faults.push(fault('body', 'body_unknown', { name: text('body') }));
  if (bodies.length > 1) faults.push(fault('body', 'body_several', { name: text('body') }));
  if (!body || bodies.length > 1) return undefined;
  const areaCode = readCode(text('area'));
  const groups = [...around.groups.values()].filter(
    ([first]) =>
      first?.bodyId === body.bodyId &&
      foldName(first.nameZh) === foldName(text('post')) &&
      (areaCode === '' || first.areaCode === areaCode),
  );
  const [posts] = groups;
  if (!posts && !unread.has(unreadPost(text('body'), text('post'))))
    faults.push(fault('post', 'post_unknown', { body: body.nameZh, post: text('post') }));
  if (groups.length > 1) faults.push(fault('area', 'post_several', { post: text('post') }));
  if (!posts || groups.length > 1) return undefined;
  const title = `${body.nameZh} ${posts[0]?.nameZh ?? ''}`;
  const key = posts[0] ? groupKey(posts[0]) : '';
  if (posts.some(({ holder }) => holder?.accountId === person.accountId))
    return { key, title, isHeld: true, fromOn: fromOn ?? '' };
  const free = posts.find(({ postId, holder }) => holder === null && !taken.has(postId));
  if (!free) {
    const holders = posts.flatMap(({ holder }) => (holder ? [holder.nameZh] : []));
    faults.push(fault('post', 'post_taken', { post: title, holders: holders.join('、') || '—' }));
    return undefined;
  }
  taken.add(free.postId);
  if (fromOn !== undefined)
    ledger.writes.newAppointments.push({
      id: ledger.newId(),
      postId: free.postId,
      accountId: person.accountId,
      fromOn,
      toOn: null,
    });
  return { key, title, isHeld: false, fromOn: fromOn ?? '' };
}
