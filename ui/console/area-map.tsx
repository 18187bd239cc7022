import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapEvents, MapHandle, Mode, Scene, Tiles } from '../map/scene.ts';
import { Loading } from './states.tsx';

type Props = MapEvents & {
  /** What the map shows, for those who do not see it; all of it is on the page as text too. */
  readonly label: string;
  readonly tiles: Tiles;
  readonly scene: Scene;
  readonly mode: Mode;
};

/** A map (地图), loaded when it is first needed; the arrow keys move it and + and − change its size. */
export function AreaMap({ label, tiles, scene, mode, ...events }: Props) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<MapHandle>();
  const [failed, setFailed] = useState(false);
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  const words = { zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut') };
  useEffect(() => {
    let open: MapHandle | undefined;
    let isGone = false;
    const opening = async () => {
      const { openMap } = await import('../map/open-map.ts');
      if (isGone || !element.current) return;
      open = openMap(element.current, tiles, words, {
        onDoor: (code) => latest.current.onDoor(code),
        onLine: (line) => latest.current.onLine(line),
        onEdges: (changed) => latest.current.onEdges(changed),
        onArea: (outline) => latest.current.onArea(outline),
      });
      open.show(scene);
      open.fit();
      setHandle(open);
    };
    opening().catch(() => setFailed(true));
    return () => {
      isGone = true;
      open?.close();
    };
    // The map is opened once; what it shows and does follows below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useEffect(() => handle?.show(scene), [handle, scene]);
  useEffect(() => handle?.setMode(mode), [handle, mode]);
  return (
    <div className="area-map">
      <div
        ref={element}
        tabIndex={0}
        role="application"
        aria-label={label}
        className="area-map-ground"
        data-mode={mode}
      />
      {!handle && !failed && <Loading />}
      {failed && <p className="state">{t('map.failed')}</p>}
      {handle && (
        <button type="button" className="area-map-fit" onClick={() => handle.fit()}>
          {t('map.fit')}
        </button>
      )}
    </div>
  );
}
