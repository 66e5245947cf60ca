/** Where a browser is led that names no page of this site to return to. */
export const HOME = '/articles';

/** The path when it leads to a page of this site, else that of the library. */
export function ownPath(path: string): string {
  // A path that begins with two slashes, or a slash and a backslash, would lead to another site; so
  // would one with a line end or tab between them, which browsers leave out of links.
  return /^\/[^/\\\p{Cc}]\P{Cc}*$/u.test(path) ? path : HOME;
}

/** Name of the parameter that has a page show the notice of a change. */
export const CHANGE_PARAMETER = 'change';

/** The path of a page that shows the notice of a change; null takes the notice away. */
export function withChange(path: string, change: string | null): string {
  const [address = '', fragment] = ownPath(path).split('#');
  const [page = '', query = ''] = address.split('?');
  const parameters = new URLSearchParams(query);
  parameters.delete(CHANGE_PARAMETER);
  if (change !== null) parameters.set(CHANGE_PARAMETER, change);
  const written = parameters.size === 0 ? page : `${page}?${parameters}`;
  return fragment === undefined ? written : `${written}#${fragment}`;
}
