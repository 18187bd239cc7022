import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { MessageView, NoticeView } from './views.ts';

const One = z.object({ id: z.uuid() });
const Unread = z.object({ unread: z.number().int().describe('counted up to 100') });

export const noticesRoutes = {
  'GET /api/notices': route({
    permission: 'matters.read',
    summary: 'What my post was told, the newest first',
    query: z.object({ after: z.string().max(200).optional() }),
    reply: z.object({ notices: z.array(NoticeView), unread: z.number().int(), next: z.string().nullable() }),
  }),
  'GET /api/notices/unread': route({
    permission: 'matters.read',
    summary: 'How much of it I have not read',
    reply: Unread,
  }),
  'POST /api/notices/read': route({
    permission: 'matters.read',
    summary: 'Mark all that I was told so far as read',
    reply: Unread,
  }),
  'POST /api/notices/:id/read': route({
    permission: 'matters.read',
    summary: 'Mark one notice as read',
    params: One,
    reply: Unread,
  }),
  'DELETE /api/notices/:id/read': route({
    permission: 'matters.read',
    summary: 'Mark one notice as not read',
    params: One,
    reply: Unread,
  }),
  'GET /api/outbox': route({
    permission: 'notices.operate',
    summary: 'Messages to residents that wait or failed; neither addresses nor texts',
    reply: z.object({
      waiting: z.number().int(),
      failed: z.number().int(),
      oldestAt: z.iso.datetime().nullable(),
      messages: z.array(MessageView),
    }),
  }),
  'POST /api/outbox/:id/again': route({
    permission: 'notices.operate',
    summary: 'Try a message again that failed',
    params: One,
    reply: z.object({}),
  }),
};
