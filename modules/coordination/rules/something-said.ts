import { allowed, denied, type Guard, type Matter } from '../../matters/index.ts';

/** Whether anything was taken down: the first of it ends the time for taking down. */
const isSaid = ({ clocks }: Matter): boolean =>
  clocks.some(({ clock, ending }) => clock === 'recording' && ending === 'met');

/**
 * At least one thing was taken down (有人说了话): a session at which nobody said anything is called off.
 *
 * @returns allowed, or denied with `listening.nothing_said`
 */
export const somethingSaid: Guard = {
  name: 'somethingSaid',
  mayBegin: ({ matter }) => (isSaid(matter) ? allowed : denied('listening.nothing_said')),
};

/**
 * Nothing was taken down yet (还没有人说话): what somebody said is answered, not called off.
 *
 * @returns allowed, or denied with `listening.something_said`
 */
export const nothingSaid: Guard = {
  name: 'nothingSaid',
  mayBegin: ({ matter }) => (isSaid(matter) ? denied('listening.something_said') : allowed),
};
