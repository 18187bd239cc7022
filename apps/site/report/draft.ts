import { randomUUID } from 'node:crypto';
import { html, type Html } from '../../../ui/html.ts';
import type { Faults, Raising, Subdistrict } from '../deps.ts';
import { hidden } from '../fields.ts';
import { isUuid, type SentForm } from '../read-form.ts';
import type { Key } from '../words.ts';

export type Category = Raising['category'];
/** What a request may be about, in the order it is offered. */
export const categoryKeys: Readonly<Record<Category, Key>> = {
  other: 'categories.other',
  lighting: 'categories.lighting',
  water: 'categories.water',
  heating: 'categories.heating',
  power: 'categories.power',
  gas: 'categories.gas',
  road: 'categories.road',
  waste: 'categories.waste',
  noise: 'categories.noise',
  property: 'categories.property',
  safety: 'categories.safety',
  greening: 'categories.greening',
  elderly: 'categories.elderly',
  welfare: 'categories.welfare',
  building: 'categories.building',
};
const isCategory = (text: string): text is Category => Object.hasOwn(categoryKeys, text);

export type Behalf = Raising['behalf'];
/** For whom somebody may report, in the order it is offered. */
export const behalfKeys: Readonly<Record<Behalf, Key>> = {
  self: 'behalf.self',
  family: 'behalf.family',
  neighbour: 'behalf.neighbour',
  stairwellHead: 'behalf.stairwellHead',
  other: 'behalf.other',
};
const isBehalf = (text: string): text is Behalf => Object.hasOwn(behalfKeys, text);

/** A request being written (草稿): it lives in the form alone and is carried from page to page. */
export type Draft = {
  /** What comes first, words or a photo. */
  readonly order: Order;
  /** Made on the first page; pressing "send" three times raises one request. */
  readonly commandId: string;
  readonly what: string;
  readonly photos: readonly string[];
  /** Chosen by the person; `other` while they left it to the words. */
  readonly category: Category;
  readonly community: string;
  readonly communityWords: string;
  readonly place: string;
  /** The grid chosen among those where the place may lie; `none` when it was none of them; empty when nobody asked. */
  readonly grid: string;
  /** For which community and place it was chosen; else what brought it: the code on a `sign`, a press on the `map`, standing `here`. */
  readonly gridFor: string;
  readonly phone: string;
  readonly wantsPublic: boolean;
  readonly confidential: boolean;
  readonly behalf: Behalf;
};

export type Order = 'words' | 'photo';
export const pageNames = ['photo', 'what', 'where', 'send'] as const;
export type PageName = (typeof pageNames)[number];
export const isPageName = (text: unknown): text is PageName => pageNames.includes(text as PageName);

/** The pages of a report in their order: photo first for whom likes it, and one question at a time in large letters. */
export function pagesOf({ order }: Pick<Draft, 'order'>, isLarge: boolean): readonly PageName[] {
  if (order === 'photo') return ['photo', 'where', 'what', 'send'];
  return isLarge ? ['what', 'photo', 'where', 'send'] : ['what', 'where', 'send'];
}

/** Where a fault of each field is put right; `community` and `communityWords` are one question. */
const fieldsOf: Readonly<Record<PageName, readonly string[]>> = {
  photo: ['photos'],
  what: ['what'],
  where: ['community', 'communityWords', 'place', 'grid', 'gridFor'],
  send: ['category', 'phone', 'wantsPublic', 'confidential', 'behalf'],
};

/** What a page asks for; words take the photos along where these have no page. */
export const fieldsAsked = (page: PageName, all: readonly PageName[]): readonly string[] =>
  page === 'what' && !all.includes('photo') ? [...fieldsOf.what, ...fieldsOf.photo] : fieldsOf[page];

/** Those of the faults that belong to some of all pages. */
export const faultsOn = (some: readonly PageName[], faults: Faults, all: readonly PageName[]): Faults =>
  Object.fromEntries(
    Object.entries(faults).filter(([field]) => some.some((page) => fieldsAsked(page, all).includes(field))),
  );

/** A new draft; a code on a sign brings the grid, which lies in its community, and a sign-in the telephone number. */
export const newDraft = ({
  community = '',
  grid = '',
  phone = '',
  order = 'words',
}: Partial<Pick<Draft, 'community' | 'grid' | 'phone' | 'order'>>): Draft => ({
  order,
  commandId: randomUUID(),
  what: '',
  photos: [],
  category: 'other',
  community,
  communityWords: '',
  place: '',
  grid,
  gridFor: grid === '' ? '' : 'sign',
  phone,
  wantsPublic: true,
  confidential: false,
  behalf: 'self',
});

/** Reads the draft back from the form; a photo named in `drop` is left out. */
export function draftFrom(form: SentForm): Draft {
  const commandId = form.one('commandId');
  const category = form.one('category');
  const behalf = form.one('behalf');
  const photos = form.all('photos').filter((photoId) => isUuid(photoId) && photoId !== form.one('drop'));
  return {
    order: form.one('order') === 'photo' ? 'photo' : 'words',
    commandId: isUuid(commandId) ? commandId : randomUUID(),
    what: form.one('what'),
    photos: [...new Set(photos)],
    // What was proposed and left standing is no choice: with other words another kind is proposed.
    category: isCategory(category) && category !== form.one('proposed') ? category : 'other',
    community: form.one('community'),
    communityWords: form.one('communityWords').trim(),
    place: form.one('place'),
    grid: form.one('grid'),
    gridFor: form.one('gridFor'),
    phone: form.one('phone').trim(),
    wantsPublic: form.one('wantsPublic') !== 'no',
    confidential: form.one('confidential') === 'yes',
    behalf: isBehalf(behalf) ? behalf : 'self',
  };
}

/** Everything of the draft that a page with these fields does not ask for. */
export function carried(draft: Draft, asked: readonly string[]): Html {
  const { commandId, photos, wantsPublic, confidential, ...texts } = draft;
  const isElsewhere = (field: string) => !asked.includes(field);
  return html`${hidden('commandId', commandId)}
  ${Object.entries(texts).map(([field, text]) => isElsewhere(field) && hidden(field, text))}
  ${isElsewhere('photos') && photos.map((photoId) => hidden('photos', photoId))}
  ${isElsewhere('wantsPublic') && hidden('wantsPublic', wantsPublic ? 'yes' : 'no')}
  ${isElsewhere('confidential') && hidden('confidential', confidential ? 'yes' : 'no')}`;
}

export type Community = Subdistrict['communities'][number];

/** Communities that these words may mean (社区): by name, or by a grid, estate or building inside. */
export function communitiesLike(words: string, subdistricts: readonly Subdistrict[]): readonly Community[] {
  const wanted = words.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return [];
  const fits = (text: string) => text.toLowerCase().includes(wanted);
  return subdistricts
    .flatMap(({ communities }) => communities)
    .filter(
      ({ name, grids = [] }) =>
        fits(name.zh) ||
        fits(name.en) ||
        grids.some((grid) => fits(grid.name.zh) || fits(grid.name.en) || grid.addresses.some(fits)),
    );
}

/** Takes the community that the words name, when they name one and none was chosen. */
export function withCommunityNamed(draft: Draft, subdistricts: readonly Subdistrict[]): Draft {
  const [only, ...others] = draft.community === '' ? communitiesLike(draft.communityWords, subdistricts) : [];
  return only && others.length === 0 ? { ...draft, community: only.code } : draft;
}

/** Brought by where somebody stands, and not by words. */
const brought = ['sign', 'map', 'here'];
export const isBrought = ({ gridFor }: Pick<Draft, 'gridFor'>): boolean => brought.includes(gridFor);

/** A choice holds for the community and the place it was made for; one that was brought, for its community. */
export function forgetOldGrid(draft: Draft): Draft {
  const { community, grid, gridFor } = draft;
  if (community === '' && /^\d{15,18}$/.test(grid) && gridFor === askedFor(draft)) {
    const chosen = { ...draft, community: grid.slice(0, 12) };
    return { ...chosen, gridFor: askedFor(chosen) };
  }
  const holds = isBrought(draft) ? grid.startsWith(community) : gridFor === askedFor(draft);
  return holds && (community !== '' || grid === 'none') ? draft : { ...draft, grid: '', gridFor: '' };
}

/** What a choice of grid was made for. */
export const askedFor = ({ community, place }: Pick<Draft, 'community' | 'place'>): string =>
  `${community} ${place.trim()}`;

export const asRaising = ({
  commandId,
  what,
  photos,
  category,
  community,
  place,
  grid,
  phone,
  wantsPublic,
  confidential,
  behalf,
}: Draft): Raising => ({
  commandId,
  what,
  photos: [...photos],
  category,
  community,
  place,
  grid,
  phone,
  wantsPublic,
  confidential,
  behalf,
  channel: 'site',
});
