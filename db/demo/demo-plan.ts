import type { DistrictPlan } from '../district/plan.ts';
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
  return {
    district: demoDistrict,
    areas,
    bodies,
    links: inventLinks(bodies),
    posts,
    people: inventPeople(random, posts),
  };
}

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
