import 'ol/ol.css';
import Feature from 'ol/Feature.js';
import Map from 'ol/Map.js';
import View from 'ol/View.js';
import { defaults as defaultControls } from 'ol/control/defaults.js';
import { createEmpty, extend } from 'ol/extent.js';
import LineString from 'ol/geom/LineString.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import Point from 'ol/geom/Point.js';
import Polygon from 'ol/geom/Polygon.js';
import Draw from 'ol/interaction/Draw.js';
import Modify from 'ol/interaction/Modify.js';
import Snap from 'ol/interaction/Snap.js';
import TileLayer from 'ol/layer/Tile.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import XYZ from 'ol/source/XYZ.js';
import { edgeOf } from './edge-datum.ts';
import { paintArea, paintDoor, paintEdge, paintLine, paintMark, paintName, paintRoad } from './paint.ts';
import type { LonLat, MapEvents, MapHandle, Mode, Scene, Shape, Tiles } from './scene.ts';

type Words = { readonly zoomIn: string; readonly zoomOut: string };

/**
 * Opens a map (地图) in an element. It draws itself from the scene; tiles, where there are any, lie under it and come from
 * our own server. Everything that goes in and comes out is WGS-84.
 */
export function openMap(target: HTMLElement, tiles: Tiles, words: Words, events: MapEvents): MapHandle {
  const edge = edgeOf(tiles);
  const source = {
    areas: new VectorSource(),
    roads: new VectorSource(),
    doors: new VectorSource(),
    names: new VectorSource(),
    over: new VectorSource(),
  };
  const map = new Map({
    target,
    controls: defaultControls({
      attribution: false,
      rotate: false,
      zoomOptions: { zoomInTipLabel: words.zoomIn, zoomOutTipLabel: words.zoomOut },
    }),
    layers: [
      ...Array.from({ length: tiles.layers }, (_, layer) => new TileLayer({ source: tileSource(layer) })),
      new VectorLayer({ source: source.areas, style: paintArea }),
      new VectorLayer({ source: source.roads, style: paintRoad }),
      new VectorLayer({ source: source.doors, style: paintDoor }),
      new VectorLayer({ source: source.names, style: paintName, declutter: true }),
      new VectorLayer({ source: source.over }),
    ],
    view: new View({ center: edge.drawn([105, 35]), zoom: 4, maxZoom: 21 }),
  });
  const outlineOf = (shape: MultiPolygon | Polygon): Shape => {
    const polygons = shape instanceof MultiPolygon ? shape.getCoordinates() : [shape.getCoordinates()];
    return polygons.map((rings) => rings.map((ring) => ring.map(edge.kept)));
  };
  const drawnShape = (shape: Shape) =>
    new MultiPolygon(shape.map((rings) => rings.map((ring) => ring.map(edge.drawn))));

  const line = new Draw({ type: 'LineString', style: paintLine });
  line.on('drawend', ({ feature }) =>
    events.onLine((feature.getGeometry() as LineString).getCoordinates().map(edge.kept)),
  );
  const area = new Draw({ type: 'Polygon' });
  area.on('drawend', ({ feature }) => events.onArea(outlineOf(feature.getGeometry() as Polygon)));
  const edges = new Modify({ source: source.areas });
  edges.on('modifyend', ({ features }) =>
    events.onEdges(
      features.getArray().map((feature) => ({
        code: String(feature.get('code')),
        outline: outlineOf(feature.getGeometry() as MultiPolygon),
      })),
    ),
  );
  const snap = new Snap({ source: source.areas });
  for (const interaction of [line, area, edges, snap]) {
    interaction.setActive(false);
    map.addInteraction(interaction);
  }
  let mode: Mode = 'look';
  map.on('singleclick', ({ pixel }) => {
    if (mode !== 'look') return;
    const door = map.forEachFeatureAtPixel(pixel, (feature) => feature.get('isDoor') === true && feature, {
      hitTolerance: 8,
    });
    if (door) events.onDoor(String(door.get('code')));
  });

  const fit = () => {
    // Doors too: where no outline is drawn yet, they are what the first one is drawn around.
    const around = createEmpty();
    for (const one of [source.areas, source.doors, source.over]) {
      const extent = one.getExtent();
      if (extent && one.getFeatures().length > 0) extend(around, extent);
    }
    if (around.every(Number.isFinite)) map.getView().fit(around, { padding: [24, 24, 24, 24], maxZoom: 18 });
  };
  return {
    fit,
    setMode: (next) => {
      mode = next;
      line.setActive(mode === 'line');
      area.setActive(mode === 'area');
      edges.setActive(mode === 'edges');
      snap.setActive(mode !== 'look' && mode !== 'line');
    },
    show: (scene) => {
      fill(
        source.areas,
        scene.areas.map(({ outline, ...rest }) => new Feature({ ...rest, geometry: drawnShape(outline) })),
      );
      fill(
        source.roads,
        scene.roads.map(
          ({ name, line: course }) => new Feature({ name, geometry: new LineString(course.map(edge.drawn)) }),
        ),
      );
      fill(
        source.doors,
        scene.doors.map(
          ({ point, ...rest }) => new Feature({ ...rest, isDoor: true, geometry: new Point(edge.drawn(point)) }),
        ),
      );
      fill(source.names, namesOf(scene, edge.drawn));
      fill(source.over, overlays(scene, { drawnShape, drawn: edge.drawn }));
    },
    close: () => map.setTarget(),
  };
}

const tileSource = (layer: number) =>
  new XYZ({ url: `/api/map/tiles/${layer}/{z}/{x}/{y}`, maxZoom: 18, projection: 'EPSG:3857' });

function fill(source: VectorSource, features: Feature[]) {
  source.clear(true);
  source.addFeatures(features);
}

/** Names stand over everything, those of grids before those of estates and roads where there is no room for all. */
function namesOf({ areas, places, roads }: Scene, drawn: (point: LonLat) => number[]): Feature[] {
  const named = (label: string, rank: number, geometry: Point | LineString) => new Feature({ label, rank, geometry });
  return [
    ...areas.map(({ label, outline }) => named(label, 0, insideOf(outline, drawn))),
    ...places.map(({ label, point }) => named(label, 1, new Point(drawn(point)))),
    ...roads.map(({ name, line }) => named(name, 2, new LineString(line.map(drawn)))),
  ];
}

/** A point well inside the largest part of a shape. */
function insideOf(outline: Shape, drawn: (point: LonLat) => number[]): Point {
  const polygons = outline.map((rings) => new Polygon(rings.map((ring) => ring.map(drawn))));
  const largest = polygons.toSorted((a, b) => b.getArea() - a.getArea())[0];
  return largest ? largest.getInteriorPoint() : new Point([]);
}

type Edge = { drawnShape: (shape: Shape) => MultiPolygon; drawn: (point: LonLat) => number[] };

function overlays({ outline, line, marks }: Scene, { drawnShape, drawn }: Edge): Feature[] {
  const styled = (geometry: MultiPolygon | LineString | Point, style: typeof paintEdge) => {
    const feature = new Feature({ geometry });
    feature.setStyle(style);
    return feature;
  };
  return [
    ...(outline ? [styled(drawnShape(outline), paintEdge)] : []),
    ...(line ? [styled(new LineString(line.map(drawn)), paintLine)] : []),
    ...marks.map((mark) => styled(new Point(drawn(mark)), paintMark)),
  ];
}
