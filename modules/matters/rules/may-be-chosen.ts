import { kindsMeant, type Body } from '../../bodies/index.ts';
import type { Field } from '../kit/fields.ts';
import type { Matter } from '../kit/matter.ts';

/** Whether a body is among those that a field lets one address from an area (可选单位). */
export const mayBeAddressed = (body: Body, field: Field, areaCode: string): boolean =>
  field.kind === 'body' &&
  kindsMeant(field.of).includes(body.kind) &&
  (field.within === 'district' || body.areaCode.startsWith(areaCode.slice(0, 9)));

/** Whether a body is among those that a field lets one choose for this matter (可选单位). */
export const mayBeChosen = (body: Body, field: Field, matter: Matter): boolean =>
  mayBeAddressed(body, field, matter.areaCode);
