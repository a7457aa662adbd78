import { anyOf } from '../any-of.ts';
import { valueOf } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { challengedSchemes, onlyIntegrated, schemeInWords } from '../facts/schemes-asked.ts';
import type { Facts } from '../facts.ts';
import { statusPlace, theServer } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, PROVEN, STATED, TOLD } from '../weights.ts';

/** NTLM stands where a Kerberos ticket is wanted, and the server says no instead of going on with the legs (RFC 4559 §4). */
const ofAnotherMechanism = (facts: Facts) => {
  const field = facts.authorization;
  if (
    field?.parsed?.scheme !== 'negotiate' ||
    !field.parsed.rest.startsWith('TlRMTVNTUAAB') ||
    facts.challenges.length > 0 ||
    (facts.status !== 401 && facts.status !== 403)
  )
    return undefined;
  return support(
    [
      weigh(TOLD, 'What was sent behind Negotiate is NTLM, no ticket of Kerberos', field.place),
      weigh(HINTED, 'The server does not go on with the exchange', statusPlace(facts)),
    ],
    { title: 'The server takes only a ticket of Kerberos', explanation, remedies: [{ id: 'report' }] },
  );
};

/** The server closed the connection between the legs, of which the proof is only good on one (RFC 4559 §6). */
const closedBetween = (facts: Facts): number | undefined => {
  const { authorization, earlier } = facts;
  const last = earlier.at(-1);
  const fields = last === undefined ? [] : (responseOf(last.exchange)?.fields ?? []);
  return authorization?.parsed?.rest.startsWith('TlRMTVNTUAAD') === true &&
    last?.sameRequest === true &&
    /^(?:ntlm|negotiate) +TlRMTVNTUAAC/i.test(valueOf(fields, 'WWW-Authenticate') ?? '') &&
    /\bclose\b/i.test(valueOf(fields, 'Connection') ?? '')
    ? last.index
    : undefined;
};

/** Only Negotiate, Kerberos or NTLM is offered (RFC 4559). */
export const integratedAuthRequired = defineRule({
  cause: 'integrated-auth-required',
  references: ['RFC 4559 §4'],
  explains: ['scheme-mismatch', 'credentials-missing'],
  phrases: [
    {
      says: anyOf({
        'kerberos required':
          /(?:kerberos|negotiate|ntlm|spnego|windows(?: integrated)?)\b[^.;]{0,30}\b(?:is |are )?(?:required|needed|expected|mandatory)/i,
        'only kerberos auth':
          /(?:only|requires?|must use|please use) (?:an? )?(?:kerberos|negotiate|ntlm|spnego|(?:integrated )?windows(?: integrated)?) (?:auth\w*|credentials?|ticket|log-?(?:in|on)|sign-?(?:in|on))/i,
        'only kerberos supported':
          /only (?:kerberos|negotiate|ntlm|spnego)\b[^.;]{0,24}(?:supported|accepted|allowed)/i,
        'failed to find any kerberos tgt': /failed to find any kerberos tgt/i,
        'no valid credentials provided (mechanism level': /no valid credentials provided \(mechanism level/i,
        'Windows-Authentifizierung': /(?:windows|kerberos)[ -]?(?:authentifizierung|anmeldung)/i,
        'authentification windows': /authentification (?:windows|kerberos)/i,
        'autenticacion windows': /autenticaci[oó]n (?:de )?(?:windows|kerberos)/i,
        windows身份验证: /(?:windows|kerberos) ?(?:身份验证|认证|認証)/i,
      }),
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const [challenge] = facts.challenges;
    const scheme = facts.authorization?.parsed?.scheme ?? '';
    const answered = /^(negotiate|ntlm|kerberos)$/.test(scheme);
    if (challenge === undefined || !onlyIntegrated(facts))
      return answered
        ? ofAnotherMechanism(facts)
        : support(heard, {
            title: `${theServer(facts)} takes only a Windows sign-in`,
            explanation,
            remedies: [{ id: 'report' }],
          });
    const closed = closedBetween(facts);
    const asked = challengedSchemes(facts);
    const sent =
      facts.authorization === undefined ? 'none' : schemeInWords(scheme === '' ? 'a bare value' : scheme);
    return support(
      [
        ...heard,
        weigh(PROVEN, `The server offers ${asked.join(', ')} and nothing else`, challenge.place),
        closed !== undefined &&
          weigh(
            STATED,
            'The answer with the challenge closed the connection, on which the proof had to follow',
            {
              in: 'field',
              exchange: closed,
              side: 'response',
              name: 'Connection',
            },
          ),
        answered &&
          weigh(
            AGAINST * 2,
            `${schemeInWords(scheme)} was sent`,
            facts.authorization?.place ?? challenge.place,
          ),
      ],
      {
        title: `${theServer(facts)} takes only ${asked.join(' or ')}`,
        explanation,
        remedies: [
          ...(answered ? [] : [{ id: 'switch-scheme' as const, values: { scheme: easiest(facts) } }]),
          { id: 'report' },
        ],
        figure: { kind: 'schemes', sent, challenged: asked },
      },
    );
  },
});

/** NTLM takes a user and a password; the others need a ticket of the system. */
const easiest = ({ challenges }: Facts): string =>
  challenges.find(({ challenge }) => challenge.scheme === 'ntlm')?.challenge.scheme ??
  challenges[0]?.challenge.scheme ??
  '';

const explanation =
  'These schemes prove a sign-in to a Windows or Kerberos domain in several legs on one connection. Basic or a token is not looked at. Either the client signs in that way, or the server’s operator switches on another scheme.';
