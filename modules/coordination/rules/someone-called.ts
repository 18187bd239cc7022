import { allowed, denied, type Guard } from '../../matters/index.ts';

/**
 * At least one department was called (已叫到部门): a whistle that nobody heard is withdrawn, not settled.
 *
 * @returns allowed, or denied with `whistle.nobody_called`
 */
export const someoneCalled: Guard = {
  name: 'someoneCalled',
  mayBegin: ({ matter }) =>
    matter.clocks.some(({ clock, ending }) => clock === 'calling' && ending === 'met')
      ? allowed
      : denied('whistle.nobody_called'),
};
