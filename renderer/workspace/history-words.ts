import type { HistoryEntry } from '../../shared/ipc/replies.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const dayMs = 86_400_000;

/** Local time as a list says it: "12:04" today, "Mon" this week, "3.8." before. Epoch milliseconds in. */
export const timeInList = (atMs: number, nowMs: number): string => {
  const at = new Date(atMs);
  const now = new Date(nowMs);
  if (at.toDateString() === now.toDateString()) return `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (nowMs - atMs < 6 * dayMs) return days[at.getDay()] ?? '';
  return `${at.getDate()}.${at.getMonth() + 1}.`;
};

/** A request's name, or the last piece of its path; the host where there is no path. */
export const nameInList = (entry: Pick<HistoryEntry, 'name' | 'url'>): string => {
  if (entry.name !== '') return entry.name;
  const url = URL.parse(entry.url);
  if (url === null) return entry.url;
  const piece = url.pathname.split('/').filter(Boolean).at(-1);
  return piece ?? url.host;
};

/** The latest status that is known of a request by its method, name or address. */
export const lastStatus = (
  history: readonly HistoryEntry[],
  request: { readonly method: string; readonly name: string; readonly url: string },
): number | undefined =>
  history.find(
    (entry) =>
      entry.method === request.method &&
      (request.name === '' ? entry.url.split('?')[0] === request.url : entry.name === request.name),
  )?.status;
