import { defineProcedure } from '../../matters/index.ts';
import { petitionV1 } from './petition-v1.ts';

const { steps } = petitionV1;

/** Hearing time is not counted (信访工作条例), so that without a number it could be held off for ever. */
const HEARINGS = 2;

/**
 * Petition (信访), version 2: as version 1, but each hearing is held at most twice, because the time of it is not counted
 * and hearing upon hearing would put the opinion off for ever.
 */
export const petition = defineProcedure({
  ...petitionV1,
  version: 2,
  holdsFrom: '2026-11-26',
  steps: {
    ...steps,
    openHearing: { ...steps.openHearing, times: HEARINGS },
    openRereviewHearing: { ...steps.openRereviewHearing, times: HEARINGS },
  },
});
