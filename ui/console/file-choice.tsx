import { Button } from 'antd';
import { useRef } from 'react';

type Props = {
  readonly label: string;
  readonly accept: string;
  readonly busy: boolean;
  /** The page is there for this file; elsewhere it is one field of a form whose own button leads. */
  readonly leads?: boolean;
  readonly onChoose: (file: File) => void;
};

/** A button that lets one file be chosen; the same file can be chosen again after it was corrected. */
export function FileChoice({ label, accept, busy, leads = false, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span>
      <input
        ref={input}
        className="photo-input"
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) onChoose(file);
        }}
      />
      <Button type={leads ? 'primary' : 'default'} loading={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </span>
  );
}
