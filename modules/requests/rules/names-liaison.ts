import { allowed, denied, type Guard, type Matter } from '../../matters/index.ts';

/** Bodies to which a community escalates: who takes it there is named, with a way to reach them. */
const ABOVE: readonly string[] = ['taskGroup', 'districtCentre'];

const isAskedAbove = ({ state, offer }: Pick<Matter, 'state' | 'offer'>): boolean =>
  state === 'offered' && offer !== null && ABOVE.includes(offer.to.kind);

/**
 * What went up is taken by naming who follows it (专人对接), not by a bare acceptance.
 *
 * Refuses with `request.name_liaison`.
 * @source catalogue S13
 */
export const liaisonIsNotAsked: Guard = {
  name: 'liaisonIsNotAsked',
  mayBegin: ({ matter }) => (isAskedAbove(matter) ? denied('request.name_liaison') : allowed),
};

/** Refuses with `request.no_liaison_needed`: nothing was passed up; it is accepted as it is. */
export const liaisonIsAsked: Guard = {
  name: 'liaisonIsAsked',
  mayBegin: ({ matter }) => (isAskedAbove(matter) ? allowed : denied('request.no_liaison_needed')),
};
