import type { Random } from './random.ts';

export type Name = { readonly zh: string; readonly en: string };

/** Pairs of characters and pinyin: "云yun 山shan". Every name of the demo district is put together from these. */
const parts = (text: string): Name[] =>
  text
    .trim()
    .split(/\s+/)
    .map((part) => ({ zh: part.replaceAll(/[a-z]/g, ''), en: part.replaceAll(/[^a-z]/g, '') }));

const capital = (pinyin: string) => pinyin.charAt(0).toUpperCase() + pinyin.slice(1);

export const subdistrictNames: readonly Name[] = parts(`
  云山yunshan 松风songfeng 鹿鸣luming 听泉tingquan 晚渡wandu 青檀qingtan 白鹭bailu 榴坞liuwu 竹影zhuying 望舒wangshu
  荷汀heting 长庚changgeng 梅溪meixi 银杏yinxing 槐荫huaiyin 杏林xinglin 桐花tonghua 桂语guiyu 芦湾luwan 柳浪liulang
  秋池qiuchi 海棠haitang 麦浪mailang 沉香chenxiang`).map(({ zh, en }) => ({ zh, en: capital(en) }));

const communityFirst = parts(
  '清qing 和he 安an 福fu 春chun 晨chen 星xing 月yue 瑞rui 朝zhao 明ming 新xin 永yong 景jing 素su',
);
const communitySecond = parts(
  '溪xi 桥qiao 湖hu 台tai 苑yuan 里li 洲zhou 林lin 泉quan 渡du 坡po 岭ling 亭ting 井jing 湾wan',
);

/** Two hundred and twenty-five communities' names, in an order of their own. */
export const listCommunityNames = (random: Random): Name[] =>
  random.shuffled(
    communityFirst.flatMap((first) =>
      communitySecond.map((second) => ({ zh: first.zh + second.zh, en: capital(first.en + second.en) })),
    ),
  );

const estateFirst =
  '碧桐 书香 悦澜 晴川 望湖 紫藤 丹枫 翠屏 云锦 听雨 半山 南窗 石桥 老槐 新柳 向阳 同心 百合 水杉 知秋 和风 映月 长青 采薇 静安 千帆 橘园 松涛 雪梅 麦香';
const estateLast = '小区 家园 花园 新村 公寓 雅苑';

/** Names of estates, none twice. */
export function listEstateNames(random: Random): string[] {
  const last = estateLast.split(' ');
  return random.shuffled(estateFirst.split(' ')).map((first) => first + random.pick(last));
}

const surnames = parts(`
  安an 白bai 蔡cai 曹cao 陈chen 程cheng 崔cui 戴dai 邓deng 丁ding 董dong 杜du 段duan 范fan 方fang 冯feng 高gao 葛ge 顾gu 郭guo
  韩han 何he 贺he 侯hou 胡hu 黄huang 贾jia 江jiang 蒋jiang 金jin 康kang 孔kong 李li 梁liang 林lin 刘liu 卢lu 陆lu 罗luo 吕lv
  马ma 孟meng 潘pan 彭peng 钱qian 秦qin 邱qiu 任ren 邵shao 沈shen 石shi 宋song 苏su 孙sun 谭tan 唐tang 陶tao 田tian 汪wang
  王wang 魏wei 吴wu 武wu 夏xia 肖xiao 谢xie 徐xu 许xu 薛xue 严yan 杨yang 姚yao 叶ye 于yu 余yu 袁yuan 张zhang 赵zhao 郑zheng 周zhou 朱zhu`);
const given = parts(`
  蓓bei 彬bin 博bo 晨chen 诚cheng 川chuan 春chun 丹dan 恩en 帆fan 芳fang 枫feng 改gai 光guang 桂gui 海hai 涵han 荷he 虹hong 华hua
  慧hui 佳jia 坚jian 洁jie 静jing 娟juan 凯kai 岚lan 磊lei 莉li 林lin 玲ling 露lu 曼man 梅mei 敏min 宁ning 培pei 萍ping 琪qi
  勤qin 晴qing 蓉rong 瑞rui 珊shan 书shu 松song 涛tao 田tian 婷ting 薇wei 文wen 霞xia 贤xian 晓xiao 欣xin 雪xue 雅ya 岩yan 燕yan
  扬yang 怡yi 英ying 咏yong 玉yu 园yuan 月yue 云yun 泽ze 芝zhi 舟zhou 竹zhu`);

/** An invented person's name: "陈晓岚", "Chen Xiaolan". */
export function inventPersonName(random: Random): Name {
  const surname = random.pick(surnames);
  const first = random.pick(given);
  const second = random.between(0, 4) === 0 ? { zh: '', en: '' } : random.pick(given);
  return { zh: surname.zh + first.zh + second.zh, en: `${capital(surname.en)} ${capital(first.en + second.en)}` };
}
