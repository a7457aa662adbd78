import { readOne, statusOf } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, requestLine, resending } from './plans.ts';
import type { Scene } from './scene.ts';

const proxyOf = ({ facts }: Scene): string | undefined =>
  facts.exchange.connection?.proxy ?? (facts.status === 407 ? 'the proxy' : undefined);

/** Whether the refusal comes from the proxy on the way. */
export const withoutProxy = defineExperiment({
  id: 'without-proxy',
  changed: 'Straight, without the proxy',
  question: 'Is it the proxy that refuses?',
  says: {
    accepted: 'Straight it is accepted: the proxy refuses, or takes something away',
    same: 'Straight the answer is the same: the proxy is not to blame',
    other: 'Straight the server refuses in other words',
    unreachable: 'Without the proxy the server cannot be reached',
  },
  likelihoods: {
    otherwise: { accepted: 1, same: 66, other: 6, unreachable: 27 },
    'blocked-by-intermediary': { accepted: 60, same: 2, other: 12, unreachable: 26 },
    'proxy-authentication-required': { accepted: 52, same: 1, other: 20, unreachable: 27 },
    'header-stripped': { accepted: 40, same: 30, other: 5, unreachable: 25 },
    'cached-response': { accepted: 50, same: 15, other: 10, unreachable: 25 },
    'client-certificate-required': { accepted: 15, same: 50, other: 10, unreachable: 25 },
    'ip-not-allowed': { accepted: 5, same: 62, other: 8, unreachable: 25 },
  },
  plan: (scene) =>
    canSend(scene) && proxyOf(scene) !== undefined
      ? resending(scene, {
          most: 1,
          sends: `${requestLine(scene)}, once, straight instead of through ${proxyOf(scene) ?? 'the proxy'}.`,
          own: true,
        })
      : undefined,
  next: (scene, runs) =>
    runs.length > 0
      ? undefined
      : {
          kind: 'request',
          label: 'Straight',
          draft: { ...scene.draft, settings: { ...scene.draft.settings, noProxy: '*' } },
        },
  read: (scene, runs) =>
    readOne(scene, runs, 'unreachable', {
      accepted: (ran) => ({
        outcome: 'accepted',
        named: {
          cause: scene.facts.status === 407 ? 'proxy-authentication-required' : 'blocked-by-intermediary',
          title: `Straight the server answers ${statusOf(ran) ?? ''}; through ${proxyOf(scene) ?? 'the proxy'} it is ${scene.facts.status ?? 'refused'}`,
          explanation:
            'The server accepts the request when it comes straight. So the proxy refuses it, or takes a field away on the way. Give the proxy its own credentials, or except this host from it.',
          remedies: [{ id: 'send-proxy-credentials' }, { id: 'report' }],
        },
      }),
      same: 'same',
      'other-refusal': 'other',
      'other-answer': 'other',
      none: 'unreachable',
    }),
});
