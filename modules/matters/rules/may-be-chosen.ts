import type { Body } from '../../bodies/index.ts';
import type { Field } from '../kit/fields.ts';
import type { Matter } from '../kit/matter.ts';

/** Whether a body is among those that a field lets one choose for this matter (可选单位). */
export const mayBeChosen = (body: Body, field: Field, matter: Matter): boolean =>
  field.kind === 'body' &&
  field.of.includes(body.kind) &&
  (field.within === 'district' || body.areaCode.startsWith(matter.areaCode.slice(0, 9)));
