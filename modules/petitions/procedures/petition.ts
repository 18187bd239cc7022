import { defineProcedure, text } from '../../matters/index.ts';
import { petitionV1 } from './petition-v1.ts';

const { steps } = petitionV1;

/** Hearing time is not counted (信访工作条例), so that without a number it could be held off for ever. */
const HEARINGS = 2;

const { accept, redirect } = steps;
const told = { zh: '书面告知的内容', en: 'What the petitioner was told in writing' };

/**
 * Petition (信访), version 2: as version 1, but the district may word how what is told in writing begins, and each hearing is held at most twice, because the time of it is not counted
 * and hearing upon hearing would put the opinion off for ever.
 */
export const petition = defineProcedure({
  ...petitionV1,
  version: 2,
  holdsFrom: '2026-11-01',
  steps: {
    ...steps,
    accept: {
      ...accept,
      asks: {
        notice: text(
          { zh: `${told.zh}：谁办、途径和程序`, en: `${told.en}: who handles it, and how` },
          { min: 10, max: 1000, districtWords: true },
        ),
      },
    },
    redirect: {
      ...redirect,
      asks: { ...redirect.asks, reply: text(told, { min: 10, max: 1000, districtWords: true }) },
    },
    openHearing: { ...steps.openHearing, times: HEARINGS },
    openRereviewHearing: { ...steps.openRereviewHearing, times: HEARINGS },
  },
});
