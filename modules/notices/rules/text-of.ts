/**
 * The text of a message to a resident (短信内容): the number of their matter and where to look, and nothing else, because it
 * passes through other people's hands. The code that opens the page is not in it.
 */
export function textOf(number: string, siteUrl: string): string {
  return `【邻里】您反映的 ${number} 有新进展，请凭查询码查看：${siteUrl}/follow?number=${number}`;
}
