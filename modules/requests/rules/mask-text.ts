import { actingName, bareName, calledName } from './bare-name.ts';
import { addressedName, personName } from './name-pattern.ts';

type Replace = (match: string, ...rest: (string | number)[]) => string;
type Mask = { readonly hides: string; readonly find: RegExp; readonly put: string | Replace };

const dash = '[-－—–]';
const stars = (text: string): string => '*'.repeat(Math.min([...text].length, 6));
const hideGiven: Replace = (_, cue = '', name = '') => `${cue}${String(name).slice(0, 1)}**`;

/** What may follow a name that is not marked by a colon: otherwise it is the beginning of a sentence. */
const nameEnds =
  '(?=[,，。.、;；:：!！?？"”」）()（\\s0-9*]|$|身份证|电话|系|现年|男|女|于[0-9]|因|在|称|反映|投诉|家[的住里])';

/** Sums, sizes, counts, decision numbers and dates are what a complaint is about; they name nobody. */
const measure = /^(?:[.．]\d|\s?(?:[多余几]?(?:元|万|亿|角|米|平|㎡|m|吨|人|户|度|方|公里|千)|号(?!码|房|线)|%))/i;
const isDate = (digits: string): boolean => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);

const hideRun: Replace = (match, ...rest) => {
  const [at, whole] = rest.slice(-2) as [number, string];
  const before = whole.slice(Math.max(0, at - 4), at);
  const isPlain = measure.test(whole.slice(at + match.length)) || /(?:第|\d[.．])$/.test(before);
  return isPlain || isDate(match) ? match : '*******';
};

/** Each hides one kind of thing that could tell who a person is, in this order. */
export const masks: readonly Mask[] = [
  { hides: 'link', find: /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi, put: '***' },
  { hides: 'e-mail', find: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, put: '***' },
  { hides: 'handle', find: /(?<![A-Za-z])UU[0-9]{4,}/g, put: 'UU***' },
  { hides: 'handle', find: /(网友|网民)([“"「])[^”"」\n]{1,20}([”"」])/g, put: '$1$2***$3' },
  {
    hides: 'account',
    find: /(微信号?|QQ号?|扣扣号?|抖音号|支付宝账?号?|[VvWw][Xx](?=号|[:：]))(码|账号)?(\s*[:：是为]?\s*)(?!https?:)[A-Za-z0-9_][A-Za-z0-9_-]{4,}/gi,
    put: '$1$2$3***',
  },
  {
    hides: 'plate',
    find: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·.\s-]?(?=[A-Z0-9*]*[0-9])(?:[A-HJ-NP-Z0-9*]{5,6}|[A-Z0-9]{4}[挂学警港澳])(?![A-Za-z0-9])/g,
    put: '*****',
  },
  {
    hides: 'identity or card',
    find: /(?<![0-9])[0-9]{6}[\s-]?[0-9]{8}[\s-]?[0-9]{3}[0-9Xx](?![0-9])/g,
    put: '*******',
  },
  {
    hides: 'identity or card',
    find: /(?<![0-9])[0-9]{4}(?:[\s-]?[0-9]{4}){3}(?:[\s-]?[0-9]{1,3})?(?![0-9])/g,
    put: '*******',
  },
  { hides: 'identity or card', find: /(?<![0-9])[0-9]{1,10}\*{3,}[0-9Xx]{0,6}/g, put: '*******' },
  { hides: 'telephone', find: /(?<![0-9])(?:\+?86[\s-]?)?1[3-9][0-9](?:[\s-]?[0-9]{4}){2}(?![0-9])/g, put: '*******' },
  {
    hides: 'telephone',
    find: new RegExp(
      `(?<![0-9A-Za-z])[(（]?0[0-9]{2,3}(?:[)）]\\s?|${dash}{1,2}|\\s(?=[0-9]{7}))(?!(?:12|9)[0-9]{3,4}(?![0-9]))[0-9]{4,8}(?:${dash}[0-9]{1,8})?(?![0-9.]*[0-9]元)`,
      'g',
    ),
    put: '*******',
  },
  {
    hides: 'telephone',
    find: /(?<=(?:电话|手机|热线|致电|拨打)(?:号码)?[^0-9]{0,6})[2-8][0-9]{2,3}[\s-][0-9]{4}(?![0-9])/g,
    put: '*******',
  },
  { hides: 'number', find: /(?<![0-9A-Za-z〔[【])[0-9０-９]{7,}(?![0-9])/g, put: hideRun },
  { hides: 'number', find: /(?<=[A-Za-z])[0-9]{8,}(?![0-9])/g, put: '*******' },
  {
    hides: 'home',
    find: /(?<=[0-9A-Za-z一二三四五六七八九十](?:栋|幢|座|号楼|号|弄))\s?[0-9A-Za-z一二三四五六七八九十]{1,3}(?=单元|门[0-9])/g,
    put: stars,
  },
  {
    hides: 'home',
    find: /(?<![0-9A-Za-z])[0-9A-Za-z]{0,2}[0-9]{2,4}(?=(?:号房|室(?![内外厅一二两三0-9])|房(?![屋价产间管改地东租号源贷款子企开])))/g,
    put: stars,
  },
  {
    hides: 'home',
    find: /(?<=(?:栋|幢|号楼|座|单元|[0-9一二三四五六七八九十]楼)[-—]?)[0-9]{3,4}(?![0-9元米栋幢年月日m㎡平个人吨多余套户型弄]|号[楼栋文])/g,
    put: stars,
  },
  { hides: 'home', find: /(?<![0-9])[0-9]{1,3}[-—][0-9]{1,3}[-—][0-9]{3,4}(?![0-9])/g, put: '***' },
  {
    hides: 'name',
    find: new RegExp(
      `((?:我|名)叫|(?<![单位公司])(?:姓名|联系人|户主|业主|当事人|反映人|投诉人|举报人|申请人|住户|留言人)\\s*[:：]\\s*)(${personName})`,
      'g',
    ),
    put: hideGiven,
  },
  {
    hides: 'name',
    find: new RegExp(
      `((?:我是|本人叫?|户主|当事人|反映人|投诉人|举报人|申请人|业主|住户|村民|居民|患者|死者|伤者))(${personName})${nameEnds}`,
      'g',
    ),
    put: hideGiven,
  },
  {
    hides: 'name',
    find: new RegExp(
      `((?:儿子|女儿|父亲|母亲|爸爸|妈妈|丈夫|妻子|老公|老婆|哥哥|弟弟|姐姐|妹妹|孩子|小孩|学生|老人))(${personName})${nameEnds}`,
      'g',
    ),
    put: hideGiven,
  },
  {
    hides: 'name',
    find: new RegExp(
      `(^|[^\\u4e00-\\u9fff])(${personName})(?=\\s*[(（，,：:]?\\s*(?:联系电话|电话|手机|联系方式|身份证|[*]{5,}))`,
      'g',
    ),
    put: hideGiven,
  },
  {
    hides: 'name',
    find: new RegExp(
      `${addressedName}(先生|女士|小姐|阿姨|大妈|大姐|大爷|大叔|大伯|大娘|大婶|大嫂|叔叔|伯伯|婶婶|奶奶|爷爷|师傅|同学|老师|医生|护士|老板)`,
      'g',
    ),
    put: '某$1',
  },
  {
    hides: 'signature',
    find: new RegExp(
      `((?:此致|敬礼|敬上|谢谢|感谢)[!！。.,，\\s]{0,4}|[\\n。!！?？]\\s*)(${personName})(?=(?:敬?上|敬呈)?\\s*(?:[0-9*][^\\u4e00-\\u9fff]*(?:年.{0,8})?)?$)`,
      'gm',
    ),
    put: hideGiven,
  },
  { hides: 'name', find: calledName, put: '$1某' },
  { hides: 'name', find: bareName, put: '$1**' },
  { hides: 'name', find: actingName, put: '$1*' },
];

/**
 * Masks a text for the public (公开脱敏): telephone, identity and card numbers, plates, accounts and handles, unit and
 * room, names after the words by which people name themselves, their family or their neighbours, forms of address, names in
 * running text, and a signature. Dates, sums, sizes, decision numbers, hotlines of five digits and buildings stay readable.
 *
 * Names that stand alone in running text are recognised by a frequent family name and the characters of given names; a rare one is not,
 * so a worker looks before it is published. Officials named in office stay, and so do opinions.
 */
export const maskText = (text: string): string => maskBy(masks, text);

/** The same by some of the masks alone. */
export const maskBy = (some: readonly Mask[], text: string): string =>
  some.reduce((masked, { find, put }) => masked.replace(find, put as string), text);
