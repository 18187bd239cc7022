import { defineProcedure } from '../../matters/index.ts';
import { onlineConcern } from './online-concern.ts';

const { roles, opening, steps, clocks } = onlineConcern;
const { answering } = clocks;

/**
 * A concern seen online (网上关切), version 2: the information officer (信息员) of the unit concerned is told by post when it is
 * handed over and before the 24 hours end, so that somebody sees to it. Anybody of the unit may check and draft, as before.
 *
 * Source: catalogue S184 (各乡镇和各部门安排专门的信息员), S183.
 */
export const onlineConcern2 = defineProcedure({
  ...onlineConcern,
  version: 2,
  holdsFrom: '2026-11-26',
  roles: {
    ...roles,
    officer: { zh: '当事单位信息员', en: 'its information officer', is: 'holder', posts: ['informationOfficer'] },
  },

  opening: { ...opening, tells: ['officer'] },
  steps: {
    ...steps,
    name: { ...steps.name, tells: ['responder', 'officer'] },
    sendBack: { ...steps.sendBack, tells: ['responder', 'officer'] },
    publish: { ...steps.publish, tells: ['raiser', 'monitor', 'responder', 'officer'] },
  },
  clocks: {
    ...clocks,
    answering: { ...answering, whenNear: { remind: ['responder', 'responderHead', 'officer'] } },
  },
});
