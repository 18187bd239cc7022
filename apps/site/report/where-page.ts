import { html, type Html } from '../../../ui/html.ts';
import type { Subdistrict } from '../deps.ts';
import { hidden, option, radios, select, textInput } from '../fields.ts';
import type { Visit } from '../visit.ts';
import type { Key } from '../words.ts';
import { askedFor, communitiesLike, type Community } from './draft.ts';
import { again, type Shown } from './shown.ts';

/** The places that may be meant, as a question; the person may also say that it is none of them. */
const drawWhich = (visit: Visit, { draft, faults, candidates = [] }: Shown): Html | false =>
  candidates.length > 0 &&
  html`${radios(visit, {
    name: 'grid',
    label: visit.say('report.where.which'),
    hint: visit.say('report.where.whichHint', { place: draft.place }),
    fault: faults['grid'],
    value: draft.grid,
    options: [
      ...candidates.map(({ grid, label }) => ({ value: grid, label })),
      { value: 'none', label: { zh: '', en: '', [visit.language]: visit.say('report.where.whichNone') } },
    ],
  })}${hidden('gridFor', askedFor(draft))}`;

/** The grid and for what it was chosen travel on, where they are not asked for. */
const drawChosen = ({ draft, candidates = [] }: Shown): Html | false =>
  candidates.length === 0 && html`${hidden('grid', draft.grid)}${hidden('gridFor', draft.gridFor)}`;

/** Ways to say the place without typing: where the device is, which only a script can ask, and the map, which needs none. */
function drawWays({ say, name }: Visit, { draft, told }: Shown): Html {
  const spoken = {
    waiting: say('report.where.hereWaiting'),
    denied: say('report.where.hereDenied'),
    unknown: say('report.where.hereUnknown'),
  };
  const of = draft.community === '' ? '' : `&of=${draft.grid === '' ? draft.community.slice(0, 9) : draft.community}`;
  return html`<p class="ways">
      <button
        class="quiet"
        name="here"
        value=""
        formaction="${again('where')}"
        data-here
        hidden
        data-waiting="${spoken.waiting}"
        data-denied="${spoken.denied}"
        data-unknown="${spoken.unknown}"
      >
        ${say('report.where.here')}
      </button>
      <button class="quiet" formaction="/report?page=map${of}">${say('report.where.map')}</button>
    </p>
    <p class="note" role="status" data-here-said ${!told && html` hidden`}>${told && name(told)}</p>`;
}

/** The community as a choice: among those that the words found, or among all. */
function drawCommunity(visit: Visit, { draft, faults, subdistricts }: Shown, found: readonly Community[]): Html {
  const { say, name } = visit;
  const asked = { name: 'community', label: say('report.where.community'), fault: faults['community'] };
  if (found.length > 1)
    return radios(visit, {
      ...asked,
      hint: say('report.where.searchFound'),
      value: draft.community,
      options: found.map(({ code, name: label }) => ({ value: code, label })),
    });
  return select(visit, {
    ...asked,
    hint: say('report.where.communityHint'),
    options: html`${option('', say('report.where.communityNone'), draft.community)}
    ${subdistricts.map(
      (subdistrict) =>
        html`<optgroup label="${name(subdistrict.name)}">
          ${subdistrict.communities.map(({ code, name: label }) => option(code, name(label), draft.community))}
        </optgroup>`,
    )}`,
  });
}

/** For who knows neither the community nor the map: folded up until it was used. */
const drawSearch = (visit: Visit, { draft }: Shown, found: readonly Community[]): Html => {
  const { say } = visit;
  return html`<details class="more" ${draft.communityWords !== '' && html` open`}>
    <summary>${say('report.where.search')}</summary>
    ${textInput(visit, { name: 'communityWords', label: say('report.where.searchLabel'), hint: say('report.where.searchHint'), value: draft.communityWords })}
    <p><button class="quiet" formaction="${again('where')}">${say('report.where.searchButton')}</button></p>
    ${draft.communityWords !== '' && found.length === 0 && html`<p class="empty" role="status">${say('report.where.searchNone', { words: draft.communityWords })}</p>`}
  </details>`;
};

/** The community: asked, or in large letters only where the place alone did not say it; said, where something brought it. */
function drawWhichCommunity(visit: Visit, shown: Shown): Html {
  const { draft, faults, subdistricts, sign, candidates = [] } = shown;
  const found = communitiesLike(draft.communityWords, subdistricts);
  const isAsked = faults['community'] !== undefined || found.length > 1 || (!visit.isLarge && !sign);
  if (isAsked && candidates.length === 0)
    return html`${drawCommunity(visit, shown, found)} ${!visit.isLarge && drawSearch(visit, shown, found)}`;
  const known = sign ? undefined : communityName(visit, draft.community, subdistricts);
  return html`${hidden('community', draft.community)}
  ${known !== undefined && html`<p class="note">${visit.say('report.where.inCommunity', { community: known })}</p>`}`;
}

/** Where it is (在哪里): by position, map or words, and the community only where that is still open. */
export function drawWhere(visit: Visit, shown: Shown): Html {
  const { draft, faults, sign } = shown;
  const { say, name } = visit;
  return html`${sign && html`<p class="note">${say(broughtKeys[draft.gridFor] ?? 'report.where.sign', { grid: name(sign) })}</p>`}
  ${drawWays(visit, shown)} ${drawWhich(visit, shown)}
  ${textInput(visit, { name: 'place', label: say('report.where.place'), hint: say(sign ? 'report.where.placeNear' : 'report.where.placeHint'), fault: faults['place'], value: draft.place, attributes: html` dir="auto"` })}
  ${drawWhichCommunity(visit, shown)} ${drawChosen(shown)}`;
}

const broughtKeys: Readonly<Record<string, Key>> = {
  sign: 'report.where.sign',
  map: 'report.where.onMap',
  here: 'report.where.isHere',
};

/** The name of the community chosen, if it is one of ours. */
export const communityName = (visit: Visit, code: string, subdistricts: readonly Subdistrict[]): string | undefined => {
  const chosen = subdistricts.flatMap(({ communities }) => communities).find((community) => community.code === code);
  return chosen && visit.name(chosen.name);
};
