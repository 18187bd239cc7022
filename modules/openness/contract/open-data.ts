/** A column of an open file: its name, its type in the Table Schema, and what it means in both languages. */
export type Column = { readonly name: string; readonly type: 'string' | 'number' | 'integer' | 'datetime' };

/** What is told of each request; the words of each column stand in `words` under `columns`. */
export const requestColumns: readonly Column[] = [
  { name: 'number', type: 'string' },
  { name: 'category', type: 'string' },
  { name: 'category_name', type: 'string' },
  { name: 'community_code', type: 'string' },
  { name: 'community', type: 'string' },
  { name: 'subdistrict', type: 'string' },
  { name: 'raised_at', type: 'datetime' },
  { name: 'answered_at', type: 'datetime' },
  { name: 'updated_at', type: 'datetime' },
  { name: 'due_at', type: 'datetime' },
  { name: 'stage', type: 'string' },
  { name: 'state', type: 'string' },
  { name: 'outcome', type: 'string' },
  { name: 'title', type: 'string' },
  { name: 'words', type: 'string' },
  { name: 'answer', type: 'string' },
  { name: 'rating', type: 'integer' },
  { name: 'lat', type: 'number' },
  { name: 'long', type: 'number' },
];

export const outcomes = [
  'solved',
  'explained',
  'keptOnBooks',
  'notOurs',
  'withdrawn',
  'duplicate',
  'merged',
  'joined',
  'answered',
] as const;
export type OutcomeName = (typeof outcomes)[number];

/** Counts of one group of requests: all, and those of them that everyone may read. */
export type Count = { readonly n: number; readonly shown: number };

/** The figures of an area and period (社区数字); each is counted from the rows, never typed. */
export type Figures = {
  readonly received: Count;
  /** Without an outcome yet. */
  readonly open: Count;
  /** Answered, waiting for the rating of the person who asked. */
  readonly answered: Count;
  readonly settled: Readonly<Record<OutcomeName, Count>>;
  /** Of those answered: within the time in all, pauses not counted, and after it. */
  readonly inTime: number;
  readonly late: number;
  /** How often each mark from 1 to 5 was given last. */
  readonly ratings: readonly [number, number, number, number, number];
  /** Days from raising to the last answer, half take longer; null while nothing was answered. */
  readonly medianDays: number | null;
};
