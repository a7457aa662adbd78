import { randomBytes } from 'node:crypto';
import { encodeBasic } from '../../../shared/schemes/basic/codec.ts';
import { answerDigest } from '../../../shared/schemes/digest/credentials.ts';
import type { DigestSession } from '../../../shared/schemes/digest/session.ts';
import { digestXray } from '../../../shared/schemes/digest/xray.ts';
import { ntlmLogin } from '../../../shared/schemes/ntlm/account.ts';
import type { NtlmChallenge } from '../../../shared/schemes/ntlm/challenge.ts';
import { ntlmAuthenticate, ntlmFieldValue, ntlmNegotiate } from '../../../shared/schemes/ntlm/messages.ts';
import { ntlmXray } from '../../../shared/schemes/ntlm/xray.ts';
import type { Proxy } from '../proxy.ts';
import type { ProxyAnswer } from './proxy-login.ts';

/** What one request says to the proxy: the method and the target of its request line (RFC 7616 §3.4). */
export interface ProxyLeg {
  readonly method: string;
  readonly target: string;
}

const bytes = (count: number): Uint8Array => Uint8Array.from(randomBytes(count));

const answer = (value: string, { username }: Proxy, xray?: ProxyAnswer['xray']): ProxyAnswer => ({
  field: {
    name: 'Proxy-Authorization',
    value,
    origin: { from: 'proxy', note: `${value.split(' ', 1)[0] ?? ''} for proxy user ${username}` },
  },
  ...(xray === undefined ? {} : { xray }),
});

/** RFC 7617, in UTF-8; `undefined` for a user name that Basic cannot say. */
export const basicAnswer = (proxy: Proxy): ProxyAnswer | undefined => {
  const encoded = encodeBasic(proxy.username, proxy.password, 'utf-8');
  return encoded.ok ? answer(encoded.value, proxy) : undefined;
};

/** RFC 7616, and the session that the next answer continues. */
export const digestAnswer = (
  proxy: Proxy,
  { method, target }: ProxyLeg,
  session: DigestSession,
): { readonly answer: ProxyAnswer; readonly session: DigestSession } => {
  const login = { username: proxy.username, password: proxy.password, charset: 'utf-8' } as const;
  const made = answerDigest(session, login, { method, uri: target }, 'auth', bytes);
  return { answer: answer(made.value, proxy, digestXray(made)), session: made.session };
};

/** RFC 4559 §4: the ticket of whoever is logged in to this machine. */
export const negotiateAnswer = (token: string): ProxyAnswer => ({
  field: {
    name: 'Proxy-Authorization',
    value: `Negotiate ${token}`,
    origin: { from: 'proxy', note: 'Negotiate with the ticket of this machine' },
  },
});

/** The first message of NTLM, which names nobody. */
export const ntlmGreeting = (proxy: Proxy): ProxyAnswer => answer(ntlmFieldValue(ntlmNegotiate), proxy);

export const ntlmAnswer = (proxy: Proxy, challenge: NtlmChallenge, nowMs: () => number): ProxyAnswer => {
  const login = ntlmLogin(proxy.username, '', proxy.password);
  const made = ntlmAuthenticate(challenge, login, '', { nowMs, randomBytes: bytes });
  return answer(ntlmFieldValue(made.message), proxy, ntlmXray(challenge, login, made));
};
