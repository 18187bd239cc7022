import { html, type Html } from '../../../ui/html.ts';
import { drawChannelNotes } from '../channels/channel-notes.ts';
import type { AlikeRequest, Faults, NamedView, Said, SiteDeps, Subdistrict, WhichGrid } from '../deps.ts';
import {
  faultSummary,
  hidden,
  option,
  photoField,
  radios,
  refusalBox,
  select,
  textArea,
  textInput,
} from '../fields.ts';
import type { Page } from '../page.ts';
import { drawSaid } from '../said.ts';
import type { Visit } from '../visit.ts';
import type { Key } from '../words.ts';
import { drawAlike } from './alike.ts';
import {
  askedFor,
  behalfKeys,
  carried,
  categoryKeys,
  communitiesLike,
  fieldsAsked,
  type Category,
  type Community,
  type Draft,
  type PageName,
} from './draft.ts';

export type Shown = {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly subdistricts: readonly Subdistrict[];
  readonly opening: SiteDeps['opening'];
  /** All pages of this report, in their order. */
  readonly pages: readonly PageName[];
  /** Where the place may lie, when that is asked. */
  readonly candidates?: WhichGrid['candidates'];
  /** The grid that a sign, a map or a position brought. */
  readonly sign?: NamedView;
  /** What a position of the device did not say. */
  readonly told?: NamedView;
  /** Where else this may belong, by the words of the draft. */
  readonly elsewhere: ReturnType<SiteDeps['findRightChannels']>;
  /** The kind that the words sound like, and public requests that may be the same; for the last page. */
  readonly proposed?: Category;
  readonly alike?: readonly AlikeRequest[];
  /** The request itself was refused, not one of its fields. */
  readonly refused?: Said;
};

const emergencies = [
  ['110', 'report.urgentPolice'],
  ['119', 'report.urgentFire'],
  ['120', 'report.urgentMedical'],
  ['122', 'report.urgentTraffic'],
] as const;

const labelsOf = ({ say }: Visit): Readonly<Record<string, string>> => ({
  what: say('report.what.label'),
  photos: say('report.send.photos'),
  category: say('report.send.category'),
  community: say('report.where.community'),
  place: say('report.where.place'),
  grid: say('report.where.which'),
  phone: say('report.send.phone'),
});

/** Shows the page again with what is in the form, checking nothing. */
const again = (page: PageName): string => `/report?page=${page}`;

const drawUrgent = ({ say }: Visit): Html =>
  html`<p class="urgent">
    <b>${say('report.urgent')}</b>
    ${emergencies.map(([number, whom]) => html`<a href="tel:${number}">${number} ${say(whom)}</a> `)}
    <span>${say('report.urgentAfter')}</span>
  </p>`;

const drawPhotos = (visit: Visit, { draft, faults, opening, pages }: Shown): Html =>
  photoField(visit, {
    name: 'photos',
    label: visit.say('report.what.photos', { n: opening.photosMax }),
    hint: visit.say('report.what.photosHint'),
    fault: faults['photos'],
    received: draft.photos,
    dropAction: again(pages.includes('photo') ? 'photo' : 'what'),
  });

/** Who would rather begin with a photo goes to its page, with all that stands here already. */
const drawPhotoFirst = ({ say, isLarge }: Visit, { draft }: Shown): Html | false =>
  draft.order === 'words' &&
  !isLarge &&
  html`<p>
    <button class="quiet" name="order" value="photo" formaction="${again('photo')}">
      ${say('report.photo.first')}
    </button>
  </p>`;

const drawWhat = (visit: Visit, shown: Shown): Html => {
  const { draft, faults, opening, pages } = shown;
  return html`${pages[0] === 'what' && drawPhotoFirst(visit, shown)}
  ${textArea(visit, { name: 'what', label: visit.say('report.what.label'), hint: visit.say('report.what.hint'), fault: faults['what'], value: draft.what, max: opening.whatMax, rows: 5 })}
  ${!pages.includes('photo') && drawPhotos(visit, shown)}`;
};

/** Drafts outlive a lost connection on this device; shown by the script, because without it nothing is kept. */
const drawKept = ({ say }: Visit): Html =>
  html`<div class="note" data-kept role="status" hidden>
      <p>${say('report.kept')}</p>
      <p class="actions">
        <button type="button" class="quiet" data-resume>${say('report.resume')}</button>
        <button type="button" class="quiet" data-drop>${say('report.drop')}</button>
      </p>
    </div>
    <p class="hint" data-keeps hidden>${say('report.keeps')}</p>`;

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

function drawWhere(visit: Visit, shown: Shown): Html {
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
const communityName = (visit: Visit, code: string, subdistricts: readonly Subdistrict[]): string | undefined => {
  const chosen = subdistricts.flatMap(({ communities }) => communities).find((community) => community.code === code);
  return chosen && visit.name(chosen.name);
};

/** The kind, proposed from the words; whoever knows better changes it, nobody has to. */
function drawCategory(visit: Visit, { draft, faults, proposed = 'other' }: Shown): Html {
  const chosen = draft.category === 'other' ? proposed : draft.category;
  return html`${select(visit, {
    name: 'category',
    label: visit.say('report.send.category'),
    hint: visit.say('report.send.categoryHint'),
    fault: faults['category'],
    options: Object.entries(categoryKeys).map(([category, key]) => option(category, visit.say(key), chosen)),
  })}${hidden('proposed', proposed)}`;
}

/** For somebody else, or in confidence: folded up, because most people report for themselves and openly; in large letters with the choices that can be left as they are. */
function drawForWhom(visit: Visit, shown: Shown): Html {
  const { say, isLarge } = visit;
  const { behalf, confidential } = shown.draft;
  return html`<details class="more" ${(behalf !== 'self' || confidential) && html` open`}>
    <summary>${say(isLarge ? 'report.send.otherChoices' : 'report.send.forWhom')}</summary>
    ${isLarge && html`${drawCategory(visit, shown)} ${drawPublic(visit, shown.draft)}`}
    ${select(visit, {
      name: 'behalf',
      label: say('report.send.behalf'),
      hint: say('report.send.behalfHint'),
      options: Object.entries(behalfKeys).map(([value, key]) => option(value, say(key), behalf)),
    })}
    <div class="field">
      <input type="hidden" name="confidential" value="no" />
      <label class="choice"
        ><input
          type="checkbox"
          name="confidential"
          value="yes"
          ${confidential && html` checked`}
          aria-describedby="confidential-hint"
        />
        ${say('report.send.confidential')}</label
      >
      <p class="hint" id="confidential-hint">${say('report.send.confidentialHint')}</p>
    </div>
  </details>`;
}

function drawSend(visit: Visit, shown: Shown): Html {
  const { draft, faults, subdistricts, pages, alike = [] } = shown;
  const { say } = visit;
  const change = (page: PageName, label: string) =>
    html`<button class="quiet" formaction="${again(page)}">
      ${say('report.send.change')}<span class="unseen"> ${label}</span>
    </button>`;
  return html`<dl class="facts">
      <dt>${say('report.send.what')} ${change('what', say('report.send.what'))}</dt>
      <dd>${drawSaid(draft.what)}</dd>
      ${
        draft.photos.length > 0 &&
        html`<dt>
            ${say('report.send.photos')} ${pages.includes('photo') && change('photo', say('report.send.photos'))}
          </dt>
          <dd>${say('report.send.photosCount', { count: draft.photos.length })}</dd>`
      }
      <dt>${say('report.send.where')} ${change('where', say('report.send.where'))}</dt>
      <dd>${communityName(visit, draft.community, subdistricts)} <bdi>${draft.place}</bdi></dd>
    </dl>
    ${drawAlike(visit, alike)} ${!visit.isLarge && drawCategory(visit, shown)}
    ${textInput(visit, { name: 'phone', label: say('report.send.phone'), hint: say('report.send.phoneHint'), fault: faults['phone'], value: draft.phone, attributes: html` type="tel" inputmode="tel" autocomplete="tel"` })}
    ${!visit.isLarge && drawPublic(visit, draft)} ${drawForWhom(visit, shown)}`;
}

const drawPublic = ({ say }: Visit, { wantsPublic }: Draft): Html =>
  html`<div class="field">
    <input type="hidden" name="wantsPublic" value="no" />
    <label class="choice"
      ><input
        type="checkbox"
        name="wantsPublic"
        value="yes"
        ${wantsPublic && html` checked`}
        aria-describedby="public-hint"
      />
      ${say('report.send.public')}</label
    >
    <p class="hint" id="public-hint">${say('report.send.publicHint')}</p>
  </div>`;

/** A photo to begin with, or the page that asks for photos alone. */
const drawPhotoPage = (visit: Visit, shown: Shown): Html =>
  html`${drawPhotos(visit, shown)}
  ${
    shown.pages[0] === 'photo' &&
    html`<p>
      <button class="quiet" name="order" value="words" formaction="${again('what')}">
        ${visit.say('report.photo.words')}
      </button>
    </p>`
  }`;

const drawn = { photo: drawPhotoPage, what: drawWhat, where: drawWhere, send: drawSend } as const;
const forwardTo = (page: PageName | undefined): string => (page === undefined ? '/receipt' : `/report/${page}`);

/** One page of a report; the whole draft travels in its form. */
export function drawReport(visit: Visit, page: PageName, shown: Shown): Page {
  const { say } = visit;
  const { pages } = shown;
  const at = pages.indexOf(page);
  const before = pages[at - 1];
  const forward = forwardTo(pages[at + 1]);
  const title = say(`report.${page}.title`);
  const body = html`<p class="step">${say('report.step', { n: at + 1, of: pages.length })}</p>
    ${shown.refused ? refusalBox(visit, shown.refused) : faultSummary(visit, { faults: shown.faults, labels: labelsOf(visit) })}
    <h1>${title}</h1>
    ${at === 0 ? drawUrgent(visit) : pages[at - 1] === 'what' && drawChannelNotes(visit, shown.elsewhere)}
    <form id="draft" method="post" action="${forward}" enctype="multipart/form-data">
      ${carried(shown.draft, fieldsAsked(page, pages))} ${at === 0 && page === 'what' && drawKept(visit)}
      ${drawn[page](visit, shown)}
      <p class="actions">
        <button>${say(page === 'send' ? 'report.send.button' : 'report.next')}</button>
        ${before && html`<button class="quiet" formaction="${again(before)}">${say('report.back')}</button>`}
      </p>
    </form>`;
  return {
    title,
    body,
    isFaulty: shown.refused !== undefined || Object.keys(shown.faults).length > 0,
    switches: { form: 'draft', action: again(page), next: forward },
  };
}
