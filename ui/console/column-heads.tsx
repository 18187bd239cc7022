/** The head of one column; plain words where nothing more is to be said of it. */
export type ColumnHead =
  | string
  | {
      readonly words: string;
      /** The words in full, where the head shows them shortened. */
      readonly full?: string;
      /** For the width of its column. */
      readonly className?: string;
      /** Read aloud only: what stands below speaks for itself. */
      readonly isUnseen?: boolean;
    };

/** The head of a table, one column for each word. It stays in sight while its rows are scrolled, where the page is what scrolls. */
export function ColumnHeads({ heads }: { heads: readonly ColumnHead[] }) {
  return (
    <thead className="column-heads">
      <tr>
        {heads.map((head, at) => {
          const { words, full, className, isUnseen = false } = typeof head === 'string' ? { words: head } : head;
          return (
            // Pasted tables may name two columns alike.
            <th key={`${at} ${words}`} scope="col" abbr={full} className={className}>
              {isUnseen ? <span className="unseen">{words}</span> : words}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
