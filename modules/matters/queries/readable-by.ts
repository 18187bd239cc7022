import type { Actor } from '../../../platform/work.ts';
import type { Timeline } from '../store/timeline-store.ts';

/** A timeline as somebody may read it: what the offices write for themselves is for workers alone. */
export const readableBy = (actor: Actor, timeline: Timeline): Timeline =>
  actor.kind === 'worker' ? timeline : { ...timeline, words: timeline.words.filter((w) => w.visible !== 'internal') };
