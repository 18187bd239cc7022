import type { ChosenPhoto } from '../../../ui/console/photo-field.tsx';
import type { Behalf } from '../contract/behalf.ts';
import type { Category, staffChannels } from '../contract/category.ts';
import type { Receipt } from '../contract/routes.ts';

/** What is written down so far. */
export type Registration = {
  readonly channel: (typeof staffChannels)[number];
  readonly what: string;
  readonly photos: readonly ChosenPhoto[];
  readonly community: string | undefined;
  readonly place: string;
  readonly category: Category;
  readonly phone: string;
  readonly wantsPublic: boolean;
  readonly confidential: boolean;
  readonly behalf: Behalf;
};

export const emptyRegistration: Registration = {
  channel: 'counter',
  what: '',
  photos: [],
  community: undefined,
  place: '',
  category: 'other',
  phone: '',
  wantsPublic: true,
  confidential: false,
  behalf: 'self',
};

export type Registered = { readonly receipt: Receipt; readonly what: string };
