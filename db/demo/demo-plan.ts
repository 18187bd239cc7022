import type { DistrictPlan } from '../district/plan.ts';
import { inventChainBodies, inventChainLinks, inventChainPosts } from './demo-chains.ts';
import { demoDistrict, inventAreas } from './demo-areas.ts';
import { inventBodies, inventLinks } from './demo-bodies.ts';
import { inventPosts } from './demo-posts.ts';
import { inventPersonName } from './names.ts';
import type { Random } from './random.ts';
import { makeRandom } from './random.ts';

const seed = 990102;
/** One clerk's post in forty is left vacant, so that vacancies are seen. */
const vacantOneIn = 40;

/** Invents the demo district (演示区): the same plan every time. */
export function inventDistrict(): DistrictPlan {
  const random = makeRandom(seed);
  const areas = inventAreas(random);
  const bodies = inventBodies(areas);
  const posts = inventPosts(areas, bodies);
  // Behind those that handle matters, so that earlier names and ids stay as they are known.
  const chainBodies = inventChainBodies(areas);
  const chainPosts = inventChainPosts(areas, chainBodies);
  return {
    district: demoDistrict,
    areas,
    bodies: [...bodies, ...chainBodies],
    links: [...inventLinks(bodies), ...inventChainLinks([...bodies, ...chainBodies])],
    posts: [...posts, ...chainPosts],
    people: withPartySecretaries(inventPeople(random, [...posts, ...chainPosts.filter(isHeldAlone)])),
  };
}

const isHeldAlone = ({ kind }: DistrictPlan['posts'][number]) => kind !== 'partySecretary';

/** The secretary of a community's party committee is its 社区书记, that of a sub-district its director (一肩挑). */
const withPartySecretaries = (people: DistrictPlan['people']): DistrictPlan['people'] =>
  people.map((person) => ({
    ...person,
    posts: person.posts.flatMap((held) => {
      const own = /^(?:committee-(\d{12})\.2|office-(\d{9})\.1)$/.exec(held.post);
      return own ? [held, { ...held, post: `party-${own[1] ?? own[2]}.1` }] : [held];
    }),
  }));

function inventPeople(random: Random, posts: DistrictPlan['posts']): DistrictPlan['people'] {
  const secondClerks = posts.filter(({ kind, key }) => kind === 'communityClerk' && !key.endsWith('.3'));
  const vacant = new Set(secondClerks.filter((_, index) => index % vacantOneIn === 0).map(({ key }) => key));
  return posts
    .filter(({ key }) => !vacant.has(key))
    .map(({ key, tenure }, index) => {
      const name = inventPersonName(random);
      const fromOn = tenure === 'elected' ? '2024-03-20' : `20${random.between(19, 24)}-0${random.between(1, 9)}-01`;
      return {
        login: `qichuan-${String(index + 1).padStart(4, '0')}`,
        nameZh: name.zh,
        nameEn: name.en,
        posts: [{ post: key, fromOn: fromOn < demoDistrict.foundedOn ? demoDistrict.foundedOn : fromOn, toOn: null }],
      };
    });
}
