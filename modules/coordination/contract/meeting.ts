import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { attendances, itemCauses, itemOutcomes, meetingTiers, rhythms } from './meeting-lists.ts';

const Named = z.object({ zh: z.string(), en: z.string() });
const Day = z.iso.date();
const One = z.object({ id: z.uuid() });
const Item = z.object({ id: z.uuid(), item: z.uuid() });

/** How what was decided stands now, in words that everybody at the meeting may read. */
const Standing = z.object({
  state: Named,
  stage: z.enum(['open', 'waiting', 'final']),
  outcome: z.string().nullable(),
  missed: z.number().int(),
});

export const ItemView = z.object({
  id: z.uuid(),
  topic: z.string(),
  cause: z.enum(itemCauses),
  reason: z.string(),
  /** The matter it is about; its id and title only where the reader may open it. */
  matter: z.object({ number: z.string(), id: z.uuid().nullable(), title: z.string().nullable() }).nullable(),
  addedBy: Named,
  outcome: z.enum(itemOutcomes).nullable(),
  outcomeReason: z.string().nullable(),
  to: Named.nullable(),
  dueOn: Day.nullable(),
  /** Whether I may strike it now. */
  mayStrike: z.boolean(),
  /** What was opened by the decision; the id only where the reader may open it. */
  opened: z.object({ number: z.string(), id: z.uuid().nullable(), standing: Standing.nullable() }).nullable(),
});
export type ItemView = z.infer<typeof ItemView>;

export const SeatView = z.object({
  bodyId: z.uuid(),
  body: Named,
  came: z.enum(attendances).nullable(),
  who: z.string(),
});
export type SeatView = z.infer<typeof SeatView>;

export const MeetingRow = z.object({
  id: z.uuid(),
  area: Named,
  tier: z.enum(meetingTiers),
  rhythm: z.enum(rhythms),
  heldOn: Day,
  place: z.string(),
  concludedAt: z.iso.datetime().nullable(),
  items: z.number().int(),
  here: z.number().int(),
  up: z.number().int(),
  struck: z.number().int(),
});
export type MeetingRow = z.infer<typeof MeetingRow>;

export const MeetingView = MeetingRow.extend({
  /** Who presided and concluded it, for the minutes. */
  concludedBy: Named.nullable(),
  agenda: z.array(ItemView),
  seats: z.array(SeatView),
  /** What became of the decisions of the meeting before (上次决定落实情况). */
  before: z.object({ id: z.uuid(), heldOn: Day, items: z.array(ItemView) }).nullable(),
  mayPropose: z.boolean(),
  mayHold: z.boolean(),
  /** Whether an item may be escalated from here. */
  goesUp: z.boolean(),
  /** Why it cannot be concluded yet. */
  notYet: Named.nullable(),
});
export type MeetingView = z.infer<typeof MeetingView>;

export const ProposalView = z.object({
  matterId: z.uuid(),
  number: z.string(),
  title: z.string(),
  place: z.string(),
  cause: z.enum(itemCauses),
  /** How often it came, how many days it is late, how often it was reopened. */
  count: z.number().int(),
});
export type ProposalView = z.infer<typeof ProposalView>;

/** Longer than any rule allows, so that the rule itself says what is too long. */
const Typed = z.string().max(10_000);

export const meetingRoutes = {
  'GET /api/meetings': route({
    permission: 'meetings.read',
    summary: 'Joint and dispatch meetings in my reach, the newest first, 20 at a time',
    query: z.object({ after: z.string().max(200).optional() }),
    reply: z.object({
      meetings: z.array(MeetingRow),
      next: z.string().nullable(),
      today: Day,
      mayConvene: z.boolean().describe('the next meeting of my own area'),
      notYet: Named.nullable().describe('why who convenes cannot do so now'),
    }),
  }),
  'POST /api/meetings': route({
    permission: 'meetings.hold',
    summary: 'Convene the next joint meeting of my sub-district, or the next dispatch meeting of the district',
    body: z.object({ commandId: z.uuid(), rhythm: z.enum(rhythms), heldOn: Day.or(z.literal('')), place: Typed }),
    reply: One,
  }),
  'GET /api/meetings/:id': route({
    permission: 'meetings.read',
    summary: 'One joint meeting: agenda, who came, decisions, what became of the last ones',
    params: One,
    reply: MeetingView,
  }),
  'GET /api/meetings/:id/proposals': route({
    permission: 'meetings.read',
    summary:
      'What the agenda proposes itself: repeats, overdue, escalated, not solved; what is on it already is left out',
    params: One,
    reply: z.object({ proposals: z.array(ProposalView), threshold: z.number().int() }),
  }),
  'GET /api/meetings/:id/bodies': route({
    permission: 'meetings.hold',
    summary: 'Whom a decision can go to: who solves it here, and to whom it can be escalated',
    params: One,
    reply: z.object({
      here: z.array(z.object({ id: z.uuid(), name: Named })),
      up: z.array(z.object({ id: z.uuid(), name: Named })),
    }),
  }),
  'POST /api/meetings/:id/items': route({
    permission: 'meetings.propose',
    summary: 'Put something on the agenda, with a reason',
    params: One,
    body: z.object({
      commandId: z.uuid(),
      matter: z.string().max(60).describe('number of a matter; empty for a topic'),
      topic: Typed,
      cause: z.enum(itemCauses),
      reason: Typed,
    }),
    reply: One,
  }),
  'POST /api/meetings/:id/items/:item/strike': route({
    permission: 'meetings.propose',
    summary: 'Strike an item off the agenda, with a reason; whoever put it on, or the convener',
    params: Item,
    body: z.object({ commandId: z.uuid(), reason: Typed }),
    reply: z.object({}),
  }),
  'POST /api/meetings/:id/items/:item/here': route({
    permission: 'meetings.hold',
    summary: 'Solved here: opens a tracked matter for a body, with a day',
    params: Item,
    body: z.object({ commandId: z.uuid(), what: Typed, bodyId: z.uuid().nullable(), dueOn: z.string().max(20) }),
    reply: z.object({ number: z.string() }),
  }),
  'POST /api/meetings/:id/items/:item/up': route({
    permission: 'meetings.hold',
    summary: 'Escalated: opens an escalation to a named body, with what was tried and why it is beyond us',
    params: Item,
    body: z.object({
      commandId: z.uuid(),
      bodyId: z.uuid().nullable(),
      tried: Typed,
      beyond: z.string().max(40),
      why: Typed,
    }),
    reply: z.object({ number: z.string() }),
  }),
  'POST /api/meetings/:id/attendance': route({
    permission: 'meetings.hold',
    summary: 'Note who came; said again, the last word holds until the meeting is concluded',
    params: One,
    body: z.object({
      seats: z.array(z.object({ bodyId: z.uuid(), came: z.enum(attendances), who: z.string().max(1000) })).max(300),
    }),
    reply: z.object({}),
  }),
  'POST /api/meetings/:id/conclude': route({
    permission: 'meetings.hold',
    summary: 'Conclude the meeting: every item has its outcome, and who came is noted',
    params: One,
    reply: z.object({}),
  }),
};
