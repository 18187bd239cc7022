/** How many minutes before it was sent an urgent signal was seen (发现多久才报), as whoever sent it said; choosing is quicker than typing a time. */
export const seenMinutes = {
  now: { zh: '刚刚', en: 'Just now' },
  min15: { zh: '约 15 分钟前', en: 'About 15 minutes ago' },
  min30: { zh: '约半小时前', en: 'About half an hour ago' },
  min60: { zh: '约 1 小时前', en: 'About an hour ago' },
  min120: { zh: '2 小时前或更早', en: 'Two hours ago or more' },
} as const;

const MINUTES: Readonly<Record<keyof typeof seenMinutes, number>> = {
  now: 0,
  min15: 15,
  min30: 30,
  min60: 60,
  min120: 120,
};

/** What was chosen, in minutes; undefined for anything else. */
export const minutesOf = (seen: string | null): number | undefined =>
  seen !== null && Object.hasOwn(MINUTES, seen) ? MINUTES[seen as keyof typeof seenMinutes] : undefined;

/** The instants of one signal: how long before it was sent it was seen, in minutes; and when it was sent, taken and answered. */
export type SignalTimes = {
  readonly seen: string | null;
  readonly sentAt: Date;
  readonly takenAt: Date | null;
  readonly answeredAt: Date | null;
};

/** The middle one of each interval (中位数), in whole minutes; null where there is none yet. */
export type SignalMedians = {
  readonly seenToSent: number | null;
  readonly sentToTaken: number | null;
  readonly sentToAnswered: number | null;
};

/** Sums up how quickly signals are seen, known and answered (三个第一时间), each by its middle one: a single night does not move it. */
export function sumSignals(signals: readonly SignalTimes[]): SignalMedians {
  const after = ({ sentAt }: SignalTimes, at: Date | null) =>
    at === null ? undefined : (at.getTime() - sentAt.getTime()) / 60_000;
  return {
    seenToSent: median(signals.map(({ seen }) => minutesOf(seen))),
    sentToTaken: median(signals.map((one) => after(one, one.takenAt))),
    sentToAnswered: median(signals.map((one) => after(one, one.answeredAt))),
  };
}

function median(values: readonly (number | undefined)[]): number | null {
  const sorted = values.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
