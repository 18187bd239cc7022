import { amendProcedure } from '../../matters/index.ts';
import { namesNobodyIn } from '../rules/names-nobody.ts';
import { outsideFields } from './outside-fields.ts';
import { residentRequestV2 } from './resident-request-v2.ts';
import { residentRequest } from './resident-request.ts';

/**
 * What was decided later for requests that run under version 2 and 3 (补充规定): whoever has it may ask an outside body, such as
 * the water company, to do something. The matter is not passed on by it: holder, limits and state stay as they are.
 *
 * Sources: catalogue S28 (不得一转了之), decision 0034.
 */
const outside = {
  amendedOn: '2026-11-27',
  roles: {},
  steps: {
    askOutside: {
      zh: '请外单位办理',
      en: 'Ask an outside body',
      from: ['handling', 'onBooks'],
      to: 'same',
      by: ['handler'],
      onlyIf: [namesNobodyIn('task', 'spot')],
      asks: outsideFields,
      opens: {
        procedure: 'outside-task',
        fills: { body: { field: 'body' }, task: { field: 'task' }, spot: { field: 'spot' } },
      },
      tells: ['reporter', 'firstContact'],
      says: {
        zh: '{{body}}请{{target}}来办一件事（{{other}}），结果仍由{{body}}负责。',
        en: '{{body}} asked {{target}} to do something ({{other}}); {{body}} still answers for the result.',
      },
    },
  },
} as const;

export const residentRequestV2Outside = amendProcedure(residentRequestV2, outside);
export const residentRequestOutside = amendProcedure(residentRequest, outside);
