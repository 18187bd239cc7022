import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { Statement } from './listening.ts';

const Named = z.object({ zh: z.string(), en: z.string() });
const Instant = z.iso.datetime();
const Line = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: Named,
  body: Named,
  openedAt: Instant,
  dueAt: Instant.nullable(),
  late: z.boolean(),
});

/** How long something has been open, in years (拖了多久). */
export const ages = ['underOne', 'one', 'three', 'five', 'ten'] as const;
export type Age = (typeof ages)[number];

/** At which tier a request was answered as solved (解决层级). */
export const tiers = ['community', 'subdistrict', 'district', 'company'] as const;

const Minutes = z.number().int().nullable();

const DeskView = z.object({
  /** Urgent signals that are not answered, the most urgent first, and how quickly those of the last days were seen, known and answered: the middle one of each, in minutes. */
  signals: z.object({
    open: z.array(Line.extend({ community: Named.nullable() })),
    sent: z.number().int(),
    seenToSent: Minutes,
    sentToTaken: Minutes,
    sentToAnswered: Minutes,
  }),
  /** What was escalated and is not settled, the most urgent first; `liaison` is who follows it. */
  escalations: z.array(Line.extend({ liaison: z.string().nullable(), community: Named.nullable() })),
  tiers: z.array(z.object({ tier: z.enum(tiers), solved: z.number().int() })),
  /** Escalations that ended: with a solution, or sent back with advice. */
  ended: z.object({ solved: z.number().int(), returned: z.number().int() }),
  backlog: z.array(Line.extend({ leader: z.string().nullable(), age: z.enum(ages) })),
  ages: z.array(z.object({ age: z.enum(ages), count: z.number().int() })),
  /** Targets that are open: of how many parts, how many are done, and of how many it was said why not; counted, never reported. */
  targets: z.array(
    Line.extend({
      parts: z.number().int(),
      done: z.number().int(),
      explained: z.number().int(),
      late: z.boolean(),
      /** The supervision orders about it, for whoever may issue one and so sees them all; null for everybody else. */
      inspections: z.array(z.object({ id: z.uuid(), number: z.string() })).nullable(),
    }),
  ),
  /** Listening sessions that are open, with all that was said at each. */
  sessions: z.array(
    Line.extend({
      community: Named.nullable(),
      heldOn: z.iso.date(),
      people: z.number().int(),
      statements: z.array(Statement),
    }),
  ),
  bulletins: z.array(z.object({ id: z.uuid(), number: z.string(), body: Named, at: Instant, text: z.string() })),
  days: z.number().int(),
  opens: z.array(z.object({ id: z.string(), name: Named })),
});
export type DeskView = z.infer<typeof DeskView>;

export const coordinationRoutes = {
  'GET /api/coordination': route({
    permission: 'matters.read',
    summary: 'The coordination desk in my reach: escalations, tiers, backlog with its ages, bulletins of 90 days',
    reply: DeskView,
  }),
  'GET /api/listening-sessions/:id': route({
    permission: 'matters.read',
    summary: 'What was said at a listening session, what each became, and which have no reply yet',
    params: z.object({ id: z.uuid() }),
    reply: z.object({ mayRaise: z.boolean().describe('more can be added to it'), statements: z.array(Statement) }),
  }),
  'GET /api/advice': route({
    permission: 'matters.search',
    summary: 'Answers of escalations that other communities can use, by words, the newest first, at most 20',
    query: z.object({ words: z.string().max(100).default('') }),
    reply: z.object({
      advice: z.array(z.object({ question: z.string(), advice: z.string(), body: Named, at: Instant })),
    }),
  }),
};
