import type { BoardView, HolderView } from '../deps.ts';

const said = (zh: string, en = zh) => ({ zh, en });
const holder = (number: number, more: Partial<HolderView>): HolderView => ({
  postId: `0197c000-0000-7000-8000-00000000010${number}`,
  bodyId: '0197c000-0000-7000-8000-000000000200',
  post: said('社区工作者', 'Community Clerk'),
  body: said('金湖社区居民委员会', "Jinhu Residents' Committee"),
  person: said('周敏', 'Zhou Min'),
  phone: '0999-555-0001',
  duty: null,
  standIn: null,
  ...more,
});

/** The boards of an invented grid, with a vacant post and a rung that nobody is named for. */
export const inventedBoard: BoardView = {
  code: '620199001001001',
  path: [
    { code: '620199001', name: said('雁滩街道', 'Yantan Sub-district') },
    { code: '620199001001', name: said('金湖社区', 'Jinhu Community') },
    { code: '620199001001001', name: said('金湖社区第一网格', 'Jinhu Grid 1') },
  ],
  addresses: ['金湖花园', '湖滨路 8 号'],
  service: [
    {
      name: said('金湖社区居民委员会', "Jinhu Residents' Committee"),
      kind: said('社区居民委员会', "Residents' committee"),
      phone: '0999-555-0001',
      posts: [
        holder(1, {
          duty: '低保、救助 <b>',
          standIn: { person: said('何静', 'He Jing'), untilOn: '2026-12-04' },
        }),
        holder(2, { post: said('第一网格网格员', 'Grid Worker'), person: null, phone: '0999-556-0001' }),
      ],
    },
  ],
  liaison: [
    {
      rungName: said('街道干部包片', 'Sub-district cadre'),
      area: said('金湖社区', 'Jinhu Community'),
      holders: [holder(3, {})],
    },
    { rungName: said('社区工作者包网格', 'Community worker'), area: said('第一网格', 'Grid 1'), holders: [] },
  ],
};
