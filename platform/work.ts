import type { Transaction } from 'kysely';
import type { Database } from './db/database.ts';

/** Who asks. A worker always acts in one post (岗位) of one body at a time. */
export type Actor =
  | {
      readonly kind: 'worker';
      readonly accountId: string;
      readonly name: string;
      readonly postId: string;
      readonly postKind: string;
      readonly isHead: boolean;
      readonly bodyId: string;
      /** The area the post answers for; every code below it starts with it. */
      readonly areaCode: string;
      /** Whose post it is, when the worker only stands in (代理). */
      readonly deputyFor?: { readonly accountId: string };
    }
  /** Someone who showed the code of one matter, or who is raising a new one. */
  | { readonly kind: 'resident'; readonly matterId: string | null }
  | { readonly kind: 'public' }
  | { readonly kind: 'system'; readonly name: 'timer' | 'import' | 'demo' | 'setup' };

/**
 * What the database may show for this piece of work: a range of area codes, the matters of one body,
 * or one single matter. An empty range shows nothing.
 */
export type Scope = {
  /** Codes from here … */
  readonly lo: string;
  /** … to just below here. */
  readonly hi: string;
  readonly bodyId: string | null;
  readonly matterId: string | null;
};

/** What every action and query is handed: who asks, for which district, within what, when, and the open transaction. */
export type Work = {
  readonly db: Transaction<Database>;
  readonly districtId: number;
  readonly actor: Actor;
  readonly scope: Scope;
  readonly now: Date;
};

/** Shows nothing. */
export const noScope: Scope = { lo: '', hi: '', bodyId: null, matterId: null };

/** The area with this code and everything below it: codes are hierarchical by prefix. */
export const areaScope = (code: string): Scope => ({ ...noScope, lo: code, hi: `${code}~` });
