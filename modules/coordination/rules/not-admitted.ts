import { denied, type Guard } from '../../matters/index.ts';

/**
 * What goes to a community has to be on the list of what may (准入), lawful and paid for. There is no such list in this
 * program yet, so that nothing is: it stays with the sub-district, which does it or answers why not.
 *
 * Refuses with `task.no_admission`, always.
 * @source catalogue S123 (budget/access check before it reaches communities), house rule 3 of design.md
 */
export const isAdmitted: Guard = { name: 'isAdmitted', mayBegin: () => denied('task.no_admission') };
