import { authParam } from '../../http-auth/auth.ts';
import type { LoginEncoding } from '../facts/encoded-login.ts';
import { encodedLogin } from '../facts/encoded-login.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';

const weights: Readonly<Record<LoginEncoding, number>> = {
  'utf-8': TOLD,
  'latin-1': STATED + HINTED,
  'utf-16': PROVEN,
  twice: PROVEN,
  replaced: PROVEN,
  'question-mark': STATED + HINTED,
};

const facts: Readonly<Record<LoginEncoding, string>> = {
  'utf-8': 'User or password hold characters beyond ASCII, sent as UTF-8',
  'latin-1': 'User or password hold characters beyond ASCII, sent as Latin-1',
  'utf-16': 'User and password were encoded as UTF-16: every second byte is empty',
  twice: 'Characters beyond ASCII were encoded as UTF-8 twice',
  replaced: 'The sign for an unreadable character (U+FFFD) stands in user or password',
  'question-mark': 'A question mark stands in the user’s name where a letter belongs',
};

const titles: Readonly<Record<LoginEncoding, string>> = {
  'utf-8':
    'The password holds characters beyond ASCII and was sent as UTF-8; the server probably reads Latin-1',
  'latin-1':
    'The password holds characters beyond ASCII and was sent as Latin-1; the server probably reads UTF-8',
  'utf-16': 'User and password were encoded as UTF-16; the server reads every second byte as a character',
  twice: 'User or password were encoded as UTF-8 twice; the server reads two characters in place of one',
  replaced: 'A character of user or password was lost before it was sent',
  'question-mark': 'The client replaced a letter of the user’s name by a question mark',
};

const lesson =
  'Basic does not say in which charset user and password are encoded, unless the challenge has charset="UTF-8". An umlaut is one byte in Latin-1 and two in UTF-8, so the server compares another password.';

const lessons: Readonly<Record<LoginEncoding, string>> = {
  'utf-8': `${lesson} Send it in Latin-1.`,
  'latin-1': `${lesson} Send it in UTF-8.`,
  'utf-16': `${lesson} Windows calls UTF-16 “Unicode”: take the bytes of UTF-8 before they become Base64.`,
  twice: `${lesson} Two layers of the client each encode the text; leave that to one of them.`,
  replaced: `${lesson} The text was read in a charset that it is not in before it was encoded; read the file or the variable as UTF-8.`,
  'question-mark': `${lesson} This client knows ASCII only and writes a question mark for everything else. Take a newer one, or a user and password in ASCII.`,
};

/** User or password beyond ASCII in an encoding that the server reads otherwise (RFC 7617 §2.1). */
export const charsetMismatch = defineRule({
  cause: 'charset-mismatch',
  references: ['RFC 7617 §2.1'],
  phrases: [
    {
      says: /(?:charset|character set|encoding|utf-?8)[^.]{0,40}(?:password|credential|user ?name|authorization)|malformed utf-?8|codec can['’]?t decode/i,
      weight: HINTED,
    },
  ],
  examine(known, heard) {
    const login = encodedLogin(known);
    if (login === undefined) return undefined;
    const { encoding, place } = login;
    const asked = known.challenges.find(({ challenge }) =>
      /utf-?8/i.test(authParam(challenge, 'charset') ?? ''),
    );
    if (asked !== undefined && encoding === 'utf-8')
      return { kind: 'ruled-out', because: 'The password is sent in UTF-8, as the challenge asks' };
    const wanted = encoding === 'utf-8' ? 'Latin-1' : 'UTF-8';
    return support(
      [
        ...heard,
        weigh(
          // A form is UTF-8, whoever reads it (WHATWG URL §5.1).
          encoding === 'latin-1' && place.in === 'body' ? PROVEN : weights[encoding],
          facts[encoding],
          place,
        ),
        asked !== undefined && weigh(STATED, 'The challenge asks for UTF-8', asked.place),
        encoding !== 'replaced' &&
          /\ufffd|\u00c3[\u0080-\u00bf]/.test(known.said) &&
          weigh(STATED, 'The answer shows the name with letters that it could not read', {
            in: 'body',
            exchange: known.index,
            side: 'response',
          }),
      ],
      {
        title: titles[encoding],
        explanation: lessons[encoding],
        remedies:
          encoding === 'utf-8' || encoding === 'latin-1'
            ? [
                {
                  id: 'reencode-credentials',
                  values: { charset: encoding === 'utf-8' ? 'iso-8859-1' : 'utf-8' },
                },
              ]
            : [{ id: 'fill-credentials' }],
        figure: {
          kind: 'values',
          label: 'charset',
          got: encoding === 'utf-8' ? 'UTF-8' : encoding === 'utf-16' ? 'UTF-16' : 'Latin-1',
          wanted,
        },
      },
    );
  },
});
