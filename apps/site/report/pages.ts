import { html, type Html } from '../../../ui/html.ts';
import { drawChannelNotes } from '../channels/channel-notes.ts';
import { faultSummary, hidden, option, photoField, refusalBox, select, textArea, textInput } from '../fields.ts';
import type { Page } from '../page.ts';
import { drawSaid } from '../said.ts';
import type { Visit } from '../visit.ts';
import { drawAlike } from './alike.ts';
import { behalfKeys, carried, categoryKeys, fieldsAsked, type Draft, type PageName } from './draft.ts';
import { again, type Shown } from './shown.ts';
import { communityName, drawWhere } from './where-page.ts';

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
  return html`${drawEndedSign(visit, shown)} ${pages[0] === 'what' && drawPhotoFirst(visit, shown)}
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
    ${drawTick({ name: 'confidential', isTicked: confidential, label: say('report.send.confidential'), hint: say('report.send.confidentialHint') })}
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

type Tick = { readonly name: string; readonly isTicked: boolean; readonly label: string; readonly hint: string };

/** A box to tick; what is not ticked is sent as "no". */
const drawTick = ({ name, isTicked, label, hint }: Tick): Html =>
  html`<div class="field">
    <input type="hidden" name="${name}" value="no" />
    <label class="choice"
      ><input
        type="checkbox"
        name="${name}"
        value="yes"
        ${isTicked && html` checked`}
        aria-describedby="${name}-hint"
      />
      ${label}</label
    >
    <p class="hint" id="${name}-hint">${hint}</p>
  </div>`;

const drawPublic = ({ say }: Visit, { wantsPublic }: Draft): Html =>
  drawTick({
    name: 'wantsPublic',
    isTicked: wantsPublic,
    label: say('report.send.public'),
    hint: say('report.send.publicHint'),
  });

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
