import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { MatterRow, NamedView } from './views.ts';

/** Why a matter is on the day's list: it came in today and nobody did anything, or it is due today and not done. */
export const dayCauses = ['cameIn', 'due'] as const;

export const DayRow = MatterRow.extend({
  causes: z.array(z.enum(dayCauses)).min(1),
  isMine: z.boolean().describe('I have it, or I was its first contact'),
  reason: z
    .object({ text: z.string(), by: NamedView, at: z.iso.datetime() })
    .nullable()
    .describe('why it stays tonight; null while nobody said'),
});
export type DayRow = z.infer<typeof DayRow>;

/** When a body closed its day, and who did it for the body. */
export const DayClosed = z.object({ at: z.iso.datetime(), by: NamedView, stayed: z.number().int() });

export const DayPage = z.object({
  day: z.iso.date(),
  body: z.object({ id: z.uuid(), name: NamedView, isOwn: z.boolean() }),
  rows: z.array(DayRow),
  more: z.boolean().describe('there are more than are listed'),
  overdue: z.number().int().describe('due on an earlier day and still open; their reason stands on their own clocks'),
  closed: DayClosed.nullable(),
});
export type DayPage = z.infer<typeof DayPage>;

export const DayBody = z.object({
  id: z.uuid(),
  name: NamedView,
  open: z.number().int().describe('matters it has or was offered, up to 1,000'),
  closed: DayClosed.nullable(),
});
export type DayBody = z.infer<typeof DayBody>;

/** The day's close (日清): what came in or was due today and stays, each with its reason; a body closes once a day. */
export const dayRoutes = {
  'GET /api/day': route({
    permission: 'matters.read',
    summary: 'What stays tonight with my body, or with another body in my area',
    query: z.object({ body: z.uuid().optional() }),
    reply: DayPage,
  }),
  'POST /api/day/reasons': route({
    permission: 'matters.step',
    summary: 'Say why a matter stays tonight. The same commandId says it once; a later reason stands above the earlier',
    body: z.object({ commandId: z.uuid(), matterId: z.uuid(), text: z.string().max(1000) }),
    reply: z.object({ repeated: z.boolean() }),
  }),
  'POST /api/day/close': route({
    permission: 'matters.step',
    summary: 'Close the day of my body; refused while a matter stays without a reason',
    body: z.object({ commandId: z.uuid() }),
    reply: z.object({ repeated: z.boolean() }),
  }),
  'POST /api/day/open': route({
    permission: 'matters.step',
    summary: 'Open the day of my body again, after it was closed',
    body: z.object({ commandId: z.uuid() }),
    reply: z.object({ repeated: z.boolean() }),
  }),
  'GET /api/day/bodies': route({
    permission: 'figures.read',
    summary: 'Which bodies of my area closed their day, in the order of their areas',
    reply: z.object({ day: z.iso.date(), bodies: z.array(DayBody) }),
  }),
};
