import { amendProcedure, choice, text } from '../../matters/index.ts';
import { residentRequestV1 } from './resident-request-v1.ts';

/**
 * What was decided later for requests that still run out under version 1 (补充规定): neighbours who joined in are asked whether it is
 * solved. Version 1 knows no second check, so that a "no" is kept beside the answer and told to those who answer for it.
 *
 * Source: decision 0008.
 */
export const residentRequestV1Neighbours = amendProcedure(residentRequestV1, {
  amendedOn: '2026-11-26',
  roles: { supporter: { zh: '附议的邻居', en: 'the neighbours who joined in', is: 'supporter' } },
  steps: {
    neighbourSays: {
      zh: '邻居说解决没有',
      en: 'A neighbour says whether it is solved',
      from: ['answered', 'settled'],
      by: ['supporter'],
      to: 'same',
      asks: {
        solved: choice(
          { zh: '您看解决了吗', en: 'Is it solved, as you see it?' },
          { yes: { zh: '解决了', en: 'Yes' }, no: { zh: '没有解决', en: 'No' } },
        ),
        words: text({ zh: '想说的话', en: 'In your words' }, { min: 2, max: 500, optional: true, visible: 'internal' }),
      },
      tells: ['handler', 'firstContact'],
      says: { zh: '一位附议的邻居说了自己的看法。', en: 'A neighbour who joined in said how they see it.' },
    },
  },
});
