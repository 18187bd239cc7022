import type { CategoryTexts } from './texts/category-texts.ts';
import { gas, power, road } from './texts/energy-and-roads.ts';
import { building, property, safety } from './texts/homes.ts';
import { heating, lighting, water } from './texts/networks.ts';
import { elderly, other, welfare } from './texts/people.ts';
import { greening, noise, waste } from './texts/surroundings.ts';

/** What residents and workers write in the invented month, by category of requests. */
export const textsByCategory = {
  lighting,
  water,
  heating,
  power,
  gas,
  road,
  waste,
  noise,
  property,
  safety,
  greening,
  elderly,
  welfare,
  building,
  other,
} as const satisfies Readonly<Record<string, CategoryTexts>>;

export type DemoCategory = keyof typeof textsByCategory;

/** What people write whatever the category: ratings, returns, refusals, escalations, questions and answers in between. */
export const commonTexts = {
  ratedGood: [
    '来得快,修得好,态度也好,谢谢!',
    '没想到第二天就有人来了,满意。',
    '网格员跑了三趟,辛苦了。',
    '问题解决了,还专门打电话问我满不满意,挺暖心。',
    '虽然这次办不了,可话说得明白,我能理解。',
    '比以前强多了,希望一直这样。',
    '老人很高兴,让我一定说声谢谢。',
    '解决了。',
  ],
  ratedBad: [
    '说是修好了,昨晚又不亮了,请再来看看。',
    '只是来拍了张照片,什么也没干。',
    '等了快十天,中间也没人给个信儿。',
    '答复写得客气,可问题还在那儿。',
    '只弄了一半,剩下的谁来管?',
    '电话里答应得好好的,人没来。',
  ],
  returnReasons: [
    '位置没写清楚,到现场没找到,请补充楼号和单元。',
    '这件事由房屋产权单位负责,我们没有权限,附上职责清单。',
    '现场看过,设施属于物业企业,请转物业办理。',
    '和上周的一件是同一件事,建议并在一起办。',
    '照片看不出问题在哪里,请再拍一张近的。',
  ],
  refusalReasons: [
    '不在本部门职责范围,依据职责分工第三条,应由城市管理部门办理。',
    '这段路还没有移交,养护仍由建设单位负责。',
    '属于邻里之间的民事纠纷,建议先由社区调解。',
    '需要业主共同决定,行政部门不能代为决定。',
  ],
  escalationReasons: [
    '社区协调了两次,物业一直没有动工,请街道出面。',
    '涉及三家单位,社区叫不动,请专项工作组牵头开个会。',
    '需要动用应急经费,超出社区权限。',
    '管线不在社区范围内,要请区里的部门到现场。',
    '两个部门都说不归自己管,请上级明确由谁来办。',
    '住户很着急,期限快到了,请派专人对接。',
  ],
  questions: [
    '请问是几单元几楼?方便的话留个能打通的时间。',
    '您方便明天上午在家吗?师傅要进屋看看。',
    '能不能再发一张照片,让我们看清楚位置?',
  ],
  supplements: [
    '是三单元四楼,明天上午十点以后家里有人。',
    '照片发上来了,就是箭头指的那里。',
    '我白天上班,晚上七点以后都行。',
  ],
  meToo: [
    '我家也是这样。',
    '同一个单元的,情况一样,盼着早点解决。',
    '我也遇到过,差点摔倒。',
    '支持,楼里好几家都想说这事。',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
