import { categories, type Category } from '../contract/category.ts';

/**
 * The dispatch catalogue (派单目录): the words by which a kind of request is recognised. It proposes; a person may always
 * say otherwise. Which department answers for a kind is the duty matrix of `bodies`.
 */
const words: Readonly<Record<Category, readonly string[]>> = {
  lighting: ['路灯', '楼道灯', '声控灯', '照明', '灯不亮', '灯坏', '没有灯', '黑灯'],
  water: [
    '停水',
    '水管',
    '自来水',
    '漏水',
    '下水道',
    '排水',
    '积水',
    '内涝',
    '污水',
    '水压',
    '井盖',
    '水费',
    '化粪池',
    '饮用水',
  ],
  heating: ['暖气', '供暖', '供热', '采暖', '不热'],
  power: ['停电', '电压', '电费', '用电', '电线', '线路', '电表', '充电桩', '变压器'],
  gas: ['燃气', '天然气', '煤气', '液化气'],
  road: [
    '停车',
    '道路',
    '路面',
    '堵车',
    '拥堵',
    '红绿灯',
    '斑马线',
    '人行道',
    '公交',
    '公路',
    '修路',
    '车位',
    '地铁',
    '交通',
    '违停',
    '的士',
    '出租车',
  ],
  waste: [
    '垃圾',
    '卫生',
    '臭味',
    '恶臭',
    '异味',
    '清扫',
    '厕所',
    '环卫',
    '渣土',
    '污染',
    '油烟',
    '扬尘',
    '粉尘',
    '废气',
  ],
  noise: ['噪音', '噪声', '扰民', '广场舞', '太吵', '施工到', '夜间施工', '音响'],
  property: ['物业', '业委会', '业主委员会', '物管', '电梯', '小区管理', '维修基金', '公摊'],
  safety: ['消防', '火灾', '安全隐患', '飞线', '高空抛物', '私拉', '堵塞通道', '防火', '违建', '违章建筑'],
  greening: ['绿化', '树木', '树枝', '草坪', '公园', '砍树'],
  elderly: ['老人', '养老', '高龄', '老年', '助餐', '敬老'],
  welfare: ['低保', '救助', '残疾', '补贴', '社保', '医保', '养老金', '工资', '失业', '贫困', '退休', '公租房', '廉租'],
  building: [
    '房屋',
    '屋顶',
    '外墙',
    '漏雨',
    '墙皮',
    '房产证',
    '不动产',
    '交房',
    '开发商',
    '危房',
    '拆迁',
    '楼盘',
    '棚改',
    '征收',
  ],
  other: [],
};

/** Proposes the kind of a request from its words (类别建议): the kind with the most hits, the first listed when equal. */
export function proposeCategory(text: string): Category {
  const hits = (category: Category): number =>
    words[category].reduce((sum, word) => sum + text.split(word).length - 1, 0);
  return categories.reduce<Category>((best, category) => (hits(category) > hits(best) ? category : best), 'other');
}
