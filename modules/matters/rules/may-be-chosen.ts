import { committeeKinds, kindsMeant, type Body } from '../../bodies/index.ts';
import type { Field } from '../kit/fields.ts';
import type { Matter } from '../kit/matter.ts';

/** Whether a body is among those that a field lets one address from an area (可选单位). */
export const mayBeAddressed = (body: Body, field: Field, areaCode: string): boolean =>
  field.kind === 'body' &&
  kindsMeant(field.of).includes(body.kind) &&
  isWithinFence(body, field, areaCode) &&
  (field.within === 'district' || body.areaCode.startsWith(areaCode.slice(0, 9)));

/** A committee is asked by its own community alone, where the field says so. */
const isWithinFence = (body: Body, field: Extract<Field, { kind: 'body' }>, areaCode: string): boolean =>
  !field.ownCommittee || !isCommittee(body) || body.areaCode === areaCode.slice(0, 12);

export const isCommittee = ({ kind }: Pick<Body, 'kind'>): boolean => committeeKinds.some((one) => one === kind);

/** Whether a body is among those that a field lets one choose for this matter (可选单位). */
export const mayBeChosen = (body: Body, field: Field, matter: Matter): boolean =>
  mayBeAddressed(body, field, matter.areaCode);
