const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利师巩聂关荆';
const HAN = '\\u4e00-\\u9fff';
const NAME = `[${SURNAMES}][${HAN}]{1,2}`;
const NUMERAL = '[0-9A-Za-z一二三四五六七八九十百]{1,5}';

const hide = (text: string): string => '*'.repeat(Math.min([...text].length, 6));

type Mask = { readonly find: RegExp; readonly put: string | ((match: string, ...groups: string[]) => string) };

/** Each hides one kind of thing that could tell who a person is; in doubt it hides too much. */
const masks: readonly Mask[] = [
  { find: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, put: '***' },
  { find: /(微信|QQ|扣扣|抖音|VX|vx|wx)(号码?|账号)?(\s*[::是为]?\s*)[A-Za-z0-9_-]{5,}/g, put: '$1$2$3***' },
  {
    find: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼楚][A-Z][·.\s-]?[A-Z0-9]{4,6}[挂学警港澳]?/g,
    put: '*****',
  },
  { find: /[0-9０-９](?:[\s-]?[0-9０-９*xX]){6,}/g, put: '*******' },
  { find: new RegExp(`${NUMERAL}(?=(?:单元|室|户|号房|号门))`, 'g'), put: hide },
  { find: /(?<![0-9])[0-9]{1,4}[-—][0-9]{1,3}[-—][0-9]{3,4}(?![0-9])/g, put: '***' },
  { find: /(?<=(?:栋|幢|号楼|座|单元))[0-9]{3,4}(?![0-9元米号栋幢年月日])/g, put: hide },
  {
    find: new RegExp(`(我叫|本人叫?|名叫|姓名[::]?\\s*|联系人[::]?\\s*|户主[::]?\\s*|业主[::]?\\s*|当事人[::]?\\s*|反映人[::]?\\s*|申请人[::]?\\s*|此致.{0,6}?)(${NAME})`, 'g'),
    put: (_, cue = '', name = '') => `${cue}${name.slice(0, 1)}**`,
  },
  { find: new RegExp(`(我是)([${SURNAMES}][${HAN}]{1,2})(?=[,，。、;；\\s(（])`, 'g'), put: (_, cue = '', name = '') => `${cue}${name.slice(0, 1)}**` },
  { find: new RegExp(`(儿子|女儿|父亲|母亲|爸爸|妈妈|丈夫|妻子|老公|老婆|哥哥|弟弟|姐姐|妹妹|孩子|学生|老人)(${NAME})(?=[,，。、;；在于因被\\s(（])`, 'g'), put: (_, kin = '', name = '') => `${kin}${name.slice(0, 1)}**` },
  { find: new RegExp(`[${SURNAMES}][${HAN}]{0,2}(先生|女士|小姐|阿姨|大妈|大爷|大叔|奶奶|爷爷|师傅|同学)`, 'g'), put: '某$1' },
  { find: new RegExp(`(?<=[\\n。!！\\s])(${NAME})(?=\\s*(?:[0-9*]{2,}.{0,12})?$)`, 'g'), put: (name: string) => `${name.slice(0, 1)}**` },
];

/**
 * Masks a text for the public (公开脱敏): telephone and identity numbers, plates, accounts, unit and room, names after
 * the words by which people name themselves or their family, forms of address, a signature at the end.
 *
 * Automatic and on the careful side; a name that stands alone in running text is not recognised.
 */
export const maskText = (text: string): string =>
  masks.reduce((masked, { find, put }) => masked.replace(find, put as string), text);
