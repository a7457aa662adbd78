import { base64OfBytes, base64OfByteString, utf8ByteString } from '../../exchange/bytes.ts';
import { valueOf } from '../../exchange/fields.ts';
import { attachField, attachQuery, isTypedAuthorization } from '../parts/attach.ts';
import { hawkProof, serverTime } from './answer.ts';
import { hawkAttribute } from './attributes.ts';
import { hawkHash, hawkMac, hawkPayload, hawkServer, normalizedString, type HawkArtifacts } from './mac.ts';
import type { HawkSettings } from './settings.ts';
import { hex } from '../parts/hex.ts';
import {
  bodyHash,
  send,
  type OutgoingRequest,
  type SchemeEnv,
  type Step,
  type StepResult,
} from '../scheme.ts';
import { input, maskedPart, secretInput, shortened } from '../parts/xray-parts.ts';

/** Seconds by which the server's clock is ahead of ours, as it proved itself. */
const offsetKey = 'hawk-clock-offset';

const serverSeconds = ({ nowMs, memory }: SchemeEnv): number =>
  Math.floor(nowMs() / 1000) + Number(memory.get(offsetKey) ?? '0');

function* artifactsOf(
  request: OutgoingRequest,
  own: HawkSettings,
  env: SchemeEnv,
): Generator<Step, HawkArtifacts, StepResult> {
  const inQuery = own.place === 'query';
  const payload = hawkPayload(valueOf(request.fields, 'Content-Type') ?? '', request.body);
  const seconds = serverSeconds(env);
  return {
    ...hawkServer(request),
    method: inQuery ? 'GET' : request.method,
    ts: inQuery ? String(seconds + Number(own.ttl)) : own.timestamp || String(seconds),
    nonce: inQuery ? '' : own.nonce || hex(env.randomBytes(6)),
    hash: own.payloadHash && !inQuery ? base64OfBytes(yield* bodyHash(hawkHash(own), payload)) : '',
    ext: utf8ByteString(own.ext),
    app: inQuery ? '' : own.app,
    dlg: inQuery ? '' : own.dlg,
  };
}

const signed = (request: OutgoingRequest, own: HawkSettings, artifacts: HawkArtifacts): OutgoingRequest => {
  const normalized = normalizedString(own.place === 'query' ? 'bewit' : 'header', artifacts);
  const mac = hawkMac(own, normalized);
  const attached =
    own.place === 'query'
      ? attachQuery(request, 'bewit', bewitOf(own, artifacts, mac))
      : attachField(request, 'Authorization', headerOf(own, artifacts, mac));
  return {
    ...attached,
    signed: true,
    xray: {
      scheme: `Hawk, ${own.algorithm}${own.place === 'query' ? ', bewit' : ''}`,
      parts: [
        input('id', own.id),
        secretInput('key'),
        input(own.place === 'query' ? 'end' : 'ts', artifacts.ts),
        ...(artifacts.nonce === '' ? [] : [input('nonce', artifacts.nonce)]),
        ...(artifacts.hash === '' ? [] : [input('payload hash', artifacts.hash)]),
        maskedPart('to-sign', 'normalized string', normalized, []),
        shortened('mac', mac),
      ],
    },
    xrayOfAnswer: (response) => hawkProof(own, artifacts, response),
  };
};

const headerOf = (
  own: HawkSettings,
  { ts, nonce, hash, ext, app, dlg }: HawkArtifacts,
  mac: string,
): string =>
  `Hawk ${[
    ['id', utf8ByteString(own.id)],
    ['ts', ts],
    ['nonce', nonce],
    ['hash', hash],
    ['ext', ext],
    ['mac', mac],
    ['app', app],
    ['dlg', app === '' ? '' : dlg],
  ]
    .flatMap(([name = '', value = '']) => (value === '' ? [] : [hawkAttribute(name, value)]))
    .join(', ')}`;

/** `id\end\mac\ext` in Base64url. */
const bewitOf = ({ id }: HawkSettings, { ts, ext }: HawkArtifacts, mac: string): string =>
  base64OfByteString([utf8ByteString(id), ts, mac, ext].join('\\'))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** A signature that was typed stands for all the rest. */
export const isHawkSigned = (request: OutgoingRequest, { place }: HawkSettings): boolean =>
  place === 'query' ? /[?&]bewit=/.test(request.url) : isTypedAuthorization(request);

/** Sends signed; once more by the server's clock where it proves that ours is off. */
export function* hawkFlow(
  request: OutgoingRequest,
  own: HawkSettings,
  env: SchemeEnv,
): Generator<Step, void, StepResult> {
  const artifacts = yield* artifactsOf(request, own, env);
  const response = yield* send(signed(request, own, artifacts));
  const seconds = serverTime(own, response);
  if (seconds === undefined || own.place === 'query' || own.timestamp !== '') return;
  env.memory.set(offsetKey, String(seconds - Math.floor(env.nowMs() / 1000)));
  const again = { ...artifacts, ts: String(seconds), nonce: own.nonce || hex(env.randomBytes(6)) };
  yield* send(signed(request, own, again));
}
