import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';

const Named = z.object({ zh: z.string(), en: z.string() });
const Typed = z.string().max(2000);

/** A day on which a leader receives, as everybody may read it: when, where, and which times are free. */
export const ReceptionDay = z.object({
  id: z.uuid(),
  area: Named,
  leader: z.string(),
  heldOn: z.iso.date(),
  place: z.string(),
  slots: z.array(z.object({ slot: z.number().int(), at: z.string(), free: z.boolean() })),
});
export type ReceptionDay = z.infer<typeof ReceptionDay>;

/** One's own booking, shown to who has its number and code. */
export type OwnBooking = {
  readonly number: string;
  readonly topic: string;
  readonly leader: string;
  readonly heldOn: string;
  readonly at: string;
  readonly place: string;
  readonly isCancelled: boolean;
  readonly isOver: boolean;
  /** What became of the visit, in the words of its procedure. */
  readonly standing: {
    readonly number: string;
    readonly plain: z.infer<typeof Named>;
    readonly body: z.infer<typeof Named>;
    /** ISO instant by which there is to be an answer; null: none is owed. */
    readonly answerBy: string | null;
    /** What the body answered; only once the visitor was told. */
    readonly result: readonly string[];
  } | null;
};

const Booking = z.object({
  id: z.uuid(),
  number: z.string(),
  at: z.string(),
  topic: z.string(),
  cancelled: z.boolean(),
  matter: z.object({ id: z.uuid(), number: z.string() }).nullable(),
});

export const receptionRoutes = {
  'GET /api/receptions': route({
    permission: 'reception.hold',
    summary: 'Reception days in my reach with their bookings: those to come, and the last thirty days',
    reply: z.object({
      days: z.array(
        ReceptionDay.extend({
          bookings: z.array(Booking),
          mine: z.boolean(),
          notYet: Named.nullable().describe('why nobody can have come yet'),
        }),
      ),
      today: z.iso.date(),
      bodies: z.array(z.object({ id: z.uuid(), name: Named })),
    }),
  }),
  'POST /api/receptions': route({
    permission: 'reception.hold',
    summary: 'Announce a reception day, which the public can book from then on',
    body: z.object({
      commandId: z.uuid(),
      leader: Typed,
      heldOn: z.iso.date(),
      begins: Typed,
      slotMinutes: z.number(),
      slots: z.number(),
      place: Typed,
    }),
    reply: z.object({}),
  }),
  'POST /api/bookings/:id/visit': route({
    permission: 'reception.hold',
    summary: 'The visitor came: what the leader said becomes a matter for a body',
    params: z.object({ id: z.uuid() }),
    body: z.object({ commandId: z.uuid(), said: Typed, bodyId: z.uuid().nullable() }),
    reply: z.object({ id: z.uuid(), number: z.string() }),
  }),
};
