import type { QueueName } from '../contract/views.ts';

/** What the queue page shows, as the address says it: `/?queue=overdue&words=路灯`. */
export type QueueSearch = {
  readonly queue?: QueueName;
  readonly words?: string;
  readonly state?: string;
  readonly community?: string;
};

const names: Readonly<Record<QueueName, true>> = {
  askedOfMe: true,
  returned: true,
  toAccept: true,
  toSign: true,
  toDecide: true,
  toCheck: true,
  toVisit: true,
  onBooks: true,
  dueToday: true,
  overdue: true,
  handling: true,
  firstContact: true,
  awaiting: true,
  watched: true,
  open: true,
  newest: true,
};
const isQueue = (value: unknown): value is QueueName => typeof value === 'string' && Object.hasOwn(names, value);

/** Reads the address; what it does not know it leaves out. A search made only of digits may arrive as a number. */
export function readQueueSearch(search: Record<string, unknown>): QueueSearch {
  const text = (name: string) => {
    const value = search[name];
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? { [name]: String(value) } : {};
  };
  return {
    ...(isQueue(search['queue']) ? { queue: search['queue'] } : {}),
    ...text('words'),
    ...text('state'),
    ...text('community'),
  };
}

/** The queue an address means: what is open, unless words are sought, which may stand in something long settled. */
export const queueOf = ({ queue, words }: QueueSearch): QueueName => queue ?? (words === undefined ? 'open' : 'newest');
