import type { ReceivedResponse } from '../../exchange/exchange.ts';
import { fieldNamed, valuesOf } from '../../exchange/fields.ts';
import { targetOf } from '../../exchange/target.ts';
import { areSameOrigin, originIn } from '../../exchange/url.ts';
import { authParam } from '../../http-auth/auth.ts';
import { parseChallenges } from '../../http-auth/challenges.ts';
import { attachField, withoutCredentials } from '../parts/attach.ts';
import { chooseDigest, digestChallenges, qopFor, type DigestPreference } from './challenge.ts';
import { answerDigest, type DigestLogin } from './credentials.ts';
import { recallDigest, rememberDigest, type DigestOwner } from './memory.ts';
import { digestInfo, digestProof } from './proof.ts';
import { beginDigest, withNextNonce, type DigestSession } from './session.ts';
import { digestXray } from './xray.ts';
import {
  bodyHash,
  FlowStopped,
  sendFollowed,
  type Flow,
  type Followed,
  type OutgoingRequest,
  type SchemeEnv,
  type Step,
  type StepResult,
} from '../scheme.ts';

/**
 * Most challenges that one Send answers: the first, and one more where the server calls the nonce stale. A server that
 * finds every nonce stale is not asked again and again.
 */
const mostAnswers = 2;

/**
 * Sends with a nonce that is remembered, or without credentials; answers a challenge, and once more where the nonce was
 * stale (RFC 7616 §3.3). Ends with whatever was answered last.
 */
export function* digestFlow(
  request: OutgoingRequest,
  login: DigestLogin,
  preference: DigestPreference,
  env: SchemeEnv,
): Flow {
  const owner = { origin: originIn(request.url) ?? '', username: login.username };
  const uri = targetOf(request.method, request.url);
  let base = withoutCredentials(request);
  let session = recallDigest(env.memory, owner, uri, preference);
  for (let answers = 0; ; answers += 1) {
    const { response, answered } =
      session === undefined
        ? yield* sendFollowed(base)
        : yield* sendAuthorised(base, session, { login, preference, env, owner });
    if (response.status !== 401 || answers === mostAnswers) return;
    base = withoutCredentials(answered);
    // Only the origin that the person named may ask for the password.
    if (!areSameOrigin(base.url, request.url)) return;
    const challenge = chooseDigest(valuesOf(response.fields, 'WWW-Authenticate'), preference);
    if (challenge === undefined) return refuseUnknown(response, preference);
    // A redirect leaves the answer behind, so that what was refused there was a request without one.
    const tried = fieldNamed(answered.fields, 'Authorization') === undefined ? undefined : session;
    const isNews = tried === undefined || (answers === 0 && challenge.nonce !== tried.nonce);
    if (!challenge.stale && !isNews) return;
    session = beginDigest(challenge);
  }
}

/** Says why a Digest challenge stays unanswered; other schemes' challenges are not for this flow to judge. */
const refuseUnknown = ({ fields }: ReceivedResponse, { algorithm }: DigestPreference): void => {
  const lines = valuesOf(fields, 'WWW-Authenticate');
  const offers = parseChallenges(lines).challenges.filter(({ scheme }) => scheme === 'digest');
  if (offers.length === 0) return;
  const names = [...new Set(offers.map((offer) => authParam(offer, 'algorithm') ?? 'MD5'))].join(', ');
  throw new FlowStopped(
    'digest-unanswerable',
    digestChallenges(lines).length > 0
      ? `The server offers Digest with ${names}, and the settings allow only ${algorithm}. Set Algorithm to Strongest offered.`
      : `The server's Digest challenge (algorithm ${names}) cannot be answered: its algorithm or qop is not known here, or it lacks a realm or nonce.`,
  );
};

interface Means {
  readonly login: DigestLogin;
  readonly preference: DigestPreference;
  readonly env: SchemeEnv;
  readonly owner: DigestOwner;
}

function* sendAuthorised(
  request: OutgoingRequest,
  session: DigestSession,
  { login, preference, env, owner }: Means,
): Generator<Step, Followed, StepResult> {
  const { challenge } = session;
  const { method } = request;
  const uri = targetOf(method, request.url);
  const hashed =
    qopFor(challenge, preference.qop) === 'auth-int'
      ? yield* bodyHash(challenge.algorithm.hash, request.body)
      : undefined;
  const answer = answerDigest(session, login, { method, uri, bodyHash: hashed }, preference.qop, (count) =>
    env.randomBytes(count),
  );
  // Counted before it leaves: a nonce's count is used up even where no answer comes.
  rememberDigest(env.memory, owner, answer.session);
  const result = yield* sendFollowed({
    ...attachField(request, 'Authorization', answer.value),
    xray: digestXray(answer),
    xrayOfAnswer: (response) => digestProof(answer.inputs, response),
    signed: true,
  });
  const { nextNonce } = digestInfo(result.response);
  const after = nextNonce === undefined ? answer.session : withNextNonce(answer.session, nextNonce);
  if (result.response.status !== 401) rememberDigest(env.memory, owner, after, uri);
  return result;
}
