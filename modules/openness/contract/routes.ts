import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';

export const ClientView = z.object({
  id: z.uuid(),
  name: z.string(),
  contact: z.string(),
  keyStart: z.string().describe('the first characters of the key; the rest is nowhere'),
  perMinute: z.number().int(),
  madeAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ClientView = z.infer<typeof ClientView>;

export const opennessRoutes = {
  'GET /api/open311/clients': route({
    permission: 'open311.keys',
    summary: 'Who may send requests over Open311',
    reply: z.object({ clients: z.array(ClientView) }),
  }),
  'POST /api/open311/clients': route({
    permission: 'open311.keys',
    summary: 'Give a client of Open311 its key, which is shown this once',
    body: z.object({
      name: z.string().max(200),
      contact: z.string().max(200),
      perMinute: z.number().int().min(1).max(100_000).default(600),
    }),
    reply: z.object({ id: z.uuid(), key: z.string() }),
  }),
  'POST /api/open311/clients/:id/revoke': route({
    permission: 'open311.keys',
    summary: 'Take a key back, at once',
    params: z.object({ id: z.uuid() }),
    reply: z.object({}),
  }),
};
