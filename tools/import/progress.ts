import { importText, sayImport } from './import-fault.ts';

export type Progress = { readonly show: (rows: number, added: number) => void; readonly end: () => void };

/**
 * Shows how far an import is (进度) on stderr: one line that is written over on a terminal, and a plain line every few
 * seconds elsewhere.
 */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const startedAt = performance.now();
  const everyMs = stream.isTTY ? 200 : 5000;
  let shownAt = startedAt;
  let isOpen = false;
  return {
    show(rows, added) {
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      const perSecond = Math.round((rows * 1000) / (now - startedAt));
      const values = { rows, added, perSecond };
      const { zh, en } = sayImport('progress', values);
      stream.write(stream.isTTY ? `\r\u001B[2K${zh} · ${en}` : `${importText('progress', values)}\n`);
      isOpen = stream.isTTY;
    },
    end() {
      if (isOpen) stream.write('\n');
    },
  };
}
