import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import { authParam, type Credentials } from '../../http-auth/auth.ts';
import type { Facts } from '../facts.ts';
import { serverCredentials, statusPlace, theServer } from '../facts.ts';
import { acceptedBefore } from '../facts/accepted-before.ts';
import type { EarlierExchange } from '../facts/earlier.ts';
import { sentInWords } from '../facts/absence.ts';
import { keyInForm } from '../facts/form-keys.ts';
import { keyOfAnother, keyOutOfPlace } from '../facts/key-form.ts';
import { almostAccepted } from '../facts/almost-accepted.ts';
import { deniedLogin } from '../facts/denied-login.ts';
import { isPublicFtp } from '../facts/public-ftp.ts';
import { readsButNotWrites } from '../facts/reads-only.ts';
import { ledBackToLogin, logsIn, sendsPassword } from '../facts/login-form.ts';
import { sameKind, schemeInWords } from '../facts/schemes-asked.ts';
import type { Weighed } from '../rule.ts';
import { saidOf } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { unnamedKey } from '../facts/unnamed-key.ts';
import { AGAINST, FAINT, HINTED, REFUTED, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** Whether user and password were given in full, so that a refusal means them: in NTLM only its last message does. */
const provesPassword = ({ scheme, rest }: Credentials): boolean =>
  scheme === 'ntlm'
    ? (byteStringOfBase64(rest)?.startsWith('NTLMSSP\0\x03') ?? false)
    : scheme === 'basic' || scheme === 'digest';

/** "user and password in the body", or the name of the key that stands there. */
const secretInBody = ({ form }: Facts): string => {
  const key = form.find(({ name }) => /(?:key|token|secret)$/i.test(name));
  const password = form.some(({ name }) => /pass|pwd|^pin$/i.test(name));
  return password || key === undefined ? 'user and password in the body' : `the ${key.name} in the body`;
};

/** Which of the parameters proves who asks is known to the table that speaks, not to us. */
const knownOfForm = ({ form, url }: Facts, heard: readonly Weighed[]): boolean =>
  heard.some(({ explanation }) => explanation !== undefined) &&
  (form.length > 0 || (url !== undefined && url.search !== ''));

/** What was sent as a token is called one: who says so has no password or key in mind. */
const speaksOfToken = ({ said, authorization }: Facts): boolean =>
  authorization?.parsed?.scheme === 'bearer' &&
  /\b(?:auth|oauth2?|access|bearer)[ _]?token\b/i.test(said) &&
  !/key|password|user|credential/i.test(said);

const offersRefresh = ({ form }: Facts): boolean =>
  form.some(({ name, value }) => /^refresh_?token$/i.test(name) && value !== '');

/** Two requests of one run. Seconds. */
const A_MOMENT = 60;

/** What one address of a host knows, no other of it calls unknown in the same breath: the fault is of another kind. */
const knownAMomentBefore = (facts: Facts): EarlierExchange | undefined => {
  const before = acceptedBefore(facts);
  return facts.authorization?.parsed?.scheme === 'bearer' && (before?.before ?? A_MOMENT) < A_MOMENT
    ? before
    : undefined;
};

/** Well-formed user and password, or key, that the server does not know. */
export const credentialsRejected = defineRule({
  cause: 'credentials-rejected',
  references: ['RFC 9110 §15.5.2'],
  phrases: [
    {
      says: /\bno such (?:api[ _-]?|access[ _-]?|application )?(?:key|credentials?)\b/i,
      unless: /specified key|object|bucket|NoSuchKey/i,
      weight: STATED,
    },
    {
      says: /(?:invalid|bad|incorrect|wrong|unknown|unrecogni[sz]ed|not valid)(?:(?! in )[^.;]){0,24}\b(?:credentials?|user ?name|log-?in|password|passwd|api[ _-]?key|apikey|access[ _-]?key|app[ _-]?key|consumer[ _-]?key|account|auth ?token|user(?![ -]?agent)|authentication (?:information|data|details))\b/i,
      unless: /client[ _](?:credentials|id|secret)|\bformat|token type|Either you supplied/i,
      weight: STATED,
    },
    {
      says: /(?<!\/[\w.-]*)(?:credentials?|user ?name|password|log-?in|api[ _-]?key|apikey|access[ _-]?key|consumer[ _-]?key|account ?sid|auth ?token|hapikey)\b[^.;]{0,30}\b(?:is |are |was |were )?(?:invalid|incorrect|wrong|not (?:valid|recogni[sz]ed|correct|found|match)|do(?:es)?n['’]?t (?:exist|match)|does not (?:exist|match)|unknown|rejected)/i,
      unless: /expired or|client secret/i,
      weight: STATED,
    },
    {
      says: /InvalidAccessKeyId|InvalidClientTokenId|UnrecognizedClientException|invalid_api_key|api_key_invalid|bad_credentials|invalid_credentials|invalid_login|BAD_CREDENTIALS|INVALID_LOGIN|invalid_auth\b|AADSTS50126|no such user|consumer_key_(?:unknown|rejected|refused)|user (?:does not exist|not found|unknown)|authorization failed|unauthorized_user/i,
      weight: STATED,
    },
    { says: /invalid authentication\.?$/i, weight: TOLD },
    {
      says: /(?:unable|failed) to (?:authenticate|log ?in|sign ?in)[^.;]{0,30}\b(?:credentials|password)|data (?:52e|525)\b|no [\w ]{1,20} found for this (?:api )?(?:key|token)/i,
      weight: STATED,
    },
    { says: /verify your (?:api[ _-]?)?key\b/i, weight: TOLD },
    {
      says: /(?:specify|provide|supply|enter|use) (?:an? )?valid (?:app(?:lication)?[ _-]?id|api[ _-]?key|access[ _-]?key|license[ _-]?key)\b/i,
      weight: STATED,
    },
    {
      says: /authentication (?:has )?failed|auth(?:entication)?[ _]?fail(?:ed|ure)|log-?in (?:has )?failed|failed to (?:authenticate|log ?in)|could not (?:authenticate|be authenticated)|cannot be authenticated|AUTHENTICATED_FAILED|unable to authenticate|access denied for user|(?:check|verify) your (?:api[ _-]?)?(?:key|token|credentials)/i,
      weight: SUGGESTED,
    },
    { says: /understand how to supply/i, weight: HINTED },
    {
      says: /unrecognized login|not authorized|unauthori[sz]ed_?key|authenticationunsuccessful/i,
      weight: FAINT,
    },
  ],
  examine(facts, heard) {
    const sent = serverCredentials(facts).filter(
      (credential) => credential.in !== 'cookie' && credential.value.trim() !== '',
    );
    const [first] = sent;
    const login =
      sendsPassword(facts) ||
      facts.form.some(({ name }) =>
        /^(?:password|passwd|pwd|pass|passphrase|pin|pw|apikey)$|(?:token|key)_?secret$/i.test(name),
      ) ||
      (heard.length > 0 &&
        !facts.tokenRequest &&
        (facts.form.some(({ name }) => /^(?:(?:api|app|access|auth)?_?(?:key|token)|secret)$/i.test(name)) ||
          keyInForm(facts.form) !== undefined));
    // At a token endpoint it is the client that is not accepted, unless a person's password is the grant.
    // Where a refresh token is all that is offered, it is the grant.
    if ((facts.tokenRequest || (first === undefined && offersRefresh(facts))) && !login) return undefined;
    const unnamed = first === undefined ? unnamedKey(facts) : undefined;
    if (
      first === undefined &&
      !login &&
      unnamed === undefined &&
      !knownOfForm(facts, heard) &&
      facts.exchange.request.unseen !== true
    )
      return undefined;
    const scheme = facts.authorization?.parsed?.scheme ?? '';
    const proves = facts.authorization?.parsed !== undefined && provesPassword(facts.authorization.parsed);
    const asksSame =
      facts.status === 401 &&
      proves &&
      facts.challenges.find(
        ({ challenge }) =>
          sameKind(challenge.scheme, scheme) && !/^true$/i.test(authParam(challenge, 'stale') ?? ''),
      );
    // Its last message went in, and the conversation begins anew: no access list is asked before it ends.
    const startsOver =
      scheme === 'ntlm' &&
      asksSame !== undefined &&
      asksSame !== false &&
      asksSame.challenge.token68 === undefined;
    const isSigned = sent.some(({ name }) => /sign(?:ature)?$/i.test(name));
    const key = sent.find((credential) => /^(?:field|query|path)$/.test(credential.in));
    const opaque =
      scheme !== '' &&
      scheme !== 'basic' &&
      facts.token !== undefined &&
      facts.token.decoded.kind === 'not-a-jwt' &&
      !facts.token.decoded.looksLikeJwt;
    const user = facts.authorization?.parsed && userOf(facts.authorization.parsed);
    const foreign = keyOfAnother(facts);
    const outOfPlace = keyOutOfPlace(facts);
    const known = knownAMomentBefore(facts);
    const almost = facts.status === 401 || facts.status === 403 ? almostAccepted(facts) : undefined;
    const what =
      key !== undefined && scheme === ''
        ? `the key in ${key.in === 'path' ? 'the path' : key.name}`
        : proves
          ? user === undefined
            ? 'this user and password'
            : `user “${user}” with this password`
          : unnamed !== undefined && !login
            ? `the key in the query parameter ${unnamed}`
            : login && first === undefined
              ? secretInBody(facts)
              : (accessKeyId(facts) ?? 'the credential');
    return support(
      [
        ...(known === undefined ? heard : heard.map((item) => ({ ...item, weight: item.weight / 2 }))),
        asksSame !== undefined &&
          asksSame !== false &&
          weigh(
            startsOver ? STATED : SUGGESTED,
            `${schemeInWords(scheme)} was sent and the server asks for ${schemeInWords(scheme)} again`,
            asksSame.place,
          ),
        facts.status === 401 &&
          scheme === 'basic' &&
          asksSame === undefined &&
          weigh(HINTED, 'Basic was sent', facts.authorization?.place ?? statusPlace(facts)),
        facts.status === 401 &&
          key !== undefined &&
          !isSigned &&
          weigh(
            isBareToToken(facts, key.name) ? FAINT : HINTED,
            `${key.in === 'path' ? 'The path' : key.name} carries a key`,
            key.place,
          ),
        facts.status === 401 &&
          opaque &&
          weigh(FAINT, 'Authorization carries an opaque value', facts.token?.place ?? statusPlace(facts)),
        asksSame !== undefined &&
          asksSame !== false &&
          isPublicFtp(facts) &&
          weigh(
            SUGGESTED,
            `“${user ?? ''}” with a mail address for a password is the login of public FTP servers, a default of .netrc`,
            facts.authorization?.place ?? statusPlace(facts),
          ),
        facts.tokenRequest &&
          facts.form.some(({ name, value }) => name === 'grant_type' && value === 'password') &&
          saidOf(facts, /invalid[_ ]grant/i) !== undefined &&
          weigh(HINTED, 'invalid_grant to a password grant speaks of user and password', {
            in: 'body',
            exchange: facts.index,
            side: 'request',
          }),
        almost !== undefined &&
          weigh(STATED, `What was accepted before in the same place ${almost.how}`, almost.sent.place),
        deniedLogin(facts) &&
          weigh(SUGGESTED, 'The login is answered with a failure behind a success of HTTP', {
            in: 'body',
            exchange: facts.index,
            side: 'response',
          }),
        ledBackToLogin(facts) &&
          weigh(TOLD, 'The login is led back to its own page', {
            in: 'field',
            exchange: facts.index,
            side: 'response',
            name: 'Location',
          }),
        facts.status === 401 &&
          login &&
          weigh(
            logsIn(facts) && heard.length === 0 ? SUGGESTED : HINTED,
            'The body carries a user and a password',
            {
              in: 'body',
              exchange: facts.index,
              side: 'request',
            },
          ),
        readsButNotWrites(facts) !== undefined &&
          weigh(REFUTED, 'The same credential was accepted to read a moment before', statusPlace(facts)),
        outOfPlace !== undefined &&
          weigh(
            REFUTED,
            `${outOfPlace.maker.name} does not look for ${outOfPlace.form.kind} there`,
            outOfPlace.sent.place,
          ),
        known !== undefined &&
          weigh(REFUTED, 'The same value was accepted at this host a moment before', {
            in: 'status',
            exchange: known.index,
          }),
        foreign !== undefined &&
          (facts.status === 401 || facts.status === 403) &&
          weigh(
            TOLD,
            `This has the form of a key of ${foreign.maker.name}; asked was ${foreign.asked.name}`,
            foreign.sent.place,
          ),
        opaque &&
          facts.challenges.some(({ challenge }) => authParam(challenge, 'error') === 'invalid_token') &&
          weigh(AGAINST, 'The challenge speaks of a token', facts.token?.place ?? statusPlace(facts)),
        opaque &&
          heard.every(({ explanation }) => explanation === undefined) &&
          speaksOfToken(facts) &&
          weigh(
            AGAINST,
            'The server speaks of a token and of nothing else',
            facts.token?.place ?? statusPlace(facts),
          ),
        facts.token?.jwt !== undefined &&
          facts.authorization?.parsed?.scheme !== 'basic' &&
          weigh(AGAINST, 'What was sent is a signed token, not a password or key', facts.token.place),
      ],
      {
        title:
          foreign === undefined
            ? `${theServer(facts)} does not accept ${what}`
            : `A key of ${foreign.maker.name} was sent to ${foreign.asked.name}`,
        explanation: `The request carries ${sentInWords(facts)} in a form that the server reads, and the server refuses it. Then it is the value: another environment, an older key that was replaced, letters of the wrong case, a space at the end, or a variable of the shell that takes precedence over what you set.`,
        remedies: [{ id: 'fill-credentials' }, { id: 'report' }],
      },
    );
  },
});

/** A token in a field of its own, and nothing is said of it: no more is known than of one in Authorization. */
const isBareToToken = (facts: Facts, name: string): boolean =>
  /token/i.test(name) && facts.challenges.length === 0 && facts.bodyText.trim() === '';

/** The id of the key that signed: no secret, and what its owner knows the key by. */
const accessKeyId = ({ signing: { aws }, credentials }: Facts): string | undefined => {
  const id =
    aws === undefined
      ? undefined
      : credentials
          .map(({ value }) => /Credential=([\w-]{8,40})\/|^AWS ([\w-]{8,40}):/.exec(value))
          .find((match) => match !== null);
  const named = id?.[1] ?? id?.[2];
  return named === undefined ? undefined : `the access key ${named}`;
};

/** The user's name, where it is short and plain enough to be named. */
const userOf = (sent: Credentials): string | undefined => {
  const pair = sent.scheme === 'basic' ? byteStringOfBase64(sent.rest) : undefined;
  const user =
    sent.scheme === 'digest' ? authParam(sent, 'username') : pair?.slice(0, Math.max(0, pair.indexOf(':')));
  return user === undefined ||
    user === '' ||
    user.length > 40 ||
    !/^[\x20-\x7e]+$/.test(user) ||
    /^[A-Za-z0-9_-]{24,}$/.test(user)
    ? undefined
    : user;
};
