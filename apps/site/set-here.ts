import type { ClockView } from './deps.ts';
import type { Visit } from './visit.ts';

/** A limit that the district set otherwise (本区设定): how long, since when, by which paper, and who set it. */
export function saySetHere(
  { say, name }: Visit,
  { limit, since, source, by }: NonNullable<ClockView['setHere']>,
): string {
  const words = { limit: name(limit), since, source };
  return by ? say('clock.setHereBy', { ...words, by: name(by) }) : say('clock.setHere', words);
}
