import type { FeatureLike } from 'ol/Feature.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';

/** Light fills with an edge of the same family; a name stands in every area, so the colour is never alone. */
const tones = [
  ['#e6f1ef', '#0b6e5f'],
  ['#fbf3e6', '#8f5200'],
  ['#e8eef8', '#2f5597'],
  ['#f6eaf3', '#8a3a76'],
  ['#eef3e2', '#557a1f'],
  ['#f3efe9', '#6b5b45'],
] as const;
const ink = '#1f2a30';
const jade = '#0b6e5f';
const font = (size: number, weight = 400) => `${weight} ${size}px system-ui, 'PingFang SC', 'Noto Sans SC', sans-serif`;
const halo = new Stroke({ color: '#ffffff', width: 3 });
const toneOf = (feature: FeatureLike) => tones[Number(feature.get('tone')) % tones.length] as (typeof tones)[number];

export function paintArea(feature: FeatureLike): Style {
  const [fill, edge] = toneOf(feature);
  const isChosen = feature.get('isChosen') === true;
  return new Style({
    fill: new Fill({ color: `${fill}d9` }),
    stroke: new Stroke({ color: edge, width: isChosen ? 4 : 2 }),
    zIndex: isChosen ? 2 : 1,
  });
}

/** Doors get their number only where there is room for it. */
export function paintDoor(feature: FeatureLike, resolution: number): Style {
  const [, edge] = toneOf(feature);
  const isChosen = feature.get('isChosen') === true;
  const label = resolution < 0.7 ? String(feature.get('label')) : '';
  return new Style({
    image: new CircleStyle({
      radius: isChosen ? 6 : 4,
      fill: new Fill({ color: isChosen ? jade : '#ffffff' }),
      stroke: new Stroke({ color: isChosen ? '#ffffff' : edge, width: 1.5 }),
    }),
    text: new Text({ text: label, font: font(11), offsetY: 14, fill: new Fill({ color: ink }), stroke: halo }),
    zIndex: isChosen ? 2 : 1,
  });
}

const roadEdge = new Style({ stroke: new Stroke({ color: '#9aa5a9', width: 7 }) });
const roadFill = new Style({ stroke: new Stroke({ color: '#ffffff', width: 5 }) });
export const paintRoad = (): Style[] => [roadEdge, roadFill];

const nameFonts = [font(15, 600), font(12), font(12)] as const;
/** Rank 0 is a grid, 1 an estate, 2 a road along its course. */
export function paintName(feature: FeatureLike): Style {
  const rank = Number(feature.get('rank'));
  return new Style({
    text: new Text({
      text: String(feature.get('label')),
      font: nameFonts[rank] ?? font(12),
      placement: rank === 2 ? 'line' : 'point',
      overflow: rank === 0,
      fill: new Fill({ color: rank === 0 ? ink : '#4d5a61' }),
      stroke: halo,
      padding: [2, 2, 2, 2],
    }),
    zIndex: 3 - rank,
  });
}

export const paintEdge = new Style({ stroke: new Stroke({ color: ink, width: 2, lineDash: [8, 4] }) });
export const paintLine = new Style({ stroke: new Stroke({ color: '#b3261e', width: 3, lineDash: [10, 6] }) });
export const paintMark = new Style({
  image: new CircleStyle({ radius: 11, stroke: new Stroke({ color: '#b3261e', width: 3 }) }),
});
