import { defineProcedure, text } from '../../matters/index.ts';
import { everyDemandMet } from '../rules/every-demand-met.ts';
import { groupPetitionV1 } from './group-petition-v1.ts';

const { settle } = groupPetitionV1.steps;

/**
 * Group petition (群体诉求), version 2: whether every demand was met is computed from the demands and chosen by nobody.
 *
 * Source: catalogue S42 (list of demands each answered), S35.
 */
export const groupPetition = defineProcedure({
  ...groupPetitionV1,
  version: 2,
  holdsFrom: '2026-12-01',
  steps: {
    ...groupPetitionV1.steps,
    settle: {
      ...settle,
      to: [
        {
          when: everyDemandMet,
          to: 'settled',
          concludes: 'solved',
          says: {
            zh: '{{body}}负责人{{actor}}：每一条都办到了，已当面说明。',
            en: '{{actor}}, head of {{body}}: every demand was met and explained.',
          },
        },
        { otherwise: { zh: '有办不到的', en: 'some cannot be met' }, to: 'settled', concludes: 'explained' },
      ],
      asks: {
        told: text(
          {
            zh: '怎么当面说的，公开的结果（不写人名）',
            en: 'How it was told, and the result for everybody (no names)',
          },
          { min: 10, max: 2000, visible: 'public' },
        ),
      },
    },
  },
});
