import { hawkAttributes } from '../../shared/schemes/hawk/attributes.ts';
import { hawkMac, hawkServer, normalizedString } from '../../shared/schemes/hawk/mac.ts';
import { nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft, type ExampleRequest, type ExampleWorld } from './example.ts';

const info = {
  id: 'clock-behind',
  title: 'Signed by a clock that runs behind',
  lesson:
    'A signature carries the time at which it was made. The server’s Date shows that this clock is half an hour behind.',
  status: 401,
  scheme: 'Hawk',
} as const;

const key = { id: 'example', key: 'example-hawk-key', algorithm: 'sha256' } as const;
/** This server's clock stands for the right time. */
const aheadSeconds = 1_800;
const toleranceSeconds = 60;

/** Seconds that were signed; `undefined` where the MAC is wrong. */
const signedTime = (request: ExampleRequest, world: ExampleWorld): number | undefined => {
  const known = ['id', 'ts', 'nonce', 'hash', 'ext', 'mac', 'app', 'dlg'];
  const given = hawkAttributes(request.field('Authorization') ?? '', {
    known,
    needed: ['id', 'ts', 'nonce', 'mac'],
  });
  if (given?.['id'] !== key.id) return undefined;
  const { ts = '', nonce = '', hash = '', ext = '', app = '', dlg = '' } = given;
  const server = hawkServer({ url: `${world.origin}${request.target}`, fields: [] });
  const text = normalizedString('header', {
    ...server,
    ts,
    nonce,
    hash,
    ext,
    app,
    dlg,
    method: request.method,
  });
  return given['mac'] === hawkMac(key, text) ? Number(ts) : undefined;
};

/** Key and signature are right; the time that is signed is half an hour ago by the server's clock. */
export const clockBehind = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, {
      auth: {
        kind: 'own',
        scheme: 'hawk',
        settings: { id: key.id, key: { plain: key.key }, algorithm: key.algorithm },
      },
    }),
  }),
  answer(request, world) {
    if (request.path !== '/v1/me') return nothingHere;
    const now = world.nowSeconds() + aheadSeconds;
    const time = signedTime(request, world);
    if (time !== undefined && Math.abs(time - now) <= toleranceSeconds) return reached(key.id);
    const [challenge, message] =
      time === undefined ? ['Hawk', 'Bad mac'] : ['Hawk error="Stale timestamp"', 'Stale timestamp'];
    return {
      status: 401,
      fields: { 'WWW-Authenticate': challenge, Date: new Date(now * 1000).toUTCString() },
      body: { error: 'Unauthorized', message },
    };
  },
});
