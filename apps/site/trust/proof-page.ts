import { html, type Html } from '../../../ui/html.ts';
import type { DayProof, ReceiptProof } from '../deps.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';

const drawHash = (bytes: Buffer): Html => html`<code>${bytes.toString('hex')}</code>`;

function drawDay({ say }: Visit, proof: DayProof): Html {
  const { day, leaf, path, root, digest, size, fits } = proof;
  return html`<section>
    <h2><time datetime="${day}">${day}</time></h2>
    <p>${fits ? html`<b>✓ ${say('proof.fits')}</b>` : html`<b class="fault">◆ ${say('proof.fitsNot')}</b>`}</p>
    <p>${say('proof.digest')} ${drawHash(digest)}</p>
    <details class="more">
      <summary>${say('proof.how')}</summary>
      <p>${say('proof.leaf')} ${drawHash(leaf)}</p>
      <p>${say('proof.path', { matters: size })}</p>
      <ol>
        ${path.map((neighbour) => html`<li>${drawHash(neighbour)}</li>`)}
      </ol>
      <p>${say('proof.root')} ${drawHash(root)}</p>
      <p><a href="/trust/${day.slice(0, 4)}">${say('proof.published')}</a></p>
    </details>
  </section>`;
}

function drawVerdict({ say }: Visit, { days, isWhole }: ReceiptProof): Html {
  if (!isWhole || days.some(({ fits }) => !fits))
    return html`<div class="summary" role="alert"><p>${say('proof.broken')}</p></div>`;
  if (days.length === 0) return html`<p class="empty" role="status">${say('proof.none')}</p>`;
  return html`<p class="told" role="status">${say('proof.whole', { count: days.length })}</p>`;
}

/** Whether the record of one's own request is the one that was sealed, day by day (核对记录). */
export function drawProof(visit: Visit, number: string, proof: ReceiptProof): Page {
  const { say } = visit;
  const { days, isWaiting } = proof;
  const body = html`<p class="step">${number}</p>
    <h1>${say('proof.title')}</h1>
    ${drawVerdict(visit, proof)} ${isWaiting && days.length > 0 && html`<p>${say('proof.waiting')}</p>`}
    <p><a href="/trust">${say('proof.what')}</a></p>
    ${days.toReversed().map((day) => drawDay(visit, day))}
    ${
      days.length > 0 &&
      html`<section>
        <h2>${say('proof.keep')}</h2>
        <p>${say('proof.keepWhy')}</p>
        <p class="actions">
          <a class="button quiet" href="/follow/${number}/proof.json" download="linli-proof.json"
            >${say('proof.file')}</a
          >
        </p>
        <p class="hint">${say('proof.privacy')}</p>
      </section>`
    }
    <p class="actions"><a class="button quiet" href="/follow/${number}">${say('proof.back')}</a></p>`;
  return { title: `${say('proof.title')} ${number}`, body, switches: { back: `/follow/${number}/proof` } };
}
