import type { WorkingCalendar } from '../../modules/matters/index.ts';
import type { Category, Channel } from '../../modules/requests/index.ts';
import type { CastCommunity, CastGrid, Worker } from './month-cast.ts';
import { pickByOdds, type Odds } from './month-odds.ts';
import { minuteOf } from './month-time.ts';
import type { Random } from './random.ts';
import { textsByCategory } from './texts.ts';
import { elsewhereTexts } from './texts/elsewhere.ts';

/** What a story needs of the report it is told of. */
export type Needs = 'nothing' | 'explained' | 'elsewhere' | 'facility';
type Texts = {
  readonly solved: string;
  readonly explained?: string;
  readonly note?: string;
  readonly channel?: string;
  readonly reply?: string;
};
type Report = { readonly category: Category; readonly title: string; readonly text: string; readonly texts: Texts };

/** One invented request: what is wrong, where, and who heard it first. */
export type DemoRequest = {
  readonly community: CastCommunity;
  readonly areaCode: string;
  readonly place: string;
  readonly contact: Worker;
  readonly isTakenDown: boolean;
  readonly channel: Channel;
  readonly category: Category;
  readonly title: string;
  readonly what: string;
  readonly texts: Texts;
};

export type Wishes = {
  readonly needs: Needs;
  readonly categories?: readonly Category[];
  readonly grid?: CastGrid;
  readonly channel?: Channel;
};

const allYear: Odds<Category> = [
  [12, 'property'],
  [10, 'waste'],
  [10, 'road'],
  [9, 'noise'],
  [9, 'water'],
  [8, 'lighting'],
  [7, 'building'],
  [6, 'safety'],
  [6, 'elderly'],
  [5, 'greening'],
  [5, 'welfare'],
  [5, 'other'],
  [4, 'power'],
  [3, 'gas'],
];
const inWinter: Odds<Category> = [...allYear, [14, 'heating']];
const winterMonths = [1, 2, 3, 11, 12];
/** Things of which several bodies may say that they are somebody else's. */
const facilities: Odds<Category> = [
  [10, 'road'],
  [9, 'water'],
  [9, 'lighting'],
  [8, 'building'],
  [4, 'power'],
];
const onStreets: readonly Category[] = ['lighting', 'road', 'waste', 'greening', 'noise', 'water'];

/** Invents what somebody reports at an instant, and where; a title is used only once in a community while others are left. */
export function inventRequest(
  calendar: WorkingCalendar,
  random: Random,
  { community, openedAt, used }: { community: CastCommunity; openedAt: Date; used: Set<string> },
  wishes: Wishes,
): DemoRequest {
  const isWinter = winterMonths.includes(new Date(calendar.dayOf(openedAt) * 86_400_000).getUTCMonth() + 1);
  let report = pickReport(random, isWinter, wishes);
  for (let tries = 0; used.has(report.title) && tries < 20; tries += 1) report = pickReport(random, isWinter, wishes);
  used.add(report.title);

  const { category, title, text, texts } = report;
  const { name, place, grid } = pickPlace(random, community, report, wishes.grid);
  const channel = wishes.channel ?? pickChannel(calendar, random, openedAt);
  const byPlace = grid?.worker ?? community.committee.worker;
  const contact = channel === 'counter' || channel === 'telephone' ? community.committee.worker : byPlace;
  const isTakenDown = channel !== 'site' && channel !== 'onlineMessage';
  const areaCode = grid?.code ?? community.code;
  return {
    community,
    areaCode,
    place,
    contact,
    isTakenDown,
    channel,
    category,
    title,
    what: text.replace('{place}', name),
    texts,
  };
}

function pickReport(random: Random, isWinter: boolean, { needs, categories }: Wishes): Report {
  if (needs === 'elsewhere') {
    const { category, title, text, channel, reply } = random.pick(elsewhereTexts);
    return { category, title, text, texts: { solved: reply, channel, reply } };
  }
  const odds = needs === 'facility' ? facilities : isWinter ? inWinter : allYear;
  const category = categories ? random.pick(categories) : pickByOdds(random, odds);
  const texts = textsByCategory[category].filter(({ explained }) => explained || needs !== 'explained');
  const report = random.pick(texts);
  return { category, title: report.title, text: report.text, texts: report };
}

/** An estate lies in one grid; the street runs through two, and what lies on it goes to the community. */
function pickPlace(random: Random, community: CastCommunity, { category, text }: Report, wished: CastGrid | undefined) {
  const mayBeOnStreet = onStreets.includes(category) && !/单元|楼|屋|家|住|窗|门|我们/.test(text);
  if (!wished && mayBeOnStreet && random.between(1, 3) === 1)
    return { name: community.street, place: `${community.street}${random.between(2, 180)}号附近`, grid: null };
  const grid = wished ?? random.pick(community.grids);
  const name = random.pick(grid.estates);
  const stairwell = text.includes('单元') ? '' : `${random.between(1, 4)}单元`;
  return { name, place: `${name}${random.between(1, 18)}号楼${stairwell}`, grid };
}

/** The counter and the telephone are open in office hours, workers go round till evening, the site never closes. */
function pickChannel(calendar: WorkingCalendar, random: Random, at: Date): Channel {
  const minute = minuteOf(calendar, at);
  const isWorkingDay = calendar.isWorkingDay(calendar.dayOf(at));
  const isOpen =
    isWorkingDay &&
    calendar.hoursOn(calendar.dayOf(at)).some(({ fromMinute, toMinute }) => minute >= fromMinute && minute < toMinute);
  const isLight = isWorkingDay && minute >= 8 * 60 && minute < 20 * 60;
  return pickByOdds<Channel>(random, [
    [48, 'site'],
    [10, 'onlineMessage'],
    [isOpen ? 16 : 0, 'counter'],
    [isOpen ? 24 : 0, 'telephone'],
    [isLight ? 22 : 0, 'doorstep'],
  ]);
}
