/** Parameters that name a piece of one list. */
const piece =
  /^(?:\$?(?:page|p|skip|top|limit|offset|start|from|count|rows|size|cursor|after|before|since|until)|(?:page|per|start|next|max|items?)[-_.]?(?:no|num|number|index|size|page|token|key|at|results|count|cursor|limit)|page\[\w+\]|_|t|ts|timestamp|cache_?bust(?:er)?)$/i;

const beforeQuery = (url: string): string => /^[^?#]*/.exec(url)?.[0] ?? '';

const rest = (url: URL): string =>
  [...url.searchParams]
    .filter(([name]) => !piece.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&');

/** Whether two addresses ask for pieces of one and the same list, so that whoever may read the one may read the other. */
export const isPageOfSame = (one: string, other: string): boolean => {
  if (beforeQuery(one) !== beforeQuery(other)) return false;
  return URL.canParse(one) && URL.canParse(other) && rest(new URL(one)) === rest(new URL(other));
};
