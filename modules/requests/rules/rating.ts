import { allowed, denied, type Condition, type Facts, type Guard } from '../../matters/index.ts';

/** From this mark on a rating is good (基本满意及以上). */
export const GOOD_RATING = 3;

/** Good: said to be solved, at least in part, and at least basically satisfied. */
const isGood = ({ input }: Facts): boolean => input['solved'] !== 'no' && Number(input['rating']) >= GOOD_RATING;

/** What is not right, as people say it; `other` needs words. */
export const whyUnhappy = {
  notSolved: { zh: '问题还在', en: 'The problem is still there' },
  tooSlow: { zh: '太慢了', en: 'It took too long' },
  noContact: { zh: '没人联系我', en: 'Nobody contacted me' },
  unclear: { zh: '答复看不懂', en: 'I do not understand the answer' },
  manner: { zh: '态度不好', en: 'The manner was not right' },
  other: { zh: '其他（请写一句）', en: 'Something else (please write a word)' },
} as const;

/**
 * A bad rating names what is not right (不满意原因), so that the work that begins again knows what to do.
 *
 * Refuses with `request.bad_rating_needs_reason`; for `other` without words with `request.bad_rating_needs_words`.
 */
export const badRatingHasReason: Guard = {
  name: 'badRatingHasReason',
  checksInput: (facts) => {
    if (isGood(facts)) return allowed;
    const { why, words } = facts.input;
    if (!why) return denied('request.bad_rating_needs_reason');
    return why === 'other' && !words ? denied('request.bad_rating_needs_words') : allowed;
  },
};

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
