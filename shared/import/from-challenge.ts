import { utf8ByteString } from '../exchange/bytes.ts';
import { parseChallenges } from '../http-auth/challenges.ts';
import type { Importer } from './importer.ts';

const named = /^(?:[<*]\s*)?(www-authenticate|proxy-authenticate)\s*:\s*(.*)$/i;

/** Parameters that only credentials carry (RFC 7616 §3.4, RFC 5849 §3.5.1, RFC 9421). */
const ofCredentials = /^(username|response|cnonce|nc|oauth_\w+|credential|signature|keyid|mac|opaque_token)$/;

/** Lines of WWW-Authenticate or Proxy-Authenticate, or the value of one. */
export const fromChallenge: Importer = {
  form: 'challenge',
  read(text) {
    if (text.length > 100_000) return undefined;
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const matches = lines.map((line) => named.exec(line));
    if (matches.every((match) => match !== null)) {
      const values = matches.map((match) => utf8ByteString((match[2] ?? '').trim()));
      return { kind: 'challenges', from: 'challenge', values, proxy: /^[<*\s]*proxy-/i.test(text) };
    }
    return lines.length === 1 ? bareValue(text) : undefined;
  },
};

/** Without its name, a value is a challenge only where it has parameters, and none that belongs to credentials. */
const bareValue = (text: string): ReturnType<Importer['read']> => {
  const value = utf8ByteString(text);
  const { challenges, problems } = parseChallenges([value]);
  const params = challenges.flatMap((challenge) => challenge.params);
  const plain =
    params.length > 0 && problems.length === 0 && !params.some(({ name }) => ofCredentials.test(name));
  const alone = /^(negotiate|ntlm|basic|digest|bearer|dpop)$/i.test(text);
  return plain || alone
    ? { kind: 'challenges', from: 'challenge', values: [value], proxy: false }
    : undefined;
};
