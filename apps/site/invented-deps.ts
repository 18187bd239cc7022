import { findTrouble } from '../../platform/trouble.ts';
import { inventedDisclosures } from './disclosures/invented-disclosures.ts';
import { inventedReception } from './reception/invented-reception.ts';
import { randomUUID } from 'node:crypto';
import type {
  AreaMap,
  Point,
  ClockView,
  FollowPage,
  PublicRequest,
  Raising,
  Receipt,
  RightChannel,
  SiteDeps,
  StepInput,
  StepOffer,
  Subdistrict,
} from './deps.ts';
import { inventedOpenData } from './open/invented-open-data.ts';
import { inventedBoard } from './boards/invented-board.ts';
import { inventedDigests, inventedProof } from './trust/invented-trust.ts';

const said = (zh: string, en = zh) => ({ zh, en });
const no = (code: string, zh: string, en: string) => ({ code, message: { zh, en } });

export const invented = {
  now: new Date('2026-07-01T02:00:00Z'),
  number: '2607-00421-8',
  code: 'K7MP-W3XQ',
  matterId: '0197c000-0000-7000-8000-000000000001',
  photoId: '0197c000-0000-7000-8000-0000000000aa',
};

const community = (code: string, zh: string, en: string, addresses: string[] = []) => ({
  code,
  name: said(zh, en),
  grids: [{ code: `${code}001`, name: said(`${zh}第一网格`, `${en} grid 1`), addresses }],
});

const subdistricts: Subdistrict[] = [
  {
    code: '620199001',
    name: said('雁滩街道', 'Yantan Sub-district'),
    communities: [
      community('620199001001', '金湖社区', 'Jinhu Community', ['金湖花园', '湖滨路 8 号']),
      community('620199001002', '柳岸社区', 'Liuan Community', ['柳岸家园']),
    ],
  },
  {
    code: '620199002',
    name: said('白塔街道', 'Baita Sub-district'),
    communities: [community('620199002001', '白塔山社区', 'Baitashan Community', ['山下花园'])],
  },
];

/** Squares side by side, from 103 degrees east: sub-districts, their communities, and two grids of the first. */
const inventedMap = (code: string): AreaMap => {
  const below = [
    ...subdistricts,
    ...subdistricts.flatMap(({ communities }) => communities),
    ...[1, 2].map((n) => ({ code: `62019900100100${n}`, name: said(`金湖社区第${n}网格`, `Jinhu grid ${n}`) })),
  ].filter((area) => area.code.startsWith(code) && area.code.length === code.length + 3);
  const square = (at: number): Point[] => [
    [103 + at, 36],
    [104 + at, 36],
    [104 + at, 37],
    [103 + at, 37],
  ];
  return {
    areas: below.map(({ code: own, name }, at) => ({
      code: own,
      nameZh: name.zh,
      nameEn: name.en,
      outline: [[square(at)]],
    })),
    roads:
      code.length === 12
        ? [
            {
              name: '湖滨路',
              line: [
                [103, 36.5],
                [105, 36.5],
              ],
            },
          ]
        : [],
  };
};

const fire: RightChannel = {
  id: 'emergency',
  paragraph: 1,
  urgent: true,
  words: ['着火'],
  english: [],
  why: said('有危险', 'There is danger'),
  phones: [{ number: '119', ...said('火警', 'fire') }],
};
const shopping: RightChannel = {
  id: 'consumer',
  paragraph: 2,
  words: ['退款'],
  english: [],
  why: said('归市场监管部门管', 'For market supervision'),
  phones: [{ number: '12315', ...said('消费投诉', 'complaints') }],
  clocks: said('7 个工作日', '7 working days'),
};

const workerOf = (
  zh: string,
  en: string,
  post: [string, string],
  body: [string, string],
  phonePublic: string | null,
) => ({
  name: said(zh, en),
  post: said(...post),
  body: { id: randomUUID(), name: said(...body), phonePublic },
});
const contact = workerOf(
  '何晓燕',
  'He Xiaoyan',
  ['网格员', 'grid worker'],
  ['金湖社区居委会', 'Jinhu Residents’ Committee'],
  '0931-5550101',
);
const handler = workerOf(
  '马志强',
  'Ma Zhiqiang',
  ['社区主任', 'community director'],
  ['金湖社区居委会', 'Jinhu Residents’ Committee'],
  '0931-5550101',
);

const clock = (over: Partial<ClockView>): ClockView => ({
  clock: 'handling',
  run: 1,
  name: said('办理时限', 'Time to handle'),
  standing: 'inTime',
  limit: { unit: 'workingDays', amount: 5 },
  startedAt: '2026-06-30T01:12:00Z',
  dueAt: '2026-07-03T10:00:00Z',
  extensions: [],
  endedAt: null,
  left: { unit: 'workingDays', amount: 2 },
  pauses: [{ from: '2026-06-30T03:00:00Z', to: '2026-06-30T05:30:00Z' }],
  provisional: false,
  remindsWhenNear: [],
  turnsInto: null,
  setHere: null,
  tellsWhenMissed: [said('上级单位', 'the tier above'), said('首问人', 'first contact')],
  basis: said('限时办结（S26）；时长为本区设定', 'Limits (S26); length set by this district'),
  basisKind: 'localSetting',
  since: '2026-01-01',
  ...over,
});

const text = (
  name: string,
  zh: string,
  en: string,
  over: Partial<StepOffer['fields'][number]> = {},
): StepOffer['fields'][number] => ({
  name,
  kind: 'text',
  label: said(zh, en),
  optional: false,
  visible: 'reporter',
  min: 2,
  max: 1000,
  options: [],
  ...over,
});
const offer = (
  step: string,
  zh: string,
  en: string,
  fields: StepOffer['fields'],
  over: Partial<StepOffer> = {},
): StepOffer => ({
  step,
  name: said(zh, en),
  by: said('反映人', 'the person who asked'),
  says: said('', ''),
  saysWhom: false,
  weighs: false,
  isAside: false,
  refusal: null,
  fields,
  needs: null,
  ...over,
});

export const offers = {
  rate: offer('rate', '评价', 'Rate', [
    text('solved', '解决了吗', 'Is it solved?', {
      kind: 'choice',
      options: [
        { value: 'yes', label: said('解决了', 'Yes') },
        { value: 'partly', label: said('解决了一部分', 'Partly') },
        { value: 'no', label: said('没有解决', 'No') },
      ],
    }),
    text('rating', '满意吗', 'How satisfied are you?', { kind: 'rating', max: 5 }),
    text('words', '想说的话', 'In your words', { optional: true }),
  ]),
  supplement: offer('supplement', '补充情况', 'Add what was asked', [
    text('supplement', '补充', 'What you can add'),
    text('photos', '照片', 'Photos', { kind: 'photos', optional: true, max: 4 }),
  ]),
  withdraw: offer('withdraw', '撤回', 'Withdraw', [text('reason', '为什么撤回', 'Why', { optional: true, max: 500 })], {
    weighs: true,
  }),
};

const entry = (
  seq: number,
  at: string,
  sentence: { zh: string; en: string },
  over: Partial<FollowPage['timeline'][number]> = {},
): FollowPage['timeline'][number] => ({
  seq,
  at,
  kind: 'stepTaken',
  step: 'note',
  sentence,
  by: { role: said('承办社区', 'the community'), worker: handler },
  words: [],
  choices: [],
  rating: null,
  photos: [],
  tells: [],
  ...over,
});

/** A request half way, as its asker sees it. */
export const followPage = (over: Partial<FollowPage> = {}): FollowPage => ({
  id: invented.matterId,
  number: invented.number,
  title: '3 号楼 2 单元门口的路灯坏了，晚上看不见台阶',
  place: '3 号楼 2 单元门口',
  areaPath: [
    said('示例区', 'Example District'),
    said('雁滩街道', 'Yantan Sub-district'),
    said('金湖社区', 'Jinhu Community'),
  ],
  procedure: { id: 'resident-request', version: 1, name: said('居民诉求', 'Resident request') },
  state: 'handling',
  stateName: said('办理中', 'Being handled'),
  plain: said('正在办', 'Someone is working on it'),
  stage: 'open',
  outcome: null,
  archive: null,
  openedAt: '2026-06-30T01:02:00Z',
  seq: 3,
  firstContact: contact,
  holder: { body: handler.body, worker: handler },
  offer: null,
  heldBefore: [],
  hops: 0,
  reopenings: 0,
  links: [],
  watched: false,
  tasks: [],
  support: { joined: 0, confirmed: 0, denied: 0 },
  joined: null,
  confidential: false,
  behalf: 'self',
  publicity: { isPublic: true, wantsPublic: true, masked: [], objection: null, object: null },
  clocks: [
    clock({}),
    clock({
      clock: 'acceptance',
      name: said('接手时限', 'Time to accept'),
      standing: 'met',
      limit: { unit: 'sameDay', amount: 1 },
      dueAt: '2026-06-30T16:00:00Z',
      endedAt: '2026-06-30T01:12:00Z',
      left: null,
      pauses: [],
    }),
  ],
  path: [
    {
      state: 'registered',
      name: said('待社区接手', 'Waiting for the community'),
      plain: said('已收到', 'Received'),
      standing: 'done',
    },
    {
      state: 'handling',
      name: said('办理中', 'Being handled'),
      plain: said('正在办', 'Someone is working on it'),
      standing: 'now',
    },
    {
      state: 'answered',
      name: said('已答复，待评价', 'Answered'),
      plain: said('已答复', 'Answered'),
      standing: 'next',
    },
  ],
  timeline: [
    entry(1, '2026-06-30T01:02:00Z', said('反映了这件事。', 'The matter was raised.'), {
      kind: 'opened',
      step: null,
      words: [
        {
          name: 'what',
          label: said('什么事', 'What is the matter'),
          text: '3 号楼 2 单元门口的路灯坏了三天了。\n晚上看不见台阶，老人不敢下楼。',
          visible: 'reporter',
        },
      ],
      photos: [{ id: invented.photoId, width: 64, height: 48 }],
    }),
    entry(
      2,
      '2026-06-30T01:12:00Z',
      said(
        '金湖社区居委会已经接手，马志强负责。',
        'Jinhu Residents’ Committee has taken it; Ma Zhiqiang answers for it.',
      ),
      { step: 'accept' },
    ),
    entry(3, '2026-06-30T07:40:00Z', said('马志强记下了进展。', 'Ma Zhiqiang recorded progress.'), {
      words: [
        {
          name: 'note',
          label: said('进展', 'Progress'),
          text: '电工看过了，是线路老化，明天上午换。',
          visible: 'reporter',
        },
        { name: 'memo', label: said('内部', 'Internal'), text: 'INTERNAL-MEMO', visible: 'internal' },
      ],
    }),
  ],
  steps: [offers.withdraw],
  reveals: [],
  ...over,
});

export const publicRequest: PublicRequest = {
  number: '2606-00017-3',
  title: '楼道感应灯不亮',
  category: 'lighting',
  community: said('金湖社区', 'Jinhu Community'),
  stateName: said('已答复，待评价', 'Answered, waiting for rating'),
  plain: said('已答复', 'Answered'),
  outcome: 'solved',
  stage: 'final',
  openedAt: '2026-06-24T02:00:00Z',
  answeredAt: '2026-06-26T08:00:00Z',
  body: '5 号楼楼道的感应灯一直不亮。',
  answer: '已更换 6 个感应灯，当晚试过都亮。',
  answeredBy: said('金湖社区居委会', 'Jinhu Residents’ Committee'),
  holder: said('金湖社区居委会', 'Jinhu Residents’ Committee'),
  rating: 5,
  isOpenToJoin: false,
  joined: 2,
};

const receipt: Receipt = {
  matterId: invented.matterId,
  number: invented.number,
  code: invented.code,
  firstContact: {
    name: contact.name,
    post: contact.post,
    body: contact.body.name,
    phonePublic: contact.body.phonePublic,
  },
  acceptBy: '2026-07-01T16:00:00Z',
  answerBy: '2026-07-21T10:00:00Z',
};

const faultsOf = ({ what, community: code, place, phone }: Raising) => {
  const length = [...what.trim()].length;
  return {
    ...(length === 0 ? { what: no('field.required', '这里要填。', 'Please fill this in.') } : {}),
    ...(length > 2000
      ? { what: no('field.too_long', `太长了：现在 ${length} 个字。`, `Too long: ${length} characters.`) }
      : {}),
    ...(subdistricts.some(({ communities }) => communities.some((one) => one.code === code))
      ? {}
      : { community: no('field.required', '请选社区。', 'Please choose a community.') }),
    ...(place.trim() === '' ? { place: no('field.required', '请写具体在哪儿。', 'Please say where.') } : {}),
    ...(/^\d*$/.test(phone)
      ? {}
      : { phone: no('request.phone_unreadable', '手机号看不懂。', 'That is no telephone number.') }),
  };
};

/** An invented district for the tests of the site: `seen` says what the site asked of it. */
export function inventedDeps(over: Partial<SiteDeps> = {}) {
  const seen = {
    raised: [] as Raising[],
    joined: [] as Parameters<SiteDeps['join']>[0][],
    steps: [] as (StepInput & { step: string })[],
    codes: [] as string[][],
    photos: 0,
  };
  const deps: SiteDeps = {
    now: () => invented.now,
    tongues: [],
    meetTrouble: findTrouble,
    district: async () => ({ name: said('示例区', 'Example District'), timeZone: 'Asia/Shanghai' }),
    ended: async (code) =>
      code === '620199001001009'
        ? {
            name: { zh: '金湖社区第九网格', en: 'Jinhu Grid 9' },
            on: '2026-06-01',
            now: { code: inventedBoard.code, name: { zh: '金湖社区第一网格', en: 'Jinhu Grid 1' } },
          }
        : undefined,
    board: async (code) => (code === inventedBoard.code ? inventedBoard : undefined),
    findPlaces: async (text) => (text.includes('金湖') ? [inventedBoard] : []),
    communities: async () => subdistricts,
    locatePlace: async (code, place) =>
      place.includes('湖滨路')
        ? {
            found: null,
            asks: no('locate.ambiguous', '这样写可能是好几个地方。', 'This may be several places.'),
            reason: 'ambiguous',
            candidates: [1, 2].map((n) => ({
              grid: code === '' ? `62019900100${n}001` : `${code}00${n}`,
              label: said(`湖滨路（第${n}网格段）`, `湖滨路, grid ${n}`),
            })),
          }
        : {
            found: place.includes('东楼') ? `${code || '620199001001'}001` : null,
            asks: null,
            reason: null,
            candidates: [],
          },
    locatePoint: async ([lon]) =>
      lon === 103.5
        ? { found: '620199001001001', asks: null, reason: null, candidates: [] }
        : { found: null, asks: null, reason: 'outside', candidates: [] },
    areaMap: async (code) => inventedMap(code),
    findGrid: async (code) =>
      /^620199001001001$/.test(code) ? { code, name: said('金湖社区第一网格', 'Jinhu grid 1') } : undefined,
    checkRaise: async (draft) => faultsOf(draft),
    join: async (joining) => {
      seen.joined.push(joining);
      return { ok: true, value: receipt };
    },
    raise: async (draft) => {
      seen.raised.push(draft);
      return { ok: true, value: receipt };
    },
    storePhoto: async (bytes) => {
      seen.photos += 1;
      if (bytes.length > 1000) return { ok: false, ...no('photo.too_large', '照片太大。', 'The photo is too large.') };
      return { ok: true, value: { photoId: randomUUID(), width: 4, height: 3 } };
    },
    showCode: async (number, code, address) => {
      seen.codes.push([number, code, address]);
      const isRight = number.replace(/\D/g, '') === invented.number.replace(/\D/g, '') && code === invented.code;
      return isRight
        ? { ok: true, value: { matterId: invented.matterId } }
        : { ok: false, ...no('follow.wrong_code', '编号或查询码不对。', 'Number or code is wrong.') };
    },
    messages: {
      offered: ['sms', 'mail'],
      find: async () => ({ chosen: 'none', onlyOwed: false, hasPhone: false, hasMail: false }),
      choose: async () => ({ ok: true, value: null }),
    },
    follow: async (matterId) => (matterId === invented.matterId ? followPage() : undefined),
    photo: async () => ({ bytes: Buffer.from('picture'), mediaType: 'image/webp' }),
    takeStep: async (_, step, taken) => {
      seen.steps.push({ step, ...taken });
      return { ok: true, value: { seq: 4, state: 'handling', repeated: false } };
    },
    alerts: {
      isOffered: true,
      ask: async () => ({ ok: true, value: null }),
      confirm: async () => ({ ok: true, value: null }),
      stop: async () => {},
    },
    publicCounts: async () => ({ ok: true, value: new Map() }),
    outlines: async () => new Map(),
    object: async () => ({ ok: true, value: { repeated: false } }),
    publicList: async ({ words, after }) =>
      words?.length === 1
        ? { ok: false, ...no('search.too_short', '请至少输入两个字。', 'Please type at least two characters.') }
        : { ok: true, value: { rows: [publicRequest], next: after ? null : 'cursor-2' } },
    findAlike: async ({ what }) =>
      what.includes('路灯') ? [{ ...publicRequest, isOpenToJoin: true, reasons: ['sameGrid', 'sameWords'] }] : [],
    proposeCategory: (words) => (words.includes('灯') ? 'lighting' : 'other'),
    publicRequest: async (number) => (number === publicRequest.number ? publicRequest : undefined),
    recentAnswers: async () => [publicRequest],
    ...inventedOpenData,
    drawing: ({ state }, language) => `<svg xmlns="http://www.w3.org/2000/svg"><text>${state} ${language}</text></svg>`,
    procedures: async () => [procedure],
    procedure: async (id) => (id === 'resident-request' ? procedure : undefined),
    digests: async (span) => ({
      district: 620199,
      digests: 'year' in span && span.year !== 2026 ? [] : inventedDigests,
      years: [2026],
      drawDays: [],
    }),
    draw: async () => undefined,
    proof: async () => inventedProof(),
    resident: {
      isOffered: true,
      requestCode: async () => ({ ok: true, value: { flow: 'a-flow' } }),
      enterCode: async (_, code) =>
        code === '123456'
          ? { ok: true, value: { token: 'a-resident' } }
          : { ok: false, ...no('resident.wrong_code', '验证码不对。', 'This code is not right.') },
      demoCode: () => undefined,
      phone: async (token) => (token === 'a-resident' ? '13800000000' : undefined),
      requests: async (token) => (token === 'a-resident' ? { phoneMasked: '138****0000', requests: [] } : undefined),
      leave: async () => undefined,
    },
    sign: (signed) => `${signed}.sealed`,
    unsign: (signed) => (signed.endsWith('.sealed') ? signed.slice(0, -'.sealed'.length) : undefined),
    maxPhotoBytes: 1000,
    ...inventedReception,
    ...inventedDisclosures,
    rightChannels: [fire, shopping],
    findRightChannels: (words) =>
      [fire, shopping].filter((channel) => channel.words.some((word) => words.includes(word))),
    opening: { whatMax: 2000, photosMax: 4 },
    ...over,
  };
  return { deps, seen };
}

const procedure: NonNullable<Awaited<ReturnType<SiteDeps['procedure']>>> = {
  id: 'resident-request',
  version: 1,
  opening: { fields: [], asksCommunity: false, needsCommunity: false, asksPlace: true },
  holdsFrom: '2026-01-01',
  name: said('居民诉求', 'Resident request'),
  promise: said('您反映的事，当天有人接手，有名有姓。', 'Someone with a name takes your matter the same day.'),
  sources: [said('首问负责（S25）', 'First contact answers (S25)')],
  states: [
    {
      state: 'handling',
      name: said('办理中', 'Being handled'),
      plain: said('正在办', 'Someone is working on it'),
      kind: 'open',
      owner: said('承办单位', 'the handling body'),
    },
    {
      state: 'settled',
      name: said('已办结', 'Settled'),
      plain: said('有了结果', 'Settled'),
      kind: 'final',
      owner: null,
    },
  ],
  steps: [
    {
      step: 'accept',
      name: said('接手', 'Accept'),
      from: [said('待社区接手', 'Waiting')],
      to: [{ name: said('办理中', 'Being handled'), when: said('满意', 'satisfied') }],
      by: [said('待接收单位', 'the body')],
      tells: [said('反映人', 'the person')],
      fields: [],
    },
  ],
  clocks: [
    {
      clock: 'acceptance',
      name: said('接手时限', 'Time to accept'),
      limit: said('当天', 'the same day'),
      basis: said('事不过夜（S27）', 'Same day (S27)'),
      since: '2026-01-01',
      metBy: [said('接手', 'Accept')],
      reminds: [],
      turnsInto: null,
      setHere: null,
      tells: [said('裁定人', 'the decider')],
    },
  ],
  drawing: said('stateDiagram-v2'),
  svg: said(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60"><rect width="200" height="60" fill="#e6f1ef"/><text x="20" y="35" font-size="16">待接手 → 办理中</text></svg>',
  ),
};
