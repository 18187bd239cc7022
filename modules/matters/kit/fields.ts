import type { BodyKind } from '../../bodies/index.ts';
import type { Named } from './named.ts';

/** Who may read what was written: everyone (masked), the reporter and the offices, or the offices alone. */
export type Visibility = 'public' | 'reporter' | 'internal';

type Asked = Named & { readonly visible: Visibility; readonly optional?: true };

/** What a step asks for. The form on the screen and the check on the server are both made from it. */
export type Field =
  | (Asked & {
      readonly kind: 'text';
      readonly min: number;
      readonly max: number;
      /** A district may word how the answer begins (本区答复范本); the person who answers fills its gaps. */
      readonly districtWords?: true;
    })
  | (Asked & { readonly kind: 'choice'; readonly options: Readonly<Record<string, Named>> })
  | (Asked & {
      readonly kind: 'body';
      readonly of: readonly BodyKind[];
      readonly within: 'subdistrict' | 'district';
      /** Another body than the one in the field of this name (回避): nobody verifies a complaint about itself. */
      readonly unlike?: string;
      /** Of the committees only that of the community concerned (本社区), also where it has the matter: nobody asks over the fence. */
      readonly ownCommittee?: true;
    })
  | (Asked & { readonly kind: 'photos'; readonly max: number })
  | (Asked & { readonly kind: 'rating' })
  | (Asked & { readonly kind: 'count'; readonly min: number; readonly max: number })
  | (Asked & { readonly kind: 'day'; readonly fromDays: number; readonly toDays: number })
  | (Asked & { readonly kind: 'matter' });

export type Fields = Readonly<Record<string, Field>>;

type Options = { visible?: Visibility; optional?: true };
const asked = (words: Named, options: Options) => ({
  ...words,
  visible: options.visible ?? ('reporter' as const),
  ...(options.optional ? { optional: true as const } : {}),
});

/** Words of `min` to `max` characters. */
export const text = (words: Named, limits: { min: number; max: number; districtWords?: true } & Options): Field => ({
  ...asked(words, limits),
  kind: 'text',
  min: limits.min,
  max: limits.max,
  ...(limits.districtWords ? { districtWords: true as const } : {}),
});

/** One of the named options. */
export const choice = (words: Named, options: Readonly<Record<string, Named>>, how: Options = {}): Field => ({
  ...asked(words, how),
  kind: 'choice',
  options,
});

/** A body of one of these kinds, in the matter's own sub-district or anywhere in the district. */
export const body = (
  words: Named,
  of: readonly BodyKind[],
  within: 'subdistrict' | 'district',
  how: Options & { unlike?: string; ownCommittee?: true } = {},
): Field => ({
  ...asked(words, how),
  kind: 'body',
  of,
  within,
  ...(how.unlike === undefined ? {} : { unlike: how.unlike }),
  ...(how.ownCommittee ? { ownCommittee: true as const } : {}),
});

/** At most `max` photos that were uploaded before. */
export const photos = (words: Named, max: number, how: Options = {}): Field => ({
  ...asked(words, { ...how, optional: true }),
  kind: 'photos',
  max,
});

/** From 1 (very dissatisfied 非常不满意) to 5 (very satisfied 非常满意). */
export const rating = (words: Named): Field => ({ ...asked(words, {}), kind: 'rating' });

/** A whole number (数目) from `min` to `max`, such as how many people came. */
export const count = (words: Named, { min, max, ...how }: { min: number; max: number } & Options): Field => ({
  ...asked(words, how),
  kind: 'count',
  min,
  max,
});

/** A day (日期, YYYY-MM-DD) from so many to so many days after today. */
export const day = (words: Named, { fromDays, toDays }: { fromDays: number; toDays: number }): Field => ({
  ...asked(words, {}),
  kind: 'day',
  fromDays,
  toDays,
});

/** The number of another matter. */
export const matterNumber = (words: Named): Field => ({ ...asked(words, {}), kind: 'matter' });

/** What is written when something is decided about what the public reads (公开事项的理由). */
export const publicityFields: Fields = { reason: text({ zh: '理由', en: 'Reason' }, { min: 2, max: 500 }) };
