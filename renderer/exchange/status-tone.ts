import {
  failureOf,
  responseOf,
  type Attempt,
  type Exchange,
  type FailureCode,
} from '../../shared/exchange/exchange.ts';
import type { Tone } from '../ui/StatusPill.tsx';

/** Tone of a status code. Red: a server refused. Amber: it failed and is no refusal. Green: accepted. */
export const toneOfStatus = (status: number): Tone => {
  if (status === 401 || status === 403 || status === 407 || status === 419) return 'refused';
  if (status >= 400) return 'warned';
  return status >= 200 && status < 300 ? 'accepted' : 'neutral';
};

/** What a pill says of an exchange: its status, or why there is none. */
export const pillOf = (exchange: Exchange): { readonly text: string; readonly tone: Tone } => {
  const response = responseOf(exchange);
  if (response !== undefined) return { text: String(response.status), tone: toneOfStatus(response.status) };
  return failureOf(exchange)?.code === 'cancelled'
    ? { text: 'cancelled', tone: 'neutral' }
    : { text: 'no answer', tone: 'warned' };
};

/** The exchange that answers for the attempt: the last one. An attempt has none when it was stopped at once. */
export const lastExchange = (attempt: Attempt): Exchange | undefined => attempt.exchanges.at(-1);

/** Pill of an attempt. One that was stopped by its token request carries that request's status. */
export const pillOfAttempt = (attempt: Attempt): { readonly text: string; readonly tone: Tone } => {
  const last = lastExchange(attempt);
  return last === undefined ? { text: 'not sent', tone: 'neutral' } : pillOf(last);
};

/** What went wrong in two or three words, where there is no status. */
export const failureWords: Readonly<Record<FailureCode, string>> = {
  dns: 'Host not found',
  refused: 'Connection refused',
  unreachable: 'Host unreachable',
  reset: 'Connection reset',
  closed: 'Connection closed',
  tls: 'TLS failed',
  'tls-certificate': 'Certificate not trusted',
  timeout: 'Timed out',
  cancelled: 'Cancelled',
  'malformed-answer': 'Not an HTTP answer',
  'too-large': 'Too large',
  proxy: 'Proxy failed',
  'invalid-request': 'Request cannot be sent',
  other: 'Failed',
};
