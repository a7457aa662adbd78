import type { Told } from '../attempt.test-support.ts';
import { attemptOf, basic, bearer, opaque } from '../attempt.test-support.ts';
import type { Cause } from '../causes.ts';
import { diagnose } from '../diagnose.ts';

const key = { 'X-API-Key': 'k9Qw3rTy7uIoP2aSdF5gHjKl' };
const cookie = { Cookie: 'sessionid=b7f3a91c0d2e4f5a6b7c8d9e0f1a2b3c' };

/** How the request proves who asks. */
const sent = {
  token: opaque,
  jwt: bearer(),
  key,
  basic: basic('ada', 'Lovelace-1843'),
  cookie,
  nothing: {},
} as const;

export type Sent = keyof typeof sent;

/** An answer in words that no product owns: what was sent, the status, and what the server says. */
export type Wording = readonly [from: Sent, status: number, says: unknown, more?: Told];

/** Sayings by the cause that a careful reader takes them for. */
export type Wordings = Partial<Record<Cause, readonly Wording[]>>;

/** The first cause of an unknown product's answer; undefined where the engine keeps silent. */
export const causeOf = ([from, status, says, more = {}]: Wording): Cause | undefined => {
  const body = typeof says === 'string' && !says.startsWith('<') ? { message: says } : says;
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  const attempt = attemptOf({ status, sent: sent[from], received: { 'Content-Type': type }, body, ...more });
  return diagnose(attempt).findings[0]?.cause;
};
