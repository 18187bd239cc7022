import {
  holdersOf,
  permissions,
  policy,
  reach,
  type Permission,
  type PolicyLine,
  type Reach,
} from '../modules/access/index.ts';
import { postKinds } from '../modules/bodies/index.ts';
import { say } from '../platform/i18n/words.ts';

type Language = 'zh' | 'en';

const words = {
  zh: {
    title: '权限表',
    generated: '由 `npm run docs` 从 `modules/access/rules/policy.ts` 和 `reach.ts` 生成，请勿手改。',
    lead: '一件事能不能做，看四样：岗位、区域、与事项的关系、内容敏感程度。程序、查询、界面问的都是这一张表；每个“不能”都说明谁能、为什么。办一步还要看流程里的角色，见 `docs/procedures`。',
    lines: '每项权限',
    head: ['权限', '岗位', '与事项的关系', '内容', '为什么这样定'],
    posts: '每种岗位',
    post: '岗位',
    sees: '看到哪里',
    system: '程序本身（定时、导入）',
    yes: '可',
    join: '、',
    relation: {
      none: '不涉及事项',
      inReach: '在看得到的范围内，或交给过本单位',
      part: '流程里有他的角色',
      own: '自己的岗位',
    },
    sensitivity: { open: '公开', internal: '内部工作', personal: '个人信息', staff: '岗位与任职' },
    reach: {
      community: '本社区，和交给过本单位的',
      subdistrict: '本街道，和交给过本单位的',
      district: '全区',
      given: '只有交给过本单位的',
      nothing: '看不到任何事项',
    },
  },
  en: {
    title: 'Permissions',
    generated: 'Generated from `modules/access/rules/policy.ts` and `reach.ts` by `npm run docs`; do not edit.',
    lead: 'Whether something may be done depends on four things: the post, the area, the relation to the matter, and how sensitive the content is. Actions, queries and screens all ask this one table, and each “no” says who may and why. For a step, the role in the procedure counts too: see `docs/procedures`.',
    lines: 'Each permission',
    head: ['Permission', 'Posts', 'Relation to the matter', 'Content', 'Why it is so'],
    posts: 'Each kind of post',
    post: 'Post',
    sees: 'Sees',
    system: 'the program itself (timer, import)',
    yes: 'yes',
    join: ', ',
    relation: {
      none: 'none',
      inReach: 'in the reach of the post, or once given to its body',
      part: 'a role in the procedure',
      own: 'one’s own post',
    },
    sensitivity: {
      open: 'public',
      internal: 'work of offices',
      personal: 'personal data',
      staff: 'who holds which post',
    },
    reach: {
      community: 'the community, and what the body was given',
      subdistrict: 'the sub-district, and what the body was given',
      district: 'the whole district',
      given: 'only what the body was given',
      nothing: 'no matter at all',
    },
  },
} as const satisfies Record<
  Language,
  {
    relation: Record<PolicyLine['relation'], string>;
    sensitivity: Record<PolicyLine['sensitivity'], string>;
    reach: Record<Reach, string>;
    [more: string]: unknown;
  }
>;

/** The policy (权限表) as a page of Markdown in one language: each permission, and each kind of post. */
export function writePermissionsPage(language: Language): string {
  const w = words[language];
  const nameOf = (permission: Permission) => say('access', `permissions.${permission}`)[language];
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const lines = permissions.map((permission) => {
    const { posts, bySystem, relation, sensitivity, why } = policy[permission];
    const who = [...posts.map((group) => group[language]), ...(bySystem ? [w.system] : [])].join(w.join);
    return [
      `${nameOf(permission)} \`${permission}\``,
      who,
      w.relation[relation],
      w.sensitivity[sensitivity],
      why[language],
    ];
  });
  const posts = postKinds.map((kind) => [
    say('bodies', `postKinds.${kind}`)[language],
    w.reach[reach[kind]],
    ...permissions.map((permission) => (holdersOf(permission).includes(kind) ? w.yes : '')),
  ]);
  return [
    `# ${w.title}`,
    w.generated,
    w.lead,
    `## ${w.lines}`,
    table(w.head, lines),
    `## ${w.posts}`,
    table([w.post, w.sees, ...permissions.map(nameOf)], posts),
    '',
  ].join('\n\n');
}
