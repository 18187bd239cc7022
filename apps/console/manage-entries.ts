import type { LinkProps } from '@tanstack/react-router';

/** One page of the hub: where it leads, its words under `manage.entries`, and the permission that shows it; null: everyone who is signed in. */
export type ManageEntry = {
  readonly to: NonNullable<LinkProps['to']>;
  readonly words: string;
  readonly permission: string | null;
};

/** The pages by which a district is set up and kept (管理), in the order in which the hub shows them. */
export const manageEntries: readonly ManageEntry[] = [
  { to: '/manage/posts', words: 'posts', permission: 'posts.read' },
  { to: '/manage/vacancies', words: 'vacancies', permission: 'posts.read' },
  { to: '/manage/officers', words: 'officers', permission: 'bodies.read' },
  { to: '/manage/deputies', words: 'deputies', permission: 'posts.standIn' },
  { to: '/manage/areas', words: 'areas', permission: 'district.administer' },
  { to: '/manage/divisions', words: 'divisions', permission: 'posts.read' },
  { to: '/manage/grids', words: 'grids', permission: 'territory.edit' },
  { to: '/manage/accounts', words: 'accounts', permission: 'accounts.administer' },
  { to: '/manage/disclosures', words: 'disclosures', permission: 'disclosures.read' },
  { to: '/manage/answers', words: 'answers', permission: 'figures.read' },
  { to: '/manage/calendar', words: 'calendar', permission: 'procedures.read' },
  { to: '/manage/limits', words: 'limits', permission: 'procedures.read' },
  { to: '/manage/templates', words: 'templates', permission: 'procedures.read' },
  { to: '/manage/outbox', words: 'outbox', permission: 'notices.operate' },
  { to: '/manage/open311', words: 'open311', permission: 'open311.keys' },
  { to: '/manage/partners', words: 'partners', permission: 'partners.connect' },
  { to: '/manage/workbook', words: 'workbook', permission: 'district.administer' },
  { to: '/manage/bodies', words: 'bodies', permission: 'bodies.read' },
  { to: '/manage/chains', words: 'chains', permission: 'bodies.read' },
  { to: '/manage/duties', words: 'duties', permission: 'bodies.read' },
];

/** Those that somebody with these permissions may open. */
export const entriesFor = (permissions: readonly string[]): readonly ManageEntry[] =>
  manageEntries.filter(({ permission }) => permission === null || permissions.includes(permission));
