/** Names under which lists and matters are kept in the browser; a step makes all of them old. */
export const cache = {
  all: ['matters'],
  queues: ['matters', 'queues'],
  live: ['live'],
  views: ['views'],
  lookers: (id: string) => ['lookers', id],
  list: (search: object) => ['matters', 'list', search],
  matter: (id: string) => ['matters', 'one', id],
  bodies: (id: string, step: string) => ['matters', 'bodies', id, step],
  notes: (id: string) => ['notes', id],
  assigning: (id: string) => ['matters', 'assigning', id],
  day: (body: string) => ['day', body],
  dayBodies: ['day', 'bodies', 'all'],
  answers: (id: string) => ['matters', 'answers', id],
  procedures: ['procedures'],
  procedure: (id: string) => ['procedures', id],
} as const;

/** Others work on the same matters: a page left open looks again. */
export const LOOK_AGAIN_MS = 60_000;
