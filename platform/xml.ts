/** What can be written as XML and as JSON alike: a list is written as elements inside an element of its name. */
export type Tree = string | number | boolean | null | readonly Tree[] | { readonly [name: string]: Tree };

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 cannot hold, not even escaped, and halves of pairs. */
const impossible =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uD800-\uDFFF]/g;

/** A text as it may stand in XML, in an element or a quoted attribute. A carriage return would be read as a line feed. */
export const escapeXml = (text: string): string =>
  text
    .replace(impossible, '')
    .replace(/[&<>"]/g, (character) => entities[character] as string)
    .replaceAll('\r', '&#13;');

/**
 * Writes an XML document in UTF-8 with its declaration; without DTD, namespaces and attributes.
 *
 * @param root name of the outermost element
 * @param items how one item of a list is named, by the name of the list
 * @throws when a list has no name for its items: that is a fault of ours
 */
export function writeXml(root: string, tree: Tree, items: Readonly<Record<string, string>>): string {
  const write = (name: string, value: Tree): string => {
    if (value === null || value === '') return `<${name}/>`;
    if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
    return `<${name}>${inside(name, value)}</${name}>`;
  };
  const inside = (name: string, value: readonly Tree[] | { readonly [name: string]: Tree }): string => {
    if (!isList(value))
      return Object.entries(value)
        .map(([child, one]) => write(child, one))
        .join('');
    const item = items[name];
    if (item === undefined) throw new Error(`no name for one item of ${name}`);
    return value.map((one) => write(item, one)).join('');
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, tree)}\n`;
}

const isList = (value: object): value is readonly Tree[] => Array.isArray(value);
