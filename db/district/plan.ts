import { z } from 'zod';
import { bodyKinds, linkKinds, postKinds, tenures } from '../../modules/bodies/index.ts';

const name = z.string().trim().min(1).max(60);
const key = z.string().regex(/^[\w.-]{1,60}$/);
const areaCode = z
  .string()
  .regex(/^[1-9][0-9]*$/)
  .refine((code) => [6, 9, 12, 15].includes(code.length));
const day = z.iso.date();
const isTimeZone = (text: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
/** Pinyin is some four times as long as the name. */
const names = { nameZh: name, nameEn: z.string().trim().min(1).max(240) };

/** What a district (区) is set up from; told in docs/how-to/set-up-a-district.md. */
export const districtPlan = z.strictObject({
  district: z.strictObject({
    code: z.int().min(100_000).max(999_999),
    ...names,
    timeZone: z.string().refine(isTimeZone).default('Asia/Shanghai'),
    foundedOn: day,
  }),
  areas: z.array(
    z.strictObject({ code: areaCode, ...names, addresses: z.array(name).default([]), foundedOn: day.optional() }),
  ),
  bodies: z.array(
    z.strictObject({
      key,
      kind: z.enum(bodyKinds),
      ...names,
      area: areaCode,
      phonePublic: z.string().min(3).max(30).nullable().default(null),
      duties: z.array(key).default([]),
    }),
  ),
  links: z.array(z.strictObject({ from: key, kind: z.enum(linkKinds), to: key })).default([]),
  posts: z.array(
    z.strictObject({
      key,
      body: key,
      kind: z.enum(postKinds),
      ...names,
      area: areaCode,
      isHead: z.boolean().default(false),
      tenure: z.enum(tenures).default('appointed'),
      phonePublic: z.string().min(3).max(30).nullable().default(null),
      duty: z.string().min(1).max(200).nullable().default(null),
    }),
  ),
  people: z.array(
    z.strictObject({
      login: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,39}$/),
      ...names,
      posts: z.array(z.strictObject({ post: key, fromOn: day, toOn: day.nullable().default(null) })),
    }),
  ),
});

export type DistrictPlan = z.output<typeof districtPlan>;
