import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { NamedView } from '../../matters/index.ts';

const Instant = z.iso.datetime();
const Body = z.object({ id: z.uuid(), name: NamedView, kind: NamedView });
const Address = z.string().max(400);
const Jurisdiction = z.string().max(100).default('');
const Format = z.enum(['json', 'xml']);

export const ConnectionView = z.object({
  body: Body,
  address: z.string(),
  jurisdiction: z.string(),
  format: Format,
  codes: z.record(z.string(), z.string()).describe('their service code by our category, and for all others'),
  isPaused: z.boolean(),
  isAllowed: z.boolean().describe('whether the operator still allows this address'),
  lastOkAt: Instant.nullable(),
  error: NamedView.nullable().describe('why the last call did not get through; null: it did'),
  failedAt: Instant.nullable(),
  waiting: z.number().int(),
  followed: z.number().int(),
  failed: z.number().int(),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

export const HandoffView = z.object({
  round: z.number().int(),
  state: z.enum(['waiting', 'sent', 'closed', 'rejected', 'failed', 'dropped']),
  madeAt: Instant,
  sentAt: Instant.nullable(),
  reference: z.string().nullable(),
  attempts: z.number().int(),
  nextTryAt: Instant.nullable(),
  error: NamedView.nullable(),
});
export type HandoffView = z.infer<typeof HandoffView>;

export const TriedView = z.discriminatedUnion('answers', [
  z.object({
    answers: z.literal(true),
    format: Format,
    services: z.array(z.object({ code: z.string(), name: z.string(), asksMore: z.boolean() })),
  }),
  z.object({ answers: z.literal(false), error: NamedView }),
]);
export type TriedView = z.infer<typeof TriedView>;

/** What is asked about the systems of outside bodies (系统对接). */
export const partnerRoutes = {
  'GET /api/partners/connections': route({
    permission: 'partners.connect',
    summary: 'The systems of outside bodies, and whether what was sent got through',
    reply: z.object({
      connections: z.array(ConnectionView),
      bodies: z.array(Body).describe('outside bodies that have no connection'),
      categories: z.array(z.object({ code: z.string(), name: NamedView })),
    }),
  }),
  'POST /api/partners/try': route({
    permission: 'partners.connect',
    summary: 'Ask a server which services it takes reports for; nothing is kept',
    body: z.object({ address: Address, jurisdiction: Jurisdiction }),
    reply: TriedView,
  }),
  'POST /api/partners/connections': route({
    permission: 'partners.connect',
    summary: 'Keep how the system of an outside body is reached; what had failed is sent again',
    body: z.object({
      bodyId: z.uuid(),
      address: Address,
      jurisdiction: Jurisdiction,
      format: Format,
      key: z.string().max(400).describe('empty: the one that is kept for this server stays'),
      codes: z.record(z.string().max(40), z.string().max(200)),
    }),
    reply: z.object({}),
  }),
  'POST /api/partners/connections/:id/pause': route({
    permission: 'partners.connect',
    summary: 'Stop sending to a system and asking it, or go on',
    params: z.object({ id: z.uuid() }),
    body: z.object({ paused: z.boolean() }),
    reply: z.object({}),
  }),
  'POST /api/partners/connections/:id/again': route({
    permission: 'partners.connect',
    summary: 'Send once more what had failed for good',
    params: z.object({ id: z.uuid() }),
    reply: z.object({ again: z.number().int() }),
  }),
  'GET /api/partners/handoffs/:id': route({
    permission: 'matters.read',
    summary: 'What became of a task in the system of the outside body',
    params: z.object({ id: z.uuid() }),
    reply: z.object({
      isConnected: z.boolean(),
      isPaused: z.boolean(),
      lastOkAt: Instant.nullable(),
      handoffs: z.array(HandoffView),
    }),
  }),
};
