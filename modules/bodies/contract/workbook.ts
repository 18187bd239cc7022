import type { ColumnForm, SheetForm } from '../../../platform/sheets/read-lists.ts';

export type SheetKind = 'areas' | 'bodies' | 'posts' | 'people' | 'links';

const column = (key: string, zh: string, width: number, ...aliases: string[]): ColumnForm => ({
  key,
  zh,
  aliases,
  width,
});
const needed = (key: string, zh: string, width: number, ...aliases: string[]): ColumnForm => ({
  ...column(key, zh, width, ...aliases),
  needed: true,
});

/** The workbook of a district (建制表): five sheets in this order; columns may stand in any order. */
export const workbookForm: Readonly<Record<SheetKind, SheetForm>> = {
  areas: {
    zh: '区划',
    aliases: ['行政区划', '网格', '区划网格', 'areas'],
    columns: [
      needed('code', '区划代码', 18, '代码', '编码', '网格编码', 'code'),
      needed('name', '名称', 24, '区划名称', '网格名称', 'name'),
      column('nameEn', '英文名', 28, '英文名称', 'englishname'),
      column('addresses', '小区楼栋', 40, '小区', '楼栋', '地址', '覆盖范围', 'addresses'),
      column('foundedOn', '设立日期', 14, '成立日期', 'foundedon'),
    ],
  },
  bodies: {
    zh: '机构',
    aliases: ['单位', '组织机构', 'bodies'],
    columns: [
      needed('name', '机构名称', 30, '名称', '单位名称', '单位', '机构', 'name', 'body'),
      needed('kind', '机构类型', 20, '类型', '单位类型', 'kind'),
      needed('area', '区划代码', 18, '代码', '所在区划', '所属区划', 'area'),
      column('nameEn', '英文名', 36, '英文名称', 'englishname'),
      column('phone', '公开电话', 18, '电话', '办公电话', '联系电话', 'publicphone', 'phone'),
    ],
  },
  posts: {
    zh: '岗位',
    aliases: ['职务', '岗位设置', 'posts'],
    columns: [
      needed('body', '机构名称', 30, '单位名称', '单位', '机构', 'body'),
      needed('name', '岗位名称', 22, '岗位', '职务', 'post', 'name'),
      needed('kind', '岗位类型', 20, '类型', 'kind'),
      column('area', '区划代码', 18, '代码', '负责区划', '负责网格', 'area'),
      column('places', '职数', 8, '人数', '编制数', 'places'),
      column('head', '负责人', 8, '是否负责人', '单位负责人', 'head'),
      column('tenure', '产生方式', 10, '任用方式', 'tenure'),
      column('nameEn', '英文名', 30, '英文名称', 'englishname'),
      column('phone', '公开电话', 18, '电话', '办公电话', 'publicphone', 'phone'),
      column('duty', '分管事项', 36, '职责', '工作职责', 'duties', 'duty'),
    ],
  },
  people: {
    zh: '人员',
    aliases: ['人员名单', '任职', '花名册', 'people'],
    columns: [
      needed('login', '登录名', 18, '账号', '用户名', 'login'),
      needed('name', '姓名', 14, 'name'),
      column('nameEn', '英文名', 18, '英文姓名', 'englishname'),
      column('body', '机构名称', 30, '单位名称', '单位', '机构', 'body'),
      column('post', '岗位名称', 22, '岗位', '职务', 'post'),
      column('area', '区划代码', 18, '代码', '负责区划', '负责网格', 'area'),
      column('fromOn', '任职日期', 14, '任职起始', '起始日期', '任职时间', 'from'),
    ],
  },
  links: {
    zh: '关系',
    aliases: ['机构关系', '隶属关系', 'links'],
    columns: [
      needed('from', '机构名称', 30, '上级机构', '单位名称', '单位', '机构', 'from'),
      needed('kind', '关系', 12, '关系类型', 'kind'),
      needed('to', '对方机构', 30, '下级机构', '对方单位', '对象', 'to'),
    ],
  },
};
export const sheetKinds = Object.keys(workbookForm) as SheetKind[];

/** What an import would do with one row. */
export type RowChange = {
  readonly sheet: SheetKind;
  readonly row: number;
  readonly what: 'new' | 'changed';
  readonly title: string;
  readonly parts: readonly { readonly heading: string; readonly before: string; readonly after: string }[];
};
