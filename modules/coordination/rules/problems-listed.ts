import { allowed, denied, type Guard } from '../../matters/index.ts';

/**
 * At least one problem was listed (已排出问题): a round that found nothing is called off, with the reason.
 *
 * @returns allowed, or denied with `screening.nothing_listed`
 */
export const problemsListed: Guard = {
  name: 'problemsListed',
  mayBegin: ({ matter }) =>
    matter.clocks.some(({ clock, ending }) => clock === 'listing' && ending === 'met')
      ? allowed
      : denied('screening.nothing_listed'),
};
