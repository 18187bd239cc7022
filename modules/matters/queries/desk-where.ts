import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../platform/work.ts';
import type { QueueName } from '../contract/views.ts';
import type { Relation } from '../kit/define-procedure.ts';

export type Worker = Extract<Actor, { kind: 'worker' }>;

/** Queues of what is open and waits for this desk: for the body that holds or was offered it, for a post, for a head. */
export const deskQueues = [
  'askedOfMe',
  'returned',
  'toAccept',
  'toSign',
  'toDecide',
  'toCheck',
  'onBooks',
  'handling',
  'firstContact',
  'awaiting',
] as const satisfies readonly QueueName[];
export type DeskQueue = (typeof deskQueues)[number];

const awaits = (relation: Relation) => sql<boolean>`m.awaits = ${relation}`;
const nobody = sql<boolean>`false`;

/**
 * What belongs into a queue of a desk (本岗队列), as a condition on open matters `m`.
 *
 * @param told ids of matters of which the post was told and has not read it, for `askedOfMe`
 */
export function deskWhere(queue: DeskQueue, worker: Worker, told: readonly string[]): RawBuilder<boolean> {
  const { bodyId, postId, accountId, isHead } = worker;
  const holds = sql<boolean>`m.holder_body_id = ${bodyId}`;
  const isOffered = sql<boolean>`m.offer_body_id = ${bodyId}`;
  switch (queue) {
    case 'askedOfMe': {
      const parts = (['toAccept', 'toDecide', 'toSign', 'toCheck'] as const).map((one) => deskWhere(one, worker, told));
      const asFirst = sql`(${awaits('firstContact')} and m.first_contact_post_id = ${postId})`;
      return sql<boolean>`(${sql.join([...parts, asFirst], sql` or `)} or m.id = any (${[...told]}::uuid[]))`;
    }
    case 'returned':
      return sql<boolean>`m.came_back_at is not null and ${holds}`;
    case 'toAccept':
      return sql<boolean>`${isOffered} and ${awaits('offered')}`;
    case 'toDecide':
      return isHead ? sql<boolean>`${isOffered} and ${awaits('offeredHead')}` : nobody;
    case 'toSign':
      return isHead ? sql<boolean>`${holds} and ${awaits('holderHead')}` : nobody;
    case 'toCheck':
      return sql<boolean>`(m.awaits = 'second' and m.answered_by is distinct from ${accountId}
        and (${holds} or m.first_contact_post_id = ${postId}))`;
    case 'onBooks':
      return sql<boolean>`m.stage = 'waiting' and m.outcome = 'keptOnBooks' and ${holds}`;
    case 'handling':
      return sql<boolean>`m.stage = 'open' and ${holds} and ${awaits('holder')}`;
    case 'awaiting':
      return sql<boolean>`m.stage = 'waiting' and m.outcome is distinct from 'keptOnBooks' and ${holds}`;
    case 'firstContact':
      return sql<boolean>`m.first_contact_post_id = ${postId}`;
  }
}
