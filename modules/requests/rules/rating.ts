import { allowed, denied, type Condition, type Facts, type Guard } from '../../matters/index.ts';

/** From this mark on a rating is good (基本满意及以上). */
export const GOOD_RATING = 3;

/** Good: said to be solved, at least in part, and at least basically satisfied. */
const isGood = ({ input }: Facts): boolean => input['solved'] !== 'no' && Number(input['rating']) >= GOOD_RATING;

export const goodRating: Condition = {
  name: 'goodRating',
  zh: '满意',
  en: 'satisfied',
  holds: isGood,
};

/**
 * A bad rating needs a word of what is wrong (不满意须说明), so that the work that begins again knows what to do.
 *
 * Refuses with `request.bad_rating_needs_words`.
 */
export const badRatingSaysWhy: Guard = {
  name: 'badRatingSaysWhy',
  checksInput: (facts) => (isGood(facts) || facts.input['words'] ? allowed : denied('request.bad_rating_needs_words')),
};
