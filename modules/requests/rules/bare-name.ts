import { familyName } from './name-pattern.ts';

/** Family names of most people; the rarer ones begin too many ordinary words to be looked for without a cue. */
const frequent =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔毛邱秦史顾侯邵孟龙段雷钱汤尹黎武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜路詹苗凌纪靳童欧甄项曲游裴席卫屈鲍位覃霍翁隋植甘景薄包司柏宁柯阮桂闵强柴冉边辜吉饶刁瞿戚丘古池滕晋苑邬臧畅宫苟褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢卓花仇艾蓝巩稽井练乐虞卞封竺冼楚佟栗匡宗巫鞠僧桑荆谌扬伏岑胥蔺';
/** Characters that given names (名) are made of. */
const given =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂兰玉萍红芬玲燕云洁梅莉淑珍凤琴素贞莲荣爱香月莺媛雅芝婷雪琳惠晶茜妍菊俊峰毅志义兴良海山波贵福鑫飞彬富顺信昌胜学祥才武新利清辉永健世广安仁亮政谦亨奇固轮翰朗伯宏言鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德泰盛雄琛钧冠策腾楠榕风航弘正日国华文明金春振业根宝生长成庆全喜连宗昊轩博思宇浩然子涵欣怡梓诗雨佳可彤瑶倩颖蕾薇萱悦晓忠孝民龙虎林森岩石江河湖洲发财进继光耀祖绍元少立守道绪显传代登银铜铁钢柱栓锁群朝阳景';

/** Two characters that are a word of their own: what stands before them is no family name. */
const word =
  '政策|国家|学生|发生|生活|生产|家长|家庭|学校|学习|安全|政府|政法|建设|建立|建成|建国后|民生|成长|文明|明显|财政|可以|可能|正义|光明|发展|安装|健康|保证|宝贵|清明|世纪|大家|民主|建议|思想|信息|发现|利用|新建|明确|志愿|义务|山水|风光|进行|树立|树木|清洁|和平|德国|中国|全国|生效|永远|春天|春节|秋天|天气|天天|明天|新年|年龄|兴建|平安|安宁|平方|建材|维修|树林|清楚|山林|成立|建房|明知|明白';

/** Those who answer in office are named in public; shops, streets and villages bear the names of people too. */
const office =
  '书记|主任|局长|副?科长|所长|院长|校长|市长|区长|县长|镇长|乡长|队长|处长|部长|站长|法官|检察官|警官|民警|董事长|总经理|经理';
const place =
  '路|街|巷|道|小区|花园|家园|新村|村|庄|镇|乡|县|市|区|社区|街道|广场|大厦|公寓|桥|湾|沟|坡|河|湖|山|寺|庙|店|饭|超市|酒店|宾馆|医院|诊所|药店|学校|中学|小学|幼儿园|大学|公司|集团|物业|银行|厂|馆|园|站|苑|城|府|院|楼|号';

/**
 * A name that stands alone in running text (行文中的姓名): a frequent family name with two characters of which given names are made,
 * not of somebody in office, nor of a place or shop.
 */
export const bareName = new RegExp(
  `(?<!${office}|[伸主扩紧夸慌]|[提最很更]|[赤橙蓝青])(?=${familyName})([${frequent}])(?!${word})[${given}](?!${place}|${office})[${given}](?!${place}|${office}|[${given}]{2})`,
  'g',
);

const sureFamily =
  '张王李赵刘陈杨周吴徐孙朱郭何郑梁谢宋唐许邓冯韩曹彭蔡潘董袁蒋杜魏吕丁沈姚卢傅钟姜崔谭廖汪陆胡罗高林马邱贾薛';
/** Somebody as neighbours call them (老张、小李): what comes after must not make an ordinary word of it. */
export const calledName = new RegExp(
  `(?<![\\u4e00-\\u9fff]{0,3}[大最弱缩减从幼矮窄古陈])(老|小)([${sureFamily}])(?![路同高林马子蔬谱潘罗虫丁点儿])(?=[家的是说在把也又一每天经常总和跟与他她，,。.、；;！!？?\\s]|$)`,
  'g',
);

const acts =
  '家[的里门住]|本人|一家|夫妇|夫妻|两口|等人|他们|经常|常年|每天|天天|总是|一直|多次|又在|在家|在楼|把[^一-龥]?|住在|不让|拒绝|骂|打人|打骂|养狗|养鸡|养的|私自|擅自|违建|搭建|堆放|占用|欠[我了薪]|侵占|威胁|殴打|辱骂';
/** A short name (两字姓名) marked by what its bearer is said to do. */
export const actingName = new RegExp(
  `(?<![\\u4e00-\\u9fff])(?=${familyName})([${sureFamily}])([${given}])(?=(?:${acts}))`,
  'g',
);
