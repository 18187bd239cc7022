import type { Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope, type Actor, type Scope, type Work } from '../../../platform/work.ts';
import { createAccounts } from '../../accounts/index.ts';
import { scopeFor } from '../../access/index.ts';
import {
  createAppointments,
  createBodies,
  createPosts,
  type NewAppointment,
  type NewPost,
  type PostKind,
} from '../../bodies/index.ts';
import { createAreas, createDistrict } from '../../territory/index.ts';
import { openMatter, type OpenMatter } from '../actions/open-matter.ts';
import { takeStep, type TakeStep } from '../actions/take-step.ts';
import { installProcedures } from '../rules/engine.ts';
import { libraryCard } from './library-card.ts';
import { at, chiefOf, clerkOf, libraries, type Library } from './library-desk.ts';

export const districtId = 990177;
export const areaOf: Record<Library, string> = {
  north: '990177001001',
  south: '990177001002',
  main: '990177001',
  archive: '990177',
  centre: '990177',
};
const libraryNames = Object.keys(libraries) as Library[];
const postKinds: Record<Library, readonly [chief: PostKind, clerk: PostKind]> = {
  north: ['communityDirector', 'communityClerk'],
  south: ['communityDirector', 'communityClerk'],
  main: ['taskGroupLead', 'taskGroupLiaison'],
  archive: ['departmentHead', 'departmentClerk'],
  centre: ['dispatchLead', 'dispatchClerk'],
};

/** The people of a library as actors: its chief and its clerk. */
export const staff = (library: Library, who: 'chief' | 'clerk' = 'clerk'): Extract<Actor, { kind: 'worker' }> => {
  const person = who === 'chief' ? chiefOf(library) : clerkOf(library);
  return {
    ...person,
    name: `${library} ${who}`,
    postKind: postKinds[library][who === 'chief' ? 0 : 1],
    areaCode: areaOf[library],
  };
};
const system: Actor = { kind: 'system', name: 'timer' };
export const readerOf = (matterId: string): Actor => ({ kind: 'resident', matterId });

/** Runs one piece of work in the library district, in the scope that this actor has. */
export const as = <T>(
  db: Kysely<Database>,
  actor: Actor,
  now: string | Date,
  run: (work: Work) => Promise<T>,
  scope: Scope = scopeFor(actor),
): Promise<T> => inTransaction(db, { districtId, actor, scope, now: typeof now === 'string' ? at(now) : now }, run);
export const asSystem = <T>(db: Kysely<Database>, now: string | Date, run: (work: Work) => Promise<T>): Promise<T> =>
  as(db, system, now, run, areaScope(''));

/** Sets up the invented district (样例区): two communities with a branch each, and what stands above them. */
export async function setUpLibraryDistrict(db: Kysely<Database>): Promise<void> {
  installProcedures([libraryCard]);
  await asSystem(db, '2026-01-05 10:00', async (work) => {
    await createDistrict(work, { nameZh: '书香区', nameEn: 'Bookshelf District', timeZone: 'Asia/Shanghai' });
    await createAreas(
      work,
      ['990177', '990177001', '990177001001', '990177001002', '990177001001001', '990177001002001'].map((code) => ({
        code,
        nameZh: `地方${code}`,
        nameEn: `Place ${code}`,
        foundedOn: '2020-01-01',
      })),
    );
    const people = libraryNames.flatMap((library) => [staff(library, 'chief'), staff(library)]);
    await createAccounts(
      work,
      people.map(({ accountId, name }) => ({
        id: accountId,
        login: name.replace(' ', '.'),
        nameZh: `馆员${name}`,
        nameEn: name,
        password: null,
        isDemo: true,
      })),
    );
    await createBodies(
      work,
      libraryNames.map((library) => ({
        id: libraries[library].bodyId,
        kind: libraries[library].kind,
        nameZh: `${library}馆`,
        nameEn: library,
        areaCode: areaOf[library],
        phonePublic: null,
        duties: [],
      })),
    );
    await createPosts(
      work,
      people.map((person): NewPost => ({
        id: person.postId,
        bodyId: person.bodyId,
        kind: person.postKind as PostKind,
        nameZh: person.postKind,
        nameEn: person.postKind,
        areaCode: person.areaCode,
        isHead: person.isHead,
        tenure: 'appointed',
      })),
    );
    await createAppointments(
      work,
      people.map((person): NewAppointment => ({
        id: uuidv7(),
        postId: person.postId,
        accountId: person.accountId,
        fromOn: '2026-01-01',
        toOn: null,
      })),
    );
  });
}

/** An order to open a matter in a branch, from the person who asks. */
export const orderAt = (library: 'north' | 'south', change: Partial<OpenMatter> = {}): OpenMatter => ({
  procedureId: libraryCard.id,
  procedureVersion: libraryCard.version,
  commandId: uuidv7(),
  matterId: uuidv7(),
  by: { kind: 'reporter' },
  role: 'reader',
  areaCode: `${areaOf[library]}001`,
  place: `${library}馆门口`,
  title: '旧县志',
  firstContact: {
    accountId: clerkOf(library).accountId,
    postId: clerkOf(library).postId,
    bodyId: libraries[library].bodyId,
  },
  keeper: libraries[library],
  input: { what: '想借一本旧县志' },
  ...change,
});

/** Opens a matter as the person who asks would; gives its id. */
export async function open(
  db: Kysely<Database>,
  library: 'north' | 'south',
  now = '2026-11-16 10:00',
  change: Partial<OpenMatter> = {},
): Promise<string> {
  const order = orderAt(library, change);
  const matterId = order.matterId ?? uuidv7();
  const opened = await as(db, readerOf(matterId), now, (work) => openMatter(work, { ...order, matterId }));
  if (!opened.ok) throw new Error(opened.code);
  return matterId;
}

export type Act = Partial<TakeStep> & Pick<TakeStep, 'matterId' | 'step'>;

/** Takes a step and gives whatever came of it. */
export const act = (db: Kysely<Database>, actor: Actor, now: string, { input = {}, ...order }: Act) =>
  as(db, actor, now, (work) => takeStep(work, { commandId: uuidv7(), seenSeq: 999, input, ...order }));

/** Takes steps that have to be allowed, one after the other. */
export async function go(
  db: Kysely<Database>,
  matterId: string,
  ...steps: [Actor, string, string, TakeStep['input']?][]
): Promise<void> {
  for (const [actor, now, step, input = {}] of steps) {
    const taken = await act(db, actor, now, { matterId, step, input });
    if (!taken.ok) throw new Error(`${step}: ${taken.code} ${JSON.stringify('fields' in taken ? taken.fields : {})}`);
  }
}
