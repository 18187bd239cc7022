import { allowed, denied, type Guard } from '../../matters/index.ts';
import { maskText } from '../../requests/index.ts';

const maskedName = /\p{Script=Han}(?:[*＊×]{1,3}|某)/u;

/**
 * A posting names the household by a masked name (隐名公示) and holds nothing that tells who it is.
 *
 * Refuses with `determination.posting_names_nobody` or `determination.posting_shows_person`.
 */
export const postingIsMasked: Guard = {
  name: 'postingIsMasked',
  checksInput: ({ input }) => {
    const posting = String(input['posting'] ?? '');
    if (!maskedName.test(posting)) return denied('determination.posting_names_nobody');
    return maskText(posting) === posting ? allowed : denied('determination.posting_shows_person');
  },
};
