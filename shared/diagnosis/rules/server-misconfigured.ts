import { anyOf } from '../any-of.ts';
import { valueOf } from '../../exchange/fields.ts';
import { lostLoginCookie } from '../facts/login-cookie.ts';
import { endpointInTheClear } from '../facts/metadata.ts';
import type { Facts } from '../facts.ts';
import { nothingSent } from '../facts/absence.ts';
import { failsAtIssuing } from '../facts/broken-endpoint.ts';
import { judgesOwnToken } from '../facts/callback.ts';
import { innerAddress } from '../facts/called-itself.ts';
import { keyOfSomebodyElse } from '../facts/echoed-key.ts';
import { keptCookie } from '../facts/kept-cookies.ts';
import { addedBehind } from '../facts/rivals.ts';
import {
  doubtsItsOwnSignature,
  doubtsWhatItTook,
  readsAnotherAddress,
  reasoned,
  refusesItsOwn,
  refusesItsOwnSession,
  refusesWhatItPublishes,
} from '../facts/refuses-its-own.ts';
import { disownsItself } from '../facts/own-origin.ts';
import { passedForAnotherClient } from '../facts/other-client.ts';
import { plumbing } from '../facts/plumbing.ts';
import { nodeLeavesTokenUnread } from '../facts/kubelet.ts';
import { otherUser } from '../facts/other-user.ts';
import { takesTurns } from '../facts/takes-turns.ts';
import { missedOfGateway, passedAtOtherInstance } from '../facts/set-by-gateway.ts';
import { absentField, requestFieldPlace, responseFieldPlace, responseValue, theServer } from '../facts.ts';
import { statementEvidence } from '../heard.ts';
import { seenKeyIds } from '../facts/published-keys.ts';
import { openBefore, publicDocument } from '../facts/for-everyone.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { FAINT, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';

/** The server complains about a credential of a kind that the client never sent. */
const complainsOfAnother = (facts: Facts): boolean =>
  /(?:invalid|incorrect|unknown) (?:api[ _]key|bearer|token|authorization header)/i.test(facts.said) &&
  facts.credentials.every((credential) => credential.in === 'cookie') &&
  facts.credentials.length > 0 &&
  !nothingSent(facts);

/** The server's authentication is broken or incomplete for everybody. */
export const serverMisconfigured = defineRule({
  cause: 'server-misconfigured',
  references: ['RFC 9110 §15.6.1'],
  explains: [
    'csrf-token-missing',
    'client-not-allowed',
    'credentials-missing',
    'session-expired',
    'required-header-missing',
    'token-expired',
    'token-revoked',
    'token-signature-invalid',
    'sender-constraint-failed',
    'header-stripped',
  ],
  phrases: [
    {
      says: /\b(?:fetch|get|retriev|load|download)(?:ing|e)? (?:\w+ ){0,2}keys?\b[^.;]{0,24}\b(?:failed|error|timed out|refused|40[34]|50\d)\b|\bno audiences? (?:is |are )?(?:bound|configured|set|defined) (?:to|for|on|in|at) (?:the|this) (?:role|server|provider|api|realm)\b/i,
      unless: /api[ _-]?key|your key|invalid key/i,
      weight: STATED,
    },
    {
      says: /\bx-forwarded-(?:host|proto|for)\b[^.;]{0,16}(?:header )?[^;]{0,60}\b(?:does not match|mismatch|differs? from)\b/i,
      weight: STATED,
    },
    {
      says: /Invalid key supplied|(?:could not|cannot|unable to|failed to) (?:open|read) (?:the )?(?:password|user|htpasswd|group) file/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'Jwks remote fetch is failed':
          /\bjwks?\b[^.;]{0,50}(?:fetch|retriev|load|fail|unreachable|error|not found|unable|timeout)/i,
        'Failed to fetch JWKS':
          /(?:unable|failed|could not|cannot)[^.;]{0,30}(?:to )?(?:fetch|retrieve|load|obtain|download|reach|connect|contact|get)[^.;]{0,50}(?:jwks?|key ?set|keys?|configuration|metadata|openid|oidc|discovery|issuer|ldap|identity provider|auth(?:entication)? (?:server|service|backend|provider)|introspection|directory|database)/i,
        IDX20803: /IDX20803/i,
        IDX20804: /IDX20804/i,
        IDX10500: /IDX10500/i,
        'Jwt issuer is not configured':
          /(?:authentication|authorization|security|realm|provider|backend|sso|saml|oidc|oauth|jwt|token log-?in)[^.;]{0,40}\b(?:is |are )?(?:not (?:properly |correctly |yet )?configur(?:at)?ed|misconfigured|disabled|unavailable|not (?:enabled|set up|initiali[sz]ed))/i,
        'server-misconfigured': /misconfigur/i,
        jwt_auth_bad_config: /_bad_config(?:uration)?\b/i,
        'No authenticationScheme was specified': /No authenticationScheme was specified/i,
        'No AuthenticationProvider': /No AuthenticationProvider/i,
        'Authentication service unavailable':
          /authentication (?:service|backend|server) (?:error|unavailable|failure|is down)/i,
        ldap_bind_failed: /ldap[^.;]{0,30}(?:error|fail|connect)/i,
        'server error in auth': /(?:server|configuration) error in auth/i,
        JWT_SECRET_KEY: /JWT_SECRET/i,
        'problem with the server configuration': /problem with the server configuration/i,
        'Unable to locate metadata': /(?:unable to|cannot|could not) (?:locate|find) metadata/i,
        'secretOrPrivateKey must have a value': /secret(?:OrPrivate|OrPublic)?Key must/i,
        'secret or public key must be provided': /secret or public key must be provided/i,
        'no public key configured': /no (?:public|signing|verification) key configured/i,
        'upstream connect error': /upstream connect error/i,
      }),
      unless:
        /error code 49|invalid credentials|AcceptSecurityContext|ldap[ _]bind[ _]failed$|ldap (?:authentication|login) failed|your (?:account|app|client|user)|(?:basic|user ?name|password|api[ -]?key|bearer|digest|token|oauth ?1\S*)[ -](?:and \w+ |based )?(?:auth\w*|log-?in|access)[^.;]{0,12}(?:disabled|not enabled)/i,
      weight: STATED,
    },
    {
      says: /\b(?:body|payload)\b[^.;]{0,30}\b(?:must|should|has to|needs to) be (?:passed|provided|given|supplied)\b[^.;]{0,60}\b(?:raw|string|buffer)\b|(?:body|payload) (?:was|is) (?:provided|passed) as a parsed/i,
      weight: STATED,
    },
    ...plumbing,
    {
      says: /\b(?:service|api|interface|module|plug-?in|extension)s?\b[^.;]{0,16}\b(?:is |are )?(?:disabled|not enabled|turned off|switched off|not activated) (?:on|in) (?:this|the) (?:node|server|instance|host|system|appliance|device|site)/i,
      weight: STATED,
    },
    {
      says: /unexpected end of (?:JSON )?input|unexpected token \S+ in JSON|invalid character '.' looking for beginning/i,
      weight: TOLD,
    },
  ],
  examine(facts, heard) {
    const turn = takesTurns(facts);
    const kid = facts.token?.jwt?.header['kid'];
    const seen = seenKeyIds(facts);
    const named = /key|signature|kid/i.test(facts.said);
    const published =
      typeof kid === 'string' && seen?.ids.includes(kid) === true && (named || !reasoned(facts));
    const proxied = facts.response === undefined ? undefined : valueOf(facts.response.fields, 'Gap-Auth');
    const another = complainsOfAnother(facts);
    const address = readsAnotherAddress(facts);
    const issued = refusesItsOwn(facts);
    const doubted = doubtsItsOwnSignature(facts);
    const disputed = doubted === undefined && turn === undefined ? doubtsWhatItTook(facts) : undefined;
    const kept = lostLoginCookie(facts);
    const ownAudience = refusesWhatItPublishes(facts);
    const session = refusesItsOwnSession(facts);
    const gateway = missedOfGateway(facts);
    const instance = turn === undefined ? passedAtOtherInstance(facts) : undefined;
    const stranger = keyOfSomebodyElse(facts);
    const clear =
      facts.status === 401 &&
      facts.token?.jwt !== undefined &&
      !facts.tokenRequest &&
      !/expired|audience|scope/i.test(facts.said)
        ? endpointInTheClear(facts)
        : undefined;
    const open = publicDocument(facts);
    const before = passedForAnotherClient(facts) === undefined ? openBefore(facts) : undefined;
    const inner = innerAddress(facts);
    const other = otherUser(facts);
    const disowned = disownsItself(facts);
    const unsent = keptCookie(facts);
    const issuing = failsAtIssuing(facts);
    const place = { in: 'status' as const, exchange: facts.index };
    return support(
      [
        ...heard,
        turn !== undefined &&
          weigh(PROVEN, 'The very same request was refused, accepted and refused again', {
            in: 'status',
            exchange: turn,
          }),
        issuing !== undefined &&
          weigh(
            TOLD,
            `The token endpoint answers ${facts.status ?? 0} with its own error, ${issuing}`,
            place,
          ),
        gateway !== undefined && {
          weight: STATED + HINTED,
          evidence: statementEvidence(facts, gateway.statement, gateway.name),
        },
        gateway !== undefined &&
          weigh(
            HINTED,
            `${gateway.name} is set by a gateway for what stands behind it`,
            absentField(facts, gateway.name),
          ),
        stranger !== undefined && {
          weight: STATED + FAINT,
          evidence: statementEvidence(facts, stranger.statement, stranger.match[0]),
        },
        instance !== undefined &&
          weigh(
            TOLD,
            `${instance.field} was ${instance.was} when the same call passed, and is ${responseValue(facts, instance.field)} now`,
            responseFieldPlace(facts, instance.field),
          ),
        instance !== undefined &&
          weigh(HINTED, 'That was a moment before', { in: 'status', exchange: instance.before.index }),
        judgesOwnToken(facts) &&
          weigh(
            facts.form.some(({ name }) => name === 'SAMLResponse') ? TOLD : STATED + HINTED,
            'The token that is judged went from the identity provider to the server; the client did not choose it',
            place,
          ),
        disowned !== undefined && {
          weight: PROVEN,
          evidence: statementEvidence(facts, disowned.statement, disowned.match[0]),
        },
        disowned !== undefined &&
          weigh(
            TOLD,
            'By its Origin the page is of the very server that was called',
            requestFieldPlace(facts, 'Origin'),
          ),
        clear !== undefined &&
          weigh(STATED, `The login server stands at https:// and publishes its ${clear.name} at http://`, {
            in: 'body',
            exchange: clear.index,
            side: 'response',
          }),
        open !== undefined && weigh(STATED + HINTED, `${open} is for everybody to read`, place),
        addedBehind(facts) &&
          weigh(
            STATED + HINTED,
            'The answer finds two credentials; the client sent one, and something behind it added the other',
            place,
          ),
        unsent !== undefined &&
          weigh(TOLD + HINTED, `The login handed out ${unsent.name} ${unsent.why}`, {
            in: 'field',
            exchange: unsent.index,
            side: 'response',
            name: 'Set-Cookie',
          }),
        nodeLeavesTokenUnread(facts) &&
          weigh(
            facts.status === 403 ? STATED + HINTED : TOLD,
            'The node left the token unread: its kubelet asks the cluster about tokens only where authentication.webhook is enabled',
            place,
          ),
        other !== undefined && {
          weight: STATED + HINTED,
          evidence: statementEvidence(facts, other.statement, other.match[0]),
        },
        other !== undefined && weigh(HINTED, 'The request names another user', place),
        inner !== undefined &&
          weigh(
            STATED + HINTED,
            `The challenge sends strangers to ${inner.address}, an address that was written for the server itself`,
            inner.place,
          ),
        before !== undefined &&
          weigh(
            open === undefined ? SUGGESTED : HINTED,
            'The same request was answered before without any credential',
            { in: 'status', exchange: before.index },
          ),
        issued !== undefined &&
          weigh(
            SUGGESTED,
            'This server handed out the token a moment before and refuses it without a reason',
            {
              in: 'body',
              exchange: issued.index,
              side: 'response',
            },
          ),
        doubted !== undefined &&
          weigh(
            PROVEN,
            'This server handed out the token a moment before and does not know its own signature: it signs with one key and checks with another',
            { in: 'body', exchange: doubted.index, side: 'response' },
          ),
        disputed !== undefined &&
          weigh(
            STATED,
            'This server handed out the token, took it a moment before, and its time is not over',
            { in: 'status', exchange: disputed.index },
          ),
        kept?.because === 'cross-site-post' &&
          weigh(
            STATED + HINTED,
            `The cookie ${kept.name} is Lax or Strict, so that no browser sends it with the POST from the identity provider`,
            { in: 'field', exchange: kept.index, side: 'response', name: 'Set-Cookie' },
          ),
        ownAudience !== undefined &&
          weigh(STATED + HINTED, 'The token has the very audience that the server publishes as its own', {
            in: 'body',
            exchange: ownAudience,
            side: 'response',
          }),
        session !== undefined &&
          weigh(
            TOLD,
            `The login was accepted a moment before, and its cookie ${session.name} is refused without a reason`,
            { in: 'field', exchange: session.index, side: 'response', name: 'Set-Cookie' },
          ),
        published &&
          seen !== undefined &&
          weigh(named ? PROVEN : SUGGESTED + FAINT, 'The key set that was published holds the token’s kid', {
            in: 'body',
            exchange: seen.index,
            side: 'response',
          }),
        another &&
          weigh(TOLD, 'The server complains about a key or token; the client sent only a cookie', place),
        another &&
          proxied !== undefined &&
          weigh(SUGGESTED, 'A proxy had accepted the session', {
            in: 'field',
            exchange: facts.index,
            side: 'response',
            name: 'Gap-Auth',
          }),
        address &&
          weigh(
            STATED + HINTED,
            'The proof’s htu is the address that was called; the server compares it with another',
            place,
          ),
        facts.status !== undefined &&
          facts.status >= 500 &&
          heard.length > 0 &&
          weigh(HINTED, `The status is ${facts.status}`, place),
      ],
      {
        title:
          turn !== undefined || instance !== undefined || disputed !== undefined
            ? `The same request is refused and accepted by turns: the servers behind ${theServer(facts)} disagree`
            : gateway !== undefined
              ? `The server misses ${gateway.name}, which its gateway should have set`
              : stranger !== undefined
                ? 'The answer refuses a key that the client did not send: the gateway’s own'
                : clear !== undefined
                  ? `The login server is called by https:// and publishes its ${clear.name} at http://`
                  : disowned !== undefined
                    ? `The server does not know the address by which it is called, ${theServer(facts)}`
                    : published
                      ? 'The server has not loaded the key that its issuer publishes'
                      : address
                        ? 'The server compares the proof with an address that nobody called'
                        : another
                          ? 'The server complains of a credential that the client did not send'
                          : inItsWords(
                              `${theServer(facts)}’s own authentication does not work`,
                              heard,
                              facts,
                            ),
        explanation:
          'Nothing that the client sends can be right here: the server’s check itself is broken or incomplete. Usual reasons are replicas with different secrets, a key set that is cached or out of reach, a proxy that changes host or fields, a realm that is switched off. Its operator needs the time, the request’s id and this report.',
        remedies: [{ id: 'report' }, { id: 'retry' }],
      },
    );
  },
});
