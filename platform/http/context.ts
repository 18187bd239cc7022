import type { FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import type { DistrictKeys } from '../crypto/keys.ts';
import type { Database } from '../db/database.ts';
import type { FileStore } from '../files/folder.ts';
import type { Actor, Scope, Work } from '../work.ts';

/** What every handler of a route is handed: who asks, and ways to work as them. */
export type Context = {
  readonly db: Kysely<Database>;
  readonly districtId: number;
  readonly now: Date;
  readonly actor: Actor;
  /** Works as the one who asks, within what they may see. */
  readonly inScope: <T>(run: (work: Work) => Promise<T>) => Promise<T>;
  /** Works as someone else, within the named scope; for people who showed a code, and for the public. */
  readonly as: <T>(actor: Actor, scope: Scope, run: (work: Work) => Promise<T>) => Promise<T>;
  readonly keys: () => Promise<DistrictKeys>;
  readonly files: FileStore;
  readonly maxPhotoBytes: number;
  readonly isDemo: boolean;
  /** The session of the one who asks, if they have signed in. */
  readonly session: {
    readonly token: string;
    readonly accountId: string;
    /** What the person has to do before the session opens anything; null: nothing. */
    readonly owes: 'factor' | 'password' | 'setup' | null;
    /** What opens or closes the way in for others waits until password and factor are given again. */
    readonly mustProveAgain: boolean;
  } | null;
  readonly setSession: (token: string | null) => void;
  readonly reply: FastifyReply;
};
