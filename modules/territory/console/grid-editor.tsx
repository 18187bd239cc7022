import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaMap } from '../../../ui/console/area-map.tsx';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { Tiles } from '../../../ui/map/scene.ts';
import type { GridBookView } from '../contract/grid-routes.ts';
import { AddressLists } from './address-lists.tsx';
import { ChangeHistory } from './change-history.tsx';
import { GridChangePreview } from './grid-change-preview.tsx';
import { choose, listDoors, type Chosen } from './doors.ts';
import { Findings, type Finding } from './findings.tsx';
import { sendOrder, type EditOutline, type GridOrder } from './grid-order.ts';
import { ImportTool } from './import-tool.tsx';
import { sceneOf } from './scene.ts';
import { ToolForm, type Filled, type Tool } from './tool-forms.tsx';

type Props = { readonly book: GridBookView; readonly tiles: Tiles };
const tools: readonly Tool[] = ['move', 'split', 'merge', 'outlines', 'import'];
const nobody: Chosen = new Set();

/** Moves, splits, merges and draws grids, on the map and by lists; both choose the same things. */
export function GridEditor({ book, tiles }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const doors = useMemo(() => listDoors(book), [book]);
  const commandId = useRef(crypto.randomUUID());
  const [tool, setTool] = useState<Tool>('move');
  const [typed, setTyped] = useState<Partial<Filled>>({});
  const filled: Filled = { grid: undefined, into: undefined, ...book.next, ...typed };
  const [chosen, setChosen] = useState<Chosen>(nobody);
  const [line, setLine] = useState<[number, number][] | null>(null);
  const [redrawn, setRedrawn] = useState<ReadonlyMap<string, EditOutline | null>>(new Map());
  const [isDrawing, setDrawing] = useState(false);
  const [told, setTold] = useState('');

  const change = useMutation({
    mutationFn: ({ order, preview }: { order: GridOrder; preview: boolean }) =>
      sendOrder(book.community.code, order, { commandId: commandId.current, seenSeq: book.seq, preview }),
    onSuccess: (changed, { order, preview }) => {
      // A line alone lets the server say which doors lie beyond it; they are then chosen in the lists as well.
      if (preview && order.kind === 'split') setChosen(new Set(changed.moves.map(({ addressCode }) => addressCode)));
      if (!preview) finish(t(`grids.done.${order.kind}`));
    },
  });
  const finish = (sentence: string) => {
    commandId.current = crypto.randomUUID();
    change.reset();
    setTyped({});
    setChosen(nobody);
    setLine(null);
    setRedrawn(new Map());
    setDrawing(false);
    setTold(sentence);
    void client.invalidateQueries({ queryKey: ['grids'] });
  };
  const touch = () => {
    setTold('');
    change.reset();
  };
  const select = (next: Chosen) => {
    touch();
    setChosen(next);
  };
  const outlined = book.grids.find(({ code }) => code === filled.grid);
  const takeAway =
    outlined?.outline && redrawn.get(outlined.code) !== null
      ? () => {
          touch();
          setDrawing(false);
          setRedrawn(new Map([...redrawn, [outlined.code, null]]));
        }
      : undefined;
  const turnTo = (next: Tool) => {
    touch();
    setTool(next);
    setDrawing(false);
    setLine(null);
    setRedrawn(new Map());
    setTyped({});
  };
  const look = () => {
    const order = orderOf(tool, filled, { chosen, line, redrawn });
    setDrawing(false);
    setTold('');
    if (order) change.mutate({ order, preview: true });
    else setTold(t('grids.incomplete'));
  };
  const fix = ({ kind, addressCode, grids: [grid] }: Finding) => {
    turnTo(fixes[kind]);
    setTyped(fixes[kind] === 'move' ? {} : { grid });
    if (addressCode !== null) setChosen(new Set([addressCode]));
    document.querySelector<HTMLElement>('.grid-tools')?.focus();
  };
  const scene = useMemo(
    () => sceneOf({ book, doors, chosen, line, redrawn, grid: filled.grid, say }),
    [book, doors, chosen, line, redrawn, filled.grid, say],
  );
  const mode = !isDrawing ? 'look' : tool === 'split' ? 'line' : filled.grid === undefined ? 'edges' : 'area';
  const preview = change.data?.preview === true ? change.data : undefined;

  return (
    <main id="main" className="grids">
      <p className="hint">
        <Link to="/manage">{t('manage.title')}</Link> / <Link to="/manage/grids">{t('grids.title')}</Link>
      </p>
      <h1>{t('grids.of', { community: say(book.community.name) })}</h1>
      <p className="hint">{t('grids.counts', { grids: book.grids.length, doors: doors.length, homes: book.homes })}</p>
      <Findings book={book} doors={doors} onFix={fix} />
      <div className="grids-work">
        <AreaMap
          label={t('grids.map')}
          tiles={tiles}
          scene={scene}
          mode={mode}
          onDoor={(code) => select(choose(chosen, [code], !chosen.has(code)))}
          onLine={(drawn) => {
            touch();
            setLine(drawn.map(([lon, lat]) => [lon, lat]));
            setDrawing(false);
            setChosen(nobody);
          }}
          onEdges={(changed) =>
            setRedrawn(
              new Map([...redrawn, ...changed.map(({ code, outline }) => [code, outline as EditOutline] as const)]),
            )
          }
          onArea={(outline) => {
            if (filled.grid !== undefined) setRedrawn(new Map([...redrawn, [filled.grid, outline as EditOutline]]));
            setDrawing(false);
          }}
        />
        <section className="grid-tools" aria-label={t('grids.tools')} tabIndex={-1}>
          <Radio.Group
            aria-label={t('grids.tools')}
            optionType="button"
            value={tool}
            options={tools.map((value) => ({ value, label: t(`grids.tool.${value}`) }))}
            onChange={({ target }) => turnTo(target.value as Tool)}
          />
          {tool === 'import' ? (
            <ImportTool book={book} done={finish} />
          ) : (
            <ToolForm
              tool={tool}
              book={book}
              filled={filled}
              fill={(part) => {
                touch();
                setTyped({ ...typed, ...part });
              }}
              chosen={chosen.size}
              hasLine={line !== null}
              isDrawing={isDrawing}
              redrawn={redrawn.size}
              draw={setDrawing}
              takeAway={takeAway}
              isPending={change.isPending}
              look={look}
            />
          )}
          <p role="status" className={told === '' ? 'unseen' : 'grids-told'}>
            {told}
          </p>
          <FailureLine failure={change.error ? failureOf(change.error) : undefined} />
          {preview && change.variables && (
            <GridChangePreview
              key={change.submittedAt}
              book={book}
              doors={doors}
              changed={preview}
              isPending={change.isPending}
              drop={change.reset}
              confirm={() => change.mutate({ order: confirmed(change.variables.order, chosen), preview: false })}
            />
          )}
        </section>
      </div>
      <section aria-labelledby="lists">
        <h2 id="lists">{t('grids.lists')}</h2>
        <AddressLists book={book} doors={doors} chosen={chosen} onChange={select} />
      </section>
      <ChangeHistory changes={book.changes} />
    </main>
  );
}

/** Which tool puts a finding right. */
const fixes: Readonly<Record<Finding['kind'], Tool>> = {
  addressInNoGrid: 'move',
  addressTwice: 'move',
  addressOutside: 'move',
  gridWithoutAddress: 'merge',
  gridWithoutOutline: 'outlines',
  overlap: 'outlines',
  hole: 'outlines',
  outside: 'outlines',
};

type Marked = { chosen: Chosen; line: [number, number][] | null; redrawn: ReadonlyMap<string, EditOutline | null> };

function orderOf(
  tool: Tool,
  { grid, into, nameZh, nameEn }: Filled,
  { chosen, line, redrawn }: Marked,
): GridOrder | undefined {
  const addresses = [...chosen];
  switch (tool) {
    case 'move':
      return into === undefined || addresses.length === 0 ? undefined : { kind: 'move', addresses, to: into };
    case 'split':
      if (grid === undefined || (addresses.length === 0 && !line)) return undefined;
      return { kind: 'split', grid, addresses: addresses.length > 0 ? addresses : null, line, nameZh, nameEn };
    case 'merge':
      return grid === undefined || into === undefined ? undefined : { kind: 'merge', grid, into };
    case 'outlines':
      if (redrawn.size === 0) return undefined;
      return { kind: 'outlines', outlines: [...redrawn].map(([gridCode, outline]) => ({ gridCode, outline })) };
    case 'import':
      return undefined;
  }
}

/** What was looked at is what is done: the doors that a line chose are sent by name. */
const confirmed = (order: GridOrder, chosen: Chosen): GridOrder =>
  order.kind === 'split' ? { ...order, addresses: [...chosen] } : order;
