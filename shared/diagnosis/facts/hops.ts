import type { Attempt, RedirectNote } from '../../exchange/exchange.ts';
import { fieldNamed, sameName } from '../../exchange/fields.ts';
import { hostnameIn, pathIn } from '../../exchange/url.ts';
import type { SentCredential } from './sent-credentials.ts';
import { sentCredentials } from './sent-credentials.ts';

/** A redirect on the way to the explained exchange. */
export interface Hop {
  /** The exchange that followed the redirect. */
  readonly index: number;
  readonly note: RedirectNote;
  /** Credentials of the request before that this one and the explained one no longer carry. */
  readonly lost: readonly SentCredential[];
}

/** The redirects that led to the exchange, nearest last. */
export const hopsTo = (attempt: Attempt, index: number): readonly Hop[] => {
  const hops: Hop[] = [];
  let at = index;
  while (at > 0 && hops.length < 20) {
    const note = attempt.exchanges[at]?.redirect;
    if (note === undefined) break;
    const before = previousOf(attempt, at, note);
    if (before === undefined) break;
    hops.unshift({ index: at, note, lost: lostBetween(attempt, before, at, index) });
    at = before;
  }
  return hops;
};

const previousOf = (attempt: Attempt, at: number, note: RedirectNote): number | undefined => {
  for (let before = at - 1; before >= 0; before -= 1) {
    if (attempt.exchanges[before]?.request.url === note.from) return before;
  }
  return undefined;
};

const lostBetween = (
  attempt: Attempt,
  before: number,
  after: number,
  explained: number,
): readonly SentCredential[] => {
  const sent = attempt.exchanges[before]?.request;
  const present = attempt.exchanges[explained]?.request;
  const next = attempt.exchanges[after]?.request;
  if (sent === undefined || present === undefined || next === undefined) return [];
  const now = sentCredentials(present, explained);
  const bare = now.length === 0;
  return sentCredentials(sent, before).filter((credential) => {
    switch (credential.in) {
      case 'authorization':
      case 'field':
        return (
          fieldNamed(next.fields, credential.name) === undefined &&
          !present.fields.some((field) => sameName(field.name, credential.name))
        );
      case 'query':
        return bare && !carriesParameter(next.url, credential.name);
      case 'userinfo':
        return bare;
      case 'cookie':
        return bare && hostnameIn(sent.url) !== hostnameIn(present.url);
      case 'proxy':
      case 'path':
        return false;
      default:
        return credential.in satisfies never;
    }
  });
};

const carriesParameter = (url: string, name: string): boolean =>
  URL.parse(url)?.searchParams.has(name) === true;

/** The redirect led to the same page under another spelling of its address, and what was posted to it stayed behind. */
export const lostBody = (attempt: Attempt, { index, note }: Hop): boolean => {
  const next = attempt.exchanges[index]?.request;
  return (
    note.methodChanged &&
    next?.body.kind === 'none' &&
    barePath(note.from) !== undefined &&
    barePath(note.from) === barePath(note.to)
  );
};

const barePath = (url: string): string | undefined => pathIn(url)?.replace(/\/+$/, '').toLowerCase();

/** The redirect led from a path to the front page of another host: what was asked for is not there. */
export const lostPath = ({ note }: Hop): boolean =>
  hostnameIn(note.from) !== hostnameIn(note.to) &&
  (barePath(note.from)?.length ?? 0) > 1 &&
  barePath(note.to) === '' &&
  URL.parse(note.to)?.search === '';
