import { html, type Html } from '../../ui/html.ts';

/** What a person wrote, with its line breaks, kept apart from the direction of the text around it. */
export const drawSaid = (text: string): Html =>
  html`<p class="said" dir="auto">${text.split('\n').map((line, index) => [index > 0 && html`<br />`, line])}</p>`;
