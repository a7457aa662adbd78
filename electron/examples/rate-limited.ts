import { bearerToken, noToken, nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft, typedField } from './example.ts';

const info = {
  id: 'rate-limited',
  title: 'Too many requests',
  lesson: 'Too many requests look like a refusal. Waiting as long as Retry-After says is all that helps.',
  status: 429,
  scheme: 'Bearer',
} as const;

const everySeconds = 3;

/** The credentials are good; the quota is not. Waiting as long as Retry-After says helps. */
export const rateLimited = defineExample({
  info,
  prepare(base, world) {
    world.memory.set(info.id, world.nowSeconds());
    return {
      draft: exampleDraft(info, `${base}/v1/me`, typedField('Authorization', 'Bearer example-busy-token')),
    };
  },
  answer(request, world) {
    if (request.path !== '/v1/me') return nothingHere;
    if (bearerToken(request) === undefined) return noToken;
    const now = world.nowSeconds();
    const freeAt = (world.memory.get(info.id) ?? 0) + everySeconds;
    if (now < freeAt) {
      return {
        status: 429,
        fields: { 'Retry-After': String(Math.ceil(freeAt - now)) },
        body: { error: 'rate_limited', message: 'Too many requests' },
      };
    }
    world.memory.set(info.id, now);
    return reached('alice');
  },
});
