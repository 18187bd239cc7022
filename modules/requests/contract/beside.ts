import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { NamedView, RefusalView } from '../../matters/index.ts';
import { alikeReasons } from './alike.ts';

/** How near another matter lies to this one, the nearest first. */
export const nearnesses = ['home', 'stairwell', 'building', 'grid'] as const;
export type Nearness = (typeof nearnesses)[number];

const BesideRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  place: z.string(),
  stateName: NamedView,
  stage: z.enum(['open', 'waiting', 'final']),
  outcome: z.string().nullable(),
  openedAt: z.iso.datetime(),
});

/** What lies beside a request: earlier ones at the same place, this person's open ones, and likely the same thing. */
export const BesideView = z.object({
  place: z.array(BesideRow.extend({ near: z.enum(nearnesses) })),
  inGrid: z.number().int().describe('how many of the newest 500 of the community lie in the same grid or nearer'),
  person: z.array(BesideRow),
  withheld: RefusalView.nullable().describe('why the other matters of this person are not shown'),
  alike: z.array(BesideRow.extend({ reasons: z.array(z.enum(alikeReasons)), mayMerge: z.boolean() })),
});
export type BesideView = z.infer<typeof BesideView>;

export const besideRoutes = {
  'GET /api/requests/:id/beside': route({
    permission: 'matters.read',
    summary: 'Other requests at the same place, of the same person, and likely the same thing; only those I may open',
    params: z.object({ id: z.uuid() }),
    reply: BesideView,
  }),
};
