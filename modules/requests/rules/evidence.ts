import { allowed, denied, type Guard } from '../../matters/index.ts';

/**
 * "Solved" needs something that shows it (办结凭证): a photo of the result or a note of who confirmed it.
 *
 * Refuses with `request.solved_needs_evidence`.
 */
export const solvedHasEvidence: Guard = {
  name: 'solvedHasEvidence',
  checksInput: ({ input }) => {
    const photos = input['evidence'];
    const shown = (Array.isArray(photos) && photos.length > 0) || Boolean(input['evidenceNote']);
    return shown ? allowed : denied('request.solved_needs_evidence');
  },
};
