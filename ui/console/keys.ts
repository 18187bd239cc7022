import { useEffect, useRef } from 'react';

const STORED = 'linli.keys';
const SEQUENCE_MS = 1_000;

type Act = (event: KeyboardEvent) => void;

export const keysAreOn = () => localStorage.getItem(STORED) !== 'off';

/** Single-letter keys can be switched off: they get in the way of speech input. */
export const switchKeys = (on: boolean) => localStorage.setItem(STORED, on ? 'on' : 'off');

/** Binds keys (`j`, `?`, `Enter`) and short sequences (`g q`) while no field has the focus. */
export function useKeys(keys: Readonly<Record<string, Act>>, enabled = true) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    let before = { key: '', at: 0 };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTaken(event)) return;
      if (event.key.length === 1 && !keysAreOn()) return;
      const isSoon = event.timeStamp - before.at < SEQUENCE_MS;
      const act = (isSoon ? latest.current[`${before.key} ${event.key}`] : undefined) ?? latest.current[event.key];
      before = { key: event.key, at: event.timeStamp };
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [enabled]);
}

/** A dialog once closed may stay in the page, unseen. */
const dialogIsOpen = () =>
  [...document.querySelectorAll('[role=dialog][aria-modal=true]')].some((dialog) => dialog.getClientRects().length > 0);

/** A field takes all keys but Escape; an open dialog or list of choices takes them all; buttons and links keep Enter. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (dialogIsOpen()) return true;
  if (!(target instanceof Element)) return false;
  if (key === 'Escape') return target.closest('[aria-expanded=true]') !== null;
  if (
    target.closest(
      'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=combobox], [role=listbox]',
    )
  )
    return true;
  return (key === 'Enter' || key === ' ') && target.closest('a, button') !== null;
}
