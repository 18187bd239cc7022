import { allowed, denied, type Guard } from '../../matters/index.ts';

/**
 * At least one demand was listed (已列诉求): a group petition without any demand has nothing that could be answered.
 *
 * @returns allowed, or denied with `group.no_demand`
 */
export const hasDemands: Guard = {
  name: 'hasDemands',
  mayBegin: ({ matter }) =>
    matter.clocks.some(({ clock, ending }) => clock === 'listing' && ending === 'met')
      ? allowed
      : denied('group.no_demand'),
};
