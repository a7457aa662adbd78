import { byteStringOfBase64, utf8OfBytes } from '../../exchange/bytes.ts';
import { authParam } from '../../http-auth/auth.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, STATED, TOLD } from '../weights.ts';

/** User or password beyond ASCII in an encoding that the server reads otherwise (RFC 7617 §2.1). */
export const charsetMismatch = defineRule({
  cause: 'charset-mismatch',
  references: ['RFC 7617 §2.1'],
  phrases: [
    {
      says: /(?:charset|character set|encoding|utf-?8)[^.]{0,40}(?:password|credential|user ?name|authorization)|malformed utf-?8/i,
      weight: HINTED,
    },
  ],
  examine(facts, heard) {
    const { authorization } = facts;
    if (authorization?.parsed?.scheme !== 'basic') return undefined;
    const pair = byteStringOfBase64(authorization.parsed.rest);
    if (pair === undefined || !/[\u0080-\u00ff]/.test(pair) || !pair.includes(':')) return undefined;
    const isUtf8 = utf8OfBytes(pair) !== pair;
    const asked = facts.challenges.find(({ challenge }) =>
      /utf-?8/i.test(authParam(challenge, 'charset') ?? ''),
    );
    const sent = isUtf8 ? 'UTF-8' : 'Latin-1';
    const other = isUtf8 ? 'Latin-1' : 'UTF-8';
    const contradicts = asked !== undefined && isUtf8;
    if (contradicts)
      return { kind: 'ruled-out', because: 'The password is sent in UTF-8, as the challenge asks' };
    const { restSpan } = authorization.parsed;
    return support(
      [
        ...heard,
        weigh(isUtf8 ? TOLD : STATED, `User or password hold characters beyond ASCII, sent as ${sent}`, {
          ...authorization.place,
          ...(authorization.place.in === 'field' ? { span: restSpan } : {}),
        }),
        asked !== undefined && weigh(STATED, 'The challenge asks for UTF-8', asked.place),
      ],
      {
        title: `The password holds characters beyond ASCII and was sent as ${sent}; the server probably reads ${other}`,
        explanation: `Basic does not say in which charset user and password are encoded, unless the challenge has charset="UTF-8". An umlaut is one byte in Latin-1 and two in UTF-8, so the server compares another password. Send it in ${other}.`,
        remedies: [{ id: 'reencode-credentials', values: { charset: isUtf8 ? 'iso-8859-1' : 'utf-8' } }],
        figure: { kind: 'values', label: 'charset', got: sent, wanted: other },
      },
    );
  },
});
