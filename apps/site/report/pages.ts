import { html, type Html } from '../../../ui/html.ts';
import { drawChannelNotes } from '../channels/channel-notes.ts';
import type { AlikeRequest, EndedPlace, Faults, NamedView, Said, SiteDeps, Subdistrict, WhichGrid } from '../deps.ts';
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
import { drawAlike } from './alike.ts';
import {
  askedFor,
  behalfKeys,
  carried,
  categoryKeys,
  communitiesLike,
  pageNames,
  type Category,
  type Draft,
  type PageName,
} from './draft.ts';

export type Shown = {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly subdistricts: readonly Subdistrict[];
  readonly opening: SiteDeps['opening'];
  /** Where the place may lie, when that is asked. */
  readonly candidates?: WhichGrid['candidates'];
  /** The grid of the sign by whose code the person came. */
  readonly sign?: NamedView;
  /** Where else this may belong, by the words of the draft. */
  readonly elsewhere: ReturnType<SiteDeps['findRightChannels']>;
  /** The kind that the words sound like, and public requests that may be the same; for the last page. */
  readonly proposed?: Category;
  readonly alike?: readonly AlikeRequest[];
  /** The sign by whose code the person came is of a place that ended. */
  readonly ended?: EndedPlace;
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

/** An old sign still leads on: the report goes to who answers now. */
const drawEndedSign = ({ say, name }: Visit, { ended }: Shown): Html | undefined =>
  ended &&
  html`<p class="note">
    ${say('boards.ended', { place: name(ended.name), day: ended.on, now: name(ended.now.name) })}
  </p>`;

const drawWhat = (visit: Visit, shown: Shown): Html => {
  const { draft, faults, opening } = shown;
  return html`${drawEndedSign(visit, shown)}
  ${textArea(visit, { name: 'what', label: visit.say('report.what.label'), hint: visit.say('report.what.hint'), fault: faults['what'], value: draft.what, max: opening.whatMax, rows: 5 })}
  ${photoField(visit, { name: 'photos', label: visit.say('report.what.photos', { n: opening.photosMax }), hint: visit.say('report.what.photosHint'), fault: faults['photos'], received: draft.photos, dropAction: again('what') })}`;
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

function drawWhere(visit: Visit, shown: Shown): Html {
  const { draft, faults, subdistricts, sign } = shown;
  const { say, name } = visit;
  const found = communitiesLike(draft.communityWords, subdistricts);
  const asked = { name: 'community', label: say('report.where.community'), fault: faults['community'] };
  const chooser =
    found.length > 1
      ? radios(visit, {
          ...asked,
          hint: say('report.where.searchFound'),
          value: draft.community,
          options: found.map(({ code, name: label }) => ({ value: code, label })),
        })
      : select(visit, {
          ...asked,
          options: html`${option('', say('report.where.communityNone'), draft.community)}
          ${subdistricts.map(
            (subdistrict) =>
              html`<optgroup label="${name(subdistrict.name)}">
                ${subdistrict.communities.map(({ code, name: label }) => option(code, name(label), draft.community))}
              </optgroup>`,
          )}`,
        });
  return html`${sign && html`<p class="note">${say('report.where.sign', { grid: name(sign) })}</p>`} ${chooser}
    <div class="search">
      ${textInput(visit, { name: 'communityWords', label: say('report.where.search'), hint: say('report.where.searchHint'), value: draft.communityWords })}
      <button class="quiet" formaction="${again('where')}">${say('report.where.searchButton')}</button>
    </div>
    ${draft.communityWords !== '' && found.length === 0 && html`<p class="empty" role="status">${say('report.where.searchNone', { words: draft.communityWords })}</p>`}
    ${textInput(visit, { name: 'place', label: say('report.where.place'), hint: say('report.where.placeHint'), fault: faults['place'], value: draft.place, attributes: html` dir="auto"` })}
    ${drawWhich(visit, shown)} ${drawChosen(shown)}`;
}

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

/** For somebody else, or in confidence: folded up, because most people report for themselves and openly. */
function drawForWhom(visit: Visit, { behalf, confidential }: Draft): Html {
  const { say } = visit;
  return html`<details class="more" ${(behalf !== 'self' || confidential) && html` open`}>
    <summary>${say('report.send.forWhom')}</summary>
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
  const { draft, faults, subdistricts, alike = [] } = shown;
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
        html`<dt>${say('report.send.photos')}</dt>
          <dd>${say('report.send.photosCount', { count: draft.photos.length })}</dd>`
      }
      <dt>${say('report.send.where')} ${change('where', say('report.send.where'))}</dt>
      <dd>${communityName(visit, draft.community, subdistricts)} <bdi>${draft.place}</bdi></dd>
    </dl>
    ${drawAlike(visit, alike)} ${drawCategory(visit, shown)}
    ${textInput(visit, { name: 'phone', label: say('report.send.phone'), hint: say('report.send.phoneHint'), fault: faults['phone'], value: draft.phone, attributes: html` type="tel" inputmode="tel" autocomplete="tel"` })}
    <div class="field">
      <input type="hidden" name="wantsPublic" value="no" />
      <label class="choice"
        ><input
          type="checkbox"
          name="wantsPublic"
          value="yes"
          ${draft.wantsPublic && html` checked`}
          aria-describedby="public-hint"
        />
        ${say('report.send.public')}</label
      >
      <p class="hint" id="public-hint">${say('report.send.publicHint')}</p>
    </div>
    ${drawForWhom(visit, draft)}`;
}

const drawn = { what: drawWhat, where: drawWhere, send: drawSend } as const;
const forward = { what: '/report/where', where: '/report/send', send: '/receipt' } as const;

/** One page of the three; the whole draft travels in its form. */
export function drawReport(visit: Visit, page: PageName, shown: Shown): Page {
  const { say } = visit;
  const at = pageNames.indexOf(page);
  const before = pageNames[at - 1];
  const title = say(`report.${page}.title`);
  const body = html`<p class="step">${say('report.step', { n: at + 1 })}</p>
    ${shown.refused ? refusalBox(visit, shown.refused) : faultSummary(visit, { faults: shown.faults, labels: labelsOf(visit) })}
    <h1>${title}</h1>
    ${page === 'what' ? drawUrgent(visit) : page === 'where' && drawChannelNotes(visit, shown.elsewhere)}
    <form id="draft" method="post" action="${forward[page]}" enctype="multipart/form-data">
      ${carried(shown.draft, page)} ${page === 'what' && drawKept(visit)} ${drawn[page](visit, shown)}
      <p class="actions">
        <button>${say(page === 'send' ? 'report.send.button' : 'report.next')}</button>
        ${before && html`<button class="quiet" formaction="${again(before)}">${say('report.back')}</button>`}
      </p>
    </form>`;
  return {
    title,
    body,
    isFaulty: shown.refused !== undefined || Object.keys(shown.faults).length > 0,
    switches: { form: 'draft', action: again(page), next: forward[page] },
  };
}
