import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { queues, WorkerView } from './views.ts';

const MatterId = z.object({ id: z.uuid() });

/** What a queue is narrowed by; the address of the page says the same. */
export const ViewSearch = z.object({
  queue: z.enum(queues).optional(),
  words: z.string().max(50).optional(),
  state: z.string().max(40).optional(),
  community: z.string().max(18).optional(),
});

/** A choice of filters that a person keeps under a name. */
export const SavedView = z.object({ id: z.uuid(), name: z.string(), search: ViewSearch });
export type SavedView = z.infer<typeof SavedView>;

/** What changed in my scope lately: which matters, and the number of their last entry. */
export const Changes = z.object({
  at: z.iso.datetime().describe('pass as `since` the next time'),
  changed: z.array(z.object({ id: z.uuid(), seq: z.number().int() })),
  more: z.boolean().describe('more changed than is listed: look at everything anew'),
});
export type Changes = z.infer<typeof Changes>;

/** What a person at the console has of their own: stars, views, and news of what colleagues did. */
export const deskRoutes = {
  'GET /api/changes': route({
    permission: 'matters.read',
    summary: 'What changed in my scope since I last asked, with an overlap of some seconds',
    query: z.object({ since: z.iso.datetime().optional() }),
    reply: Changes,
  }),
  'POST /api/matters/:id/watch': route({
    permission: 'matters.read',
    summary: 'Put my star on a matter, or take it away',
    params: MatterId,
    body: z.object({ watched: z.boolean() }),
    reply: z.object({ watched: z.boolean() }),
  }),
  'POST /api/matters/:id/look': route({
    permission: 'matters.read',
    summary: 'Say that I have a matter open for the next minute, and hear who else has; kept nowhere longer',
    params: MatterId,
    reply: z.object({ others: z.array(WorkerView) }),
  }),
  'GET /api/views': route({
    permission: 'matters.read',
    summary: 'My saved views',
    reply: z.object({ views: z.array(SavedView) }),
  }),
  'POST /api/views': route({
    permission: 'matters.read',
    summary: 'Save a view under a name; the same name again changes it',
    body: z.object({ name: z.string().max(200), search: ViewSearch }),
    reply: SavedView,
  }),
  'DELETE /api/views/:id': route({
    permission: 'matters.read',
    summary: 'Forget one of my saved views',
    params: MatterId,
    reply: z.object({}),
  }),
};
