import type { AlikeRequest, EndedPlace, Faults, NamedView, Said, SiteDeps, Subdistrict, WhichGrid } from '../deps.ts';
import type { Category, Draft, PageName } from './draft.ts';

/** What a page of a report shows. */
export type Shown = {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly subdistricts: readonly Subdistrict[];
  readonly opening: SiteDeps['opening'];
  /** All pages of this report, in their order. */
  readonly pages: readonly PageName[];
  /** Where the place may lie, when that is asked. */
  readonly candidates?: WhichGrid['candidates'];
  /** The grid that a sign, a map or a position brought. */
  readonly sign?: NamedView;
  /** What a position of the device did not say. */
  readonly told?: NamedView;
  /** Where else this may belong, by the words of the draft. */
  readonly elsewhere: ReturnType<SiteDeps['findRightChannels']>;
  /** The kind that the words sound like, and public requests that may be the same; for the last page. */
  readonly proposed?: Category;
  readonly alike?: readonly AlikeRequest[];
  /** The sign by whose code the person came is of a place that ended. */
  readonly ended?: EndedPlace;
  /** The request itself was refused, not one of its fields. */
  readonly refused?: Said;
};

/** Shows the page again with what is in the form, checking nothing. */
export const again = (page: PageName): string => `/report?page=${page}`;
