/** They stand in every second name, so they would make the index large and find nothing. */
const everywhere: ReadonlySet<string> = new Set(
  '社区 区居 居委 委会 村委 村民 民委 委员 员会 居民 街道 区村 道办 办事 事处'.split(' '),
);

/** The two-character grams (二元切分) of a name, each once. */
export function gramsOfName(name: string): string[] {
  const signs = [...name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')];
  return [...new Set(signs.slice(1).map((sign, i) => `${signs[i]}${sign}`))].filter((gram) => !everywhere.has(gram));
}
