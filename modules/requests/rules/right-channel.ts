import type { Named } from '../../matters/index.ts';

/** A telephone number that helps, and who answers there. */
export type ChannelPhone = { readonly number: string } & Named;

/** One line of the decision table: what is not the community's to handle, by which words it shows, and whom to ask. */
export type RightChannel = {
  readonly id: 'emergency' | 'labour' | 'review' | 'consumer' | 'petition' | 'private' | 'market';
  /** Paragraph of article 11 of the Beijing ordinance that it belongs to. */
  readonly paragraph: 1 | 2 | 3 | 4 | 5;
  /** Danger to life or limb now: said first and loudest. */
  readonly urgent?: true;
  /** Any of these words shows it. */
  readonly words: readonly string[];
  /** The same for those who write English: whole words, in small letters. */
  readonly english: readonly string[];
  readonly why: Named;
  readonly phones: readonly ChannelPhone[];
  /** That channel's own limits, with the article; absent where no law sets one. */
  readonly clocks?: Named;
};

/**
 * The decision table of what other channels handle (不予派单情形), most pressing first. It advises before a request is sent and
 * hinders nobody: a person may send it all the same, and the community then directs it onward (告知应走渠道) or takes it.
 *
 * What cannot be known from words has no line here: matters under way without new facts are found as likely duplicates, and
 * whether a demand is unlawful (paragraph 6) is for a person to judge.
 *
 * @source 北京市接诉即办工作条例 (2021) art. 11(1)–(6), as in ../shared/standards.md 3.1; limits: 劳动争议调解仲裁法 arts. 27, 29, 43;
 *   劳动保障监察条例 art. 17; 行政复议法 (2023) arts. 20, 30; 消费者权益保护法 art. 46; 信访工作条例 arts. 22, 23, 34
 */
export const rightChannels: readonly RightChannel[] = [
  {
    id: 'emergency',
    paragraph: 1,
    urgent: true,
    words: [
      '着火',
      '起火',
      '失火',
      '煤气味',
      '燃气味',
      '天然气味',
      '燃气泄漏',
      '煤气泄漏',
      '天然气泄漏',
      '漏气',
      '煤气中毒',
      '触电',
      '晕倒',
      '昏迷',
      '心脏病发',
      '大出血',
      '溺水',
      '坠楼',
      '跳楼',
      '轻生',
      '打架',
      '持刀',
      '抢劫',
      '入室盗窃',
      '行凶',
      '车祸',
      '电梯困人',
      '困在电梯',
      '爆炸',
      '坍塌',
      '倒塌了',
    ],
    english: [
      'on fire',
      'there is a fire',
      'a fire in',
      'house fire',
      'is burning',
      'smell of gas',
      'smell gas',
      'gas leak',
      'gas is leaking',
      'unconscious',
      'fainted',
      'heart attack',
      'not breathing',
      'bleeding heavily',
      'drowning',
      'suicide',
      'going to jump',
      'being attacked',
      'with a knife',
      'robbery',
      'being robbed',
      'break-in',
      'burglar',
      'car crash',
      'car accident',
      'trapped in the lift',
      'stuck in the lift',
      'trapped in the elevator',
      'stuck in the elevator',
      'electrocuted',
      'explosion',
      'has collapsed',
    ],
    why: {
      zh: '您写的像是正在发生的危险。如果是，请马上打电话：这里最快也要等工作人员看到。',
      en: 'What you wrote sounds like danger now. If it is, please call at once: here somebody first has to read it.',
    },
    phones: [
      { number: '110', zh: '报警', en: 'police' },
      { number: '119', zh: '火警、困人', en: 'fire, people trapped' },
      { number: '120', zh: '急救', en: 'ambulance' },
      { number: '122', zh: '交通事故', en: 'traffic accident' },
    ],
  },
  {
    id: 'labour',
    paragraph: 2,
    words: ['欠薪', '拖欠工资', '不发工资', '工资不给', '劳动合同', '辞退', '工伤', '加班费', '劳动仲裁'],
    english: [
      'unpaid wages',
      'wages not paid',
      'not paid my wages',
      'labour contract',
      'employment contract',
      'dismissed',
      'work injury',
      'injured at work',
      'overtime pay',
    ],
    why: {
      zh: '工资、合同、工伤的争议，由劳动保障监察和劳动仲裁处理，他们能查、能裁。',
      en: 'Disputes over pay, contracts and injuries at work are for labour inspection and arbitration, who can investigate and decide.',
    },
    phones: [{ number: '12333', zh: '人力资源和社会保障', en: 'labour and social security' }],
    clocks: {
      zh: '监察：立案起 60 个工作日内查完。仲裁：1 年内申请，5 日内决定受理，受理后 45 日内裁决，复杂的最多再延 15 日。',
      en: 'Inspection: 60 working days from filing. Arbitration: apply within 1 year; accepted or not within 5 days; decided within 45 days of acceptance, at most 15 more in hard cases.',
    },
  },
  {
    id: 'review',
    paragraph: 2,
    words: ['行政处罚', '罚单', '罚款决定', '行政复议', '行政诉讼', '不服处罚', '强制执行', '判决', '法院'],
    english: ['traffic ticket', 'administrative penalty', 'court case', 'judgment', 'lawsuit'],
    why: {
      zh: '对行政机关的决定不服，走行政复议或诉讼才改得了；法院的案子只能由法院办。',
      en: 'A decision of an authority is changed by administrative review or in court; a case in court is for the court alone.',
    },
    phones: [{ number: '12348', zh: '法律服务（免费咨询）', en: 'legal advice, free' }],
    clocks: {
      zh: '行政复议：知道决定起 60 日内申请，复议机关 5 日内审查是否受理。',
      en: 'Administrative review: apply within 60 days of knowing the decision; examined within 5 days.',
    },
  },
  {
    id: 'consumer',
    paragraph: 2,
    words: [
      '假货',
      '退货',
      '不退款',
      '退款',
      '退卡',
      '预付卡',
      '充值卡',
      '短斤少两',
      '虚假宣传',
      '过期食品',
      '消费纠纷',
    ],
    english: ['refund', 'counterfeit', 'fake goods', 'prepaid card', 'false advertising', 'expired food'],
    why: {
      zh: '买东西、办卡、退款的纠纷，由市场监管部门调解和查处。',
      en: 'Disputes over purchases, prepaid cards and refunds are mediated and investigated by market supervision.',
    },
    phones: [{ number: '12315', zh: '消费投诉', en: 'consumer complaints' }],
    clocks: {
      zh: '有关部门收到投诉起 7 个工作日内处理并告知您。',
      en: 'The authority handles the complaint and tells you within 7 working days.',
    },
  },
  {
    id: 'petition',
    paragraph: 2,
    words: ['信访', '上访'],
    english: ['petition office', 'petitioned'],
    why: {
      zh: '信访有自己的法定程序和期限。已经在信访程序里的事，在那里查进度、提复查最有用。',
      en: 'Petitions have their own procedure and limits in law. What is already with the petition office is best followed and reviewed there.',
    },
    phones: [],
    clocks: {
      zh: '15 日内登记或转送，15 日内书面告知是否受理，60 日内办结，经负责人批准最多再延 30 日。',
      en: 'Registered or forwarded within 15 days, told in writing within 15 days whether accepted, concluded within 60 days, at most 30 more when the head allows.',
    },
  },
  {
    id: 'private',
    paragraph: 4,
    words: ['身份证号', '银行卡号', '密码是', '病历'],
    english: ['identity card number', 'id card number', 'bank card number', 'my password', 'medical record'],
    why: {
      zh: '请不要在这里写身份证号、银行卡号、密码、病情等隐私。需要时，工作人员会当面核对。',
      en: 'Please do not write identity or card numbers, passwords or illnesses here. If they are needed, somebody will ask you in person.',
    },
    phones: [],
  },
  {
    id: 'market',
    paragraph: 5,
    words: ['开锁', '搬家公司', '修空调', '修电视', '修洗衣机', '修冰箱', '找保姆', '找家政'],
    english: [
      'locksmith',
      'moving company',
      'repair my fridge',
      'repair my television',
      'washing machine repair',
      'find a nanny',
    ],
    why: {
      zh: '这类事由市场上的服务商做，哪个单位都没有这项职责。社区可以帮您打听靠谱的人。',
      en: 'This is done by businesses; no public body has it as its duty. The community may know somebody reliable.',
    },
    phones: [],
  },
];

/**
 * Says which other channels a report may belong to (应走渠道提示), by its words, most pressing first; none is an empty list.
 * It is advice: whether to go there is for the person.
 *
 * @param text the person's own words
 */
export function findRightChannels(text: string): readonly RightChannel[] {
  const plain = text.normalize('NFKC');
  const folded = plain.replace(/\s/gu, '');
  const english = ` ${plain.toLowerCase().replace(/[^a-z-]+/g, ' ')} `;
  return rightChannels.filter(
    (channel) =>
      channel.words.some((word) => folded.includes(word)) ||
      channel.english.some((phrase) => english.includes(` ${phrase} `)),
  );
}
