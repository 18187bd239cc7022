import { sql } from 'kysely';
import { say, type Both } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import type { Work } from '../../../platform/work.ts';
import { describeBodies } from '../../bodies/index.ts';
import { findProcedure, wordsOf } from '../../matters/index.ts';
import { categories } from '../../requests/index.ts';
import { describeAreas } from '../../territory/index.ts';

/** Names of areas by code, ended ones too. */
export async function nameAreas(work: Work, codes: readonly string[]): Promise<ReadonlyMap<string, Both>> {
  const known = await describeAreas(work, [...new Set(codes)]);
  return new Map(known.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]));
}

/** Names of bodies by id. */
export async function nameBodies(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, Both>> {
  const known = await describeBodies(work, [...new Set(ids)]);
  return new Map(known.map(({ bodyId, nameZh, nameEn }) => [bodyId, { zh: nameZh, en: nameEn }]));
}

/** Numbers of matters by id, as far as they lie in the scope of the work. */
export async function nameMatters(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`
    select m.id, m.number from matters.matters m
    where m.district_id = ${work.districtId} and m.id = any (${[...ids]}::uuid[])
  `.execute(work.db);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** The kind of a request in words; what is of no kind is said so. */
export const sayKind = (subject: string): Both =>
  (categories as readonly string[]).includes(subject)
    ? say('requests', `categories.${subject}`)
    : say('insight', 'noKind');

/** A state of a procedure in words; a version that this program does not carry leaves the code. */
export function sayState(of: { readonly procedure: string; readonly version: number; readonly state: string }): Both {
  const procedure = findProcedure({ procedureId: of.procedure, procedureVersion: of.version });
  const state = procedure?.states[of.state];
  return state ? wordsOf(state) : { zh: of.state, en: of.state };
}

/** A state with the procedure it is of, where the name of the state alone does not say which. */
export function sayStateOf(of: { readonly procedure: string; readonly version: number }, state: Both): Both {
  const procedure = findProcedure({ procedureId: of.procedure, procedureVersion: of.version });
  const name = procedure ? wordsOf(procedure) : { zh: of.procedure, en: of.procedure };
  return say('insight', 'stateOf', {
    stateZh: state.zh,
    stateEn: state.en,
    procedureZh: name.zh,
    procedureEn: name.en,
  });
}
