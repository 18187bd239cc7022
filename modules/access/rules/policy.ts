import type { PostKind } from '../../bodies/index.ts';
import type { Permission } from '../contract/permission.ts';
import {
  administrator,
  community,
  communityHeads,
  communityLeaders,
  department,
  dispatch,
  dispatchHead,
  leader,
  officer,
  property,
  subdistrict,
  supervisor,
  taskGroupHead,
  type PostGroup,
} from './post-groups.ts';

/** `system` is the program's own work (timers, import, setup); it never comes from a request. */
export type Holder = PostKind | 'system';

/**
 * What the one who asks has to do with the thing: `none` is asked; it lies `inReach` (see `reach.ts`) or was given to their
 * body; they have a `part` in the matter by its procedure (holder, head, first contact, offered); it is their `own` post.
 */
export type Relation = 'none' | 'inReach' | 'part' | 'own';

/** What is touched: what everybody may read, offices' own work, a person's protected details, or who holds which post. */
export type Sensitivity = 'open' | 'internal' | 'personal' | 'staff';

/** One line of the policy: who, with which relation to the thing, touching what; `why` is its docstring, in both languages. */
export type PolicyLine = {
  readonly posts: readonly PostGroup[];
  readonly bySystem: boolean;
  readonly relation: Relation;
  readonly sensitivity: Sensitivity;
  readonly why: { readonly zh: string; readonly en: string };
};

const publicService = [community, subdistrict, department, dispatch, supervisor];
const everyoneWithMatters = [...publicService, officer, property];

const line = (
  posts: readonly PostGroup[],
  relation: Relation,
  sensitivity: Sensitivity,
  zh: string,
  en: string,
  more: { readonly bySystem?: true } = {},
): PolicyLine => ({ posts, bySystem: more.bySystem === true, relation, sensitivity, why: { zh, en } });

const bySystem = { bySystem: true } as const;

/**
 * The policy (权限表): which posts carry which permission, asked by actions, queries, the door of the API and the screens
 * through `mayUse`. Which areas a post reaches is said by `reach.ts`, and which relation a step asks for by its procedure.
 */
export const policy: Readonly<Record<Permission, PolicyLine>> = {
  'matters.read': line(
    everyoneWithMatters,
    'inReach',
    'internal',
    '看本岗位范围内、或交给过本单位的事项。管理员不在其中：管岗位的人看不到居民的事。',
    'Matters in the reach of the post, or once given to its body. Administrators are left out: who keeps the posts does not see what residents ask.',
    bySystem,
  ),
  'matters.register': line(
    [community, subdistrict, dispatch],
    'inReach',
    'internal',
    '替居民登记。部门、物业和督查不是居民找的窗口。',
    'Taking a matter down for a resident. Departments, property managers and supervisors are no counter for residents.',
    bySystem,
  ),
  'matters.step': line(
    everyoneWithMatters,
    'part',
    'internal',
    '办理一步。谁能办哪一步，由流程按他在这件事里的身份决定。',
    'Taking a step. Which one is said by the procedure, by the part one has in the matter.',
    bySystem,
  ),
  'matters.search': line(
    publicService,
    'inReach',
    'internal',
    '在看得到的事项里按字词查找。物业是企业，只办交给它的事，不查找。',
    'Finding matters one may read by words. A property manager is a company: it does what it was given and does not search.',
    bySystem,
  ),
  'requests.reveal': line(
    publicService,
    'inReach',
    'personal',
    '为了写明的用途看反映人电话，每次留痕并给本人看。物业上门找地方、不找人，电话由社区转告。',
    'Seeing a reporter’s telephone number for a stated purpose; each time is logged and shown to that person. A company is sent to the place, not to the person: it hears the number from the community.',
  ),
  'procedures.read': line(
    [...everyoneWithMatters, administrator],
    'none',
    'open',
    '看办事流程，以及本区为它定的时限、日历和答复范本：没有居民的内容，管岗位的人也能看。',
    'Reading the procedures, and the limits, calendar and starting texts the district set for them: nothing of residents stands there, so whoever keeps the posts may read them too.',
    bySystem,
  ),
  'figures.read': line(
    [communityLeaders, subdistrict, department, dispatch, supervisor, leader],
    'inReach',
    'internal',
    '看汇总数字。数字里没有人；网格员和物业用不着。',
    'Reading figures. There are no persons in them; grid workers and property managers have no need of them.',
    bySystem,
  ),
  'reports.make': line(
    [communityLeaders, subdistrict, department, dispatch, supervisor, leader],
    'inReach',
    'internal',
    '生成自己范围的周报、月报。报告留存不改，谁生成的写在上面；看得到数字的岗位都能生成。',
    'Making the weekly or monthly report of one’s own reach. It is kept unchanged, with who had it made; whoever may see the figures may make it.',
  ),
  'posts.read': line(
    [...publicService, administrator],
    'none',
    'staff',
    '看机构、岗位、谁在任、哪里空缺。这是找人办事的前提。',
    'Seeing bodies, posts, who holds them and which are vacant: without it nobody knows whom to turn to.',
  ),
  'posts.standIn': line(
    [...everyoneWithMatters, administrator],
    'own',
    'staff',
    '外出时给自己的岗位安排代理人，回来就结束。代理人不能再转给别人。',
    'Naming a deputy for one’s own post while away, and ending it when back. A deputy passes nothing on.',
  ),
  'calendar.set': line(
    [dispatchHead],
    'none',
    'open',
    '设置本区日历和作息，决定本区可以决定的时限。由调度中心主任负责，每次改动留下依据。',
    'Setting the calendar, office hours and the limits that a district may choose: the head of the centre, each time with the paper that says so.',
    bySystem,
  ),
  'notices.operate': line(
    [dispatchHead],
    'none',
    'internal',
    '看发件箱里没送到的消息并重发。里面没有号码，也没有内容。',
    'Seeing messages that did not get through, and sending them again. There are neither numbers nor words in it.',
    bySystem,
  ),
  'open311.keys': line(
    [dispatchHead],
    'none',
    'internal',
    '给 Open311 客户端发钥匙、收回钥匙。钥匙只能替居民反映和看公开内容。',
    'Giving keys to clients of Open311 and taking them back. A key raises requests and reads what is public, nothing else.',
    bySystem,
  ),
  'partners.connect': line(
    [dispatchHead],
    'none',
    'internal',
    '对接外单位的系统：地址、密钥、类别对照，看有没有送到。地址只能是运维人员许可的；密钥填了就看不到。',
    'Connecting the systems of outside bodies: address, key and codes, and whether what was sent got through. Only addresses that the operator allows; a key is never shown again.',
    bySystem,
  ),
  'bodies.read': line(
    [...publicService, officer, administrator],
    'inReach',
    'staff',
    '看机构关系、责任链和职责分工。楼栋联系人是邻居，物业企业不查。',
    'Seeing how bodies are linked, responsibility chains and the duty matrix. Building contacts are neighbours: a company does not look them up.',
    bySystem,
  ),
  'duties.edit': line(
    [dispatchHead, taskGroupHead],
    'inReach',
    'staff',
    '改职责分工。专项工作组组长只改本街道的，由规则 mayEditDuty 说明。',
    'Editing the duty matrix. The lead of a task group edits that of the own sub-district only, says `mayEditDuty`.',
    bySystem,
  ),
  'meetings.read': line(
    [community, subdistrict, department, dispatch, supervisor, leader],
    'inReach',
    'internal',
    '看本街道联席会、区里调度会的议程、决定和落实情况，区领导都看得到；事项本身只有看得到它的人才能打开。',
    'Reading agenda, decisions and what became of them at the joint meeting of one’s sub-district, or at the dispatch meeting of the district, and of all of them for leaders of the district; a matter itself opens only for who may open it.',
  ),
  'meetings.propose': line(
    [community, subdistrict, department, dispatch],
    'inReach',
    'internal',
    '在自己参加的会上提议题、划去自己提的议题，每次写理由。联席会是社区主任们的会，调度会是部门和街道的会。',
    'Bringing something up at a meeting that one belongs to and striking it again, each time with a reason: the joint meeting is that of the community directors, the dispatch meeting that of departments and sub-districts.',
  ),
  'meetings.hold': line(
    [subdistrict, dispatchHead],
    'inReach',
    'internal',
    '召集、分流、记到会、散会：联席会由街道主持，调度会由领导小组办公室（区调度中心）主持，决定当场变成有单位有日期的事项。',
    'Convening, deciding, noting who came and concluding: the sub-district presides over its joint meeting, the office of the leading group (the district centre) over the dispatch meeting; each decision becomes a matter with a body and a day.',
  ),
  'reception.hold': line(
    [subdistrict, dispatch],
    'inReach',
    'internal',
    '安排领导接访日，看谁预约了什么事，把接访的事交办：街道和调度中心。',
    'Announcing days on which leaders receive, seeing what was booked, and handing on what was said: the sub-district and the district centre.',
  ),
  'disclosures.read': line(
    [communityLeaders, subdistrict, dispatch, supervisor],
    'inReach',
    'open',
    '看各社区该公开什么、到期没有：社区自己、指导它的街道、调度中心和督查。',
    'Seeing what communities have to disclose and what is due: the community itself, the sub-district that guides it, the district centre and supervisors.',
  ),
  'disclosures.publish': line(
    [communityLeaders],
    'own',
    'open',
    '替本社区公开党务、居务、财务和服务事项，看过遮盖后的公开稿才能发；发出后只能用后一条更正。',
    'Disclosing the affairs of one’s own community, after a look at the masked form; what is out is corrected by a later entry only.',
  ),
  'territory.edit': line(
    [communityHeads, subdistrict, administrator],
    'inReach',
    'staff',
    '划分网格、登记地址：社区自己的当家人，指导它的街道，和建区时的管理员。地址里没有住户。',
    'Changing grids and the register of addresses: the community’s own leaders, the sub-district that guides it, and the administrator who sets the district up. There are no residents in it.',
    bySystem,
  ),
  'accounts.administer': line(
    [administrator],
    'none',
    'staff',
    '开设、停用账号，重置第二重验证。有了账号还要有岗位才能办事，岗位另行任命。',
    'Creating and closing accounts, and resetting a second factor. An account alone does nothing: posts are given separately.',
  ),
  'district.administer': line(
    [administrator],
    'none',
    'staff',
    '区划、机构和岗位的设置与变更：任命、离任、设岗撤岗、安排代理，区划合并、拆分、改名。不能给自己任职，选举产生的岗位只按法定原因结束，最后一位管理员不能结束。',
    'Keeping areas, bodies and posts: appointing, ending, making and closing posts, naming deputies, merging, splitting and renaming areas. Never for oneself; elected people leave on lawful grounds only; the last administrator stays.',
  ),
};

/** Every kind of holder that carries a permission. */
export const holdersOf = (permission: Permission): readonly Holder[] => {
  const { posts, bySystem: system } = policy[permission];
  return [...posts.flatMap(({ kinds }) => kinds), ...(system ? (['system'] as const) : [])];
};
