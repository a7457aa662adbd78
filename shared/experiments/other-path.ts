import { joinUrl } from '../workspace/draft.ts';
import { answerOf, requestsIn, statusOf, wordsOf } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, resending, times } from './plans.ts';
import type { Scene } from './scene.ts';
import { sendsPassword, sentUrl } from './variants.ts';

/** How the same path is spelled where somebody mistyped it: slashes, case, a part that stands twice or is missing. */
const spellingsOf = (path: string): readonly string[] => {
  const single = path.replace(/\/{2,}/g, '/');
  const spellings = [
    single,
    path.endsWith('/') ? path.replace(/\/+$/, '') : /\.[a-z0-9]{1,5}$/i.test(path) ? path : `${path}/`,
    path.toLowerCase(),
    path.replace(/\/([^/]+)\/\1(?=\/|$)/, '/$1'),
    /\/v\d+(?=\/.)/.test(path) ? path.replace(/\/v\d+(?=\/|$)/, '') : path,
  ];
  return [...new Set(spellings)].filter((spelling) => spelling !== path && spelling !== '');
};

const MOST = 4;

const variantsOf = (scene: Scene): readonly string[] => {
  const url = sentUrl(scene);
  // A path that a redirect led to is not the one that was typed.
  if (url === undefined || scene.facts.exchange.redirect !== undefined) return [];
  const path = url.pathname;
  return spellingsOf(path)
    .slice(0, sendsPassword(scene) ? 2 : MOST)
    .map((spelling) => `${url.origin}${spelling}`);
};

/** Whether the credential is good at another spelling of the same path. */
export const otherPath = defineExperiment({
  id: 'other-path',
  changed: 'Other spelling of the path',
  question: 'Is it the path that is wrong?',
  says: {
    accepted: 'Another spelling of the path is accepted with the same credential',
    differs: 'Another spelling of the path is answered otherwise',
    same: 'Every spelling is refused in the same words: it is not the path’s spelling',
    unclear: 'The answers say nothing about it',
  },
  likelihoods: {
    otherwise: { accepted: 0.3, differs: 24, same: 71, unclear: 4.7 },
    'url-wrong': { accepted: 45, differs: 15, same: 36, unclear: 4 },
    'redirect-dropped-credentials': { accepted: 30, differs: 25, same: 40, unclear: 5 },
    'signing-scope-wrong': { accepted: 3, differs: 30, same: 62, unclear: 5 },
    'permission-denied': { accepted: 2, differs: 34, same: 59, unclear: 5 },
    'credentials-rejected': { accepted: 0.1, differs: 24, same: 71, unclear: 4.9 },
    'ip-not-allowed': { accepted: 0.1, differs: 5, same: 90, unclear: 4.9 },
  },
  plan(scene) {
    const variants = canSend(scene) ? variantsOf(scene) : [];
    return variants.length === 0
      ? undefined
      : resending(scene, {
          most: variants.length,
          sends: `${scene.draft.method} with the same credential, ${times(variants.length)}, to ${variants.map((url) => new URL(url).pathname).join(', ')}.`,
          own: true,
        });
  },
  next(scene, runs) {
    const done = requestsIn(runs);
    if (done.some((ran) => answerOf(scene.facts, ran) === 'accepted')) return undefined;
    const url = variantsOf(scene)[done.length];
    return url === undefined
      ? undefined
      : { kind: 'request', label: new URL(url).pathname, draft: { ...scene.draft, url, pathParams: [] } };
  },
  read(scene, runs) {
    const done = requestsIn(runs);
    const answers = done.map((ran) => answerOf(scene.facts, ran));
    const hit = done[answers.indexOf('accepted')];
    if (hit !== undefined) {
      const url = variantsOf(scene)[done.indexOf(hit)] ?? '';
      return {
        outcome: 'accepted',
        answer: `${statusOf(hit) ?? ''} at ${hit.label}`,
        says: `The same credential is accepted at ${hit.label}`,
        named: {
          cause: 'url-wrong',
          title: `The path is ${hit.label}, not ${scene.facts.url?.pathname ?? ''}`,
          explanation: `The same request with the same credential is accepted at ${hit.label}. Servers and gateways compare paths letter by letter, and some answer 401 for one that they do not know, so that nobody learns which exist.`,
          remedies: [
            { id: 'use-final-url', values: { url: joinUrl(url, scene.draft.params) } },
            { id: 'report' },
          ],
        },
      };
    }
    const last = done.at(-1);
    if (last === undefined) return { outcome: 'unclear', answer: 'not sent' };
    if (answers.every((answer) => answer === 'same')) return { outcome: 'same', answer: wordsOf(last) };
    const other = done.find((_, at) => answers[at] === 'other-answer' || answers[at] === 'other-refusal');
    return other === undefined
      ? { outcome: 'unclear', answer: wordsOf(last) }
      : { outcome: 'differs', answer: `${statusOf(other) ?? ''} at ${other.label}` };
  },
});
