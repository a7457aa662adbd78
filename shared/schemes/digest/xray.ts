import { utf8OfBytes } from '../../exchange/bytes.ts';
import type { Xray } from '../../exchange/exchange.ts';
import { maskSecret } from '../../exchange/redact.ts';
import type { DigestAnswer } from './credentials.ts';

const dots = maskSecret('', false);

/** The way to the response by RFC 7616's own names. HA1 is as good as the password and masked like it. */
export const digestXray = ({ inputs, steps, session }: Omit<DigestAnswer, 'value'>): Xray => {
  const { algorithm, username, realm, qop, prime } = inputs;
  const a1 =
    algorithm.session && prime !== undefined
      ? `${dots}:${prime.nonce}:${prime.cnonce}`
      : `${username}:${realm}:${dots}`;
  return {
    scheme: `Digest ${algorithm.name}${qop === undefined ? ', without qop' : `, qop=${qop}`}`,
    parts: [
      { kind: 'input', label: 'Challenge', text: utf8OfBytes(session.challenge.written) },
      { kind: 'input', label: 'A1', text: utf8OfBytes(a1), masked: true },
      { kind: 'input', label: 'HA1', text: dots, masked: true },
      { kind: 'canonical', label: 'A2', text: steps.a2 },
      { kind: 'input', label: 'HA2', text: steps.ha2 },
      { kind: 'to-sign', label: 'HA1 and data', text: `${dots}:${steps.data}`, masked: true },
      { kind: 'result', label: 'response', text: steps.response },
    ],
  };
};
