import { authParam } from '../../http-auth/auth.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { digestFaults } from '../facts/digest-faults.ts';
import { isStale } from '../facts/stale.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { statusPlace, theServer } from '../facts.ts';
import { HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** The Digest answer was computed over another realm, URI, qop, algorithm or password (RFC 7616 §3.4). */
export const digestResponseMismatch = defineRule({
  cause: 'digest-response-mismatch',
  references: ['RFC 7616 §3.4'],
  phrases: [
    {
      says: /uri[^.;]{0,20}mismatch|digest[^.;]{0,40}(?:mismatch|invalid|wrong|does not match|incorrect|fail)|(?:invalid|wrong|incorrect|bad) digest/i,
      weight: TOLD,
    },
  ],
  examine(facts, heard) {
    const sent = facts.authorization?.parsed?.scheme === 'digest' ? facts.authorization : undefined;
    if (sent?.parsed === undefined) return undefined;
    const offered = facts.challenges.filter(({ challenge }) => challenge.scheme === 'digest');
    const made = authParam(sent.parsed, 'algorithm') ?? 'MD5';
    // A server may offer several algorithms (RFC 7616 §3.7): the one that was answered is judged.
    const digest =
      offered.find(
        ({ challenge }) => (authParam(challenge, 'algorithm') ?? 'MD5').toLowerCase() === made.toLowerCase(),
      ) ?? offered[0];
    const uri = authParam(sent.parsed, 'uri');
    const { request } = facts.exchange;
    const target = facts.url === undefined ? request.target : `${facts.url.pathname}${facts.url.search}`;
    const otherUri = uri !== undefined && uri !== target && uri !== request.url;
    const stale = digest !== undefined && isStale(digest.challenge);
    const challenge = digest ?? undefined;
    const realm = authParam(sent.parsed, 'realm');
    const otherRealm = challenge !== undefined && authParam(challenge.challenge, 'realm') !== realm;
    const algorithm = challenge === undefined ? undefined : authParam(challenge.challenge, 'algorithm');
    const otherAlgorithm = algorithm !== undefined && made.toLowerCase() !== algorithm.toLowerCase();
    const noQop =
      challenge !== undefined &&
      authParam(challenge.challenge, 'qop') !== undefined &&
      authParam(sent.parsed, 'qop') === undefined;
    const challengedBefore = facts.earlier.findLast(
      (one) =>
        one.status === 401 &&
        responseOf(one.exchange)?.fields.some(
          ({ name, value }) => /^www-authenticate$/i.test(name) && /^\s*digest/i.test(value),
        ),
    );
    const faults = digestFaults(sent.parsed);
    const [fault] = faults;
    const badRequest = facts.status === 400 && challengedBefore !== undefined;
    return support(
      [
        ...heard,
        otherUri && weigh(STATED, `The digest covers uri ${uri}, requested was ${target}`, sent.place),
        otherRealm &&
          challenge !== undefined &&
          weigh(TOLD, `Answered was realm ${realm ?? 'none'}, asked is another`, challenge.place),
        otherAlgorithm &&
          challenge !== undefined &&
          weigh(TOLD, `The server asks for ${algorithm}`, challenge.place),
        ...faults.map((one) => weigh(STATED, `In the Digest answer ${one}`, sent.place)),
        challenge !== undefined &&
          authParam(challenge.challenge, 'opaque') !== undefined &&
          authParam(sent.parsed, 'opaque') === undefined &&
          weigh(TOLD, 'The challenge’s opaque was not sent back', sent.place),
        noQop && weigh(SUGGESTED, 'The challenge offers qop and the answer carries none', sent.place),
        challenge !== undefined &&
          !stale &&
          facts.status === 401 &&
          weigh(SUGGESTED, 'Digest was answered and is asked again without stale=true', challenge.place),
        badRequest &&
          weigh(
            STATED,
            'The first request with the Digest answer is a 400: the server finds its uri wrong',
            statusPlace(facts),
          ),
        challenge === undefined && facts.status === 403 && weigh(HINTED, 'Digest was sent', sent.place),
      ],
      {
        title:
          otherUri || badRequest
            ? 'The Digest answer covers another path than the one the server sees'
            : otherAlgorithm
              ? `The Digest answer is made with ${made}; ${theServer(facts)} asks for ${algorithm}`
              : fault !== undefined
                ? `The Digest answer is malformed: ${fault}`
                : `${theServer(facts)} computes another Digest answer than was sent: another password, realm or path`,
        explanation:
          'Digest sends a hash over user, realm, password, nonce, method and path. The server computes the same; any difference refuses it, a wrong password among others. Where a proxy rewrites the path, the server sees another uri than the one that was hashed.',
        remedies: [
          // A client that builds the answer wrongly builds it wrongly with another password, too: ours is made anew.
          ...(otherAlgorithm || fault !== undefined || otherUri
            ? [{ id: 'switch-scheme' as const, values: { scheme: 'digest' } }]
            : [{ id: 'fill-credentials' as const }]),
          { id: 'retry' },
          { id: 'report' },
        ],
        ...(otherUri ? { figure: { kind: 'values' as const, label: 'uri', got: uri, wanted: target } } : {}),
      },
    );
  },
});
