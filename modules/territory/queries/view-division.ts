import type { Division } from '../contract/division.ts';
import { divisionFormOf } from '../rules/division-code.ts';

/** A division of the national list as the API shows it (区划). */
export const viewDivision = ({ code, nationalCode, level, nameZh, nameEn }: Division) => ({
  code,
  nationalCode,
  level,
  form: divisionFormOf(code),
  name: { zh: nameZh, en: nameEn },
});
