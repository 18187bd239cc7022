import { allowed, denied, type Guard, type Matter } from '../../matters/index.ts';

/** From so many people on, whoever asked included, a request touches many (涉及多人). The number is this program's choice. */
export const MANY_PEOPLE = 5;

/** Name of the step by which everybody is answered; how often it was taken stands in the matter. */
export const PUBLIC_ANSWER = 'answerPublicly';

/** How many people a request touches, as far as they said so: who asked, and who joined in or was merged. */
export const countPeople = ({ supporters }: Pick<Matter, 'supporters'>): number => supporters + 1;

/**
 * A request that touches many residents gets no answer before everybody was answered (涉及多人先公开答复).
 *
 * Refuses with `request.needs_public_answer`. A reopening begins the count anew: what was said before was not enough.
 * @source catalogue S182
 */
export const everybodyIsAnswered: Guard = {
  name: 'everybodyIsAnswered',
  mayBegin: ({ matter }) =>
    countPeople(matter) < MANY_PEOPLE || (matter.taken[PUBLIC_ANSWER] ?? 0) > 0
      ? allowed
      : denied('request.needs_public_answer', { people: countPeople(matter), many: MANY_PEOPLE }),
};
