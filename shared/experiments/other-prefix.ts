import { answerOf, requestsIn, wordsOf } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, requestLine, resending, times } from './plans.ts';
import type { Scene } from './scene.ts';
import { withAuthorization } from './variants.ts';

/** The words that servers want before a token, the most usual first; the empty one is none at all. */
const WORDS = ['Bearer', 'Token', ''] as const;

const spelled = (word: string, token: string): string => (word === '' ? token : `${word} ${token}`);

const othersOf = ({ facts }: Scene): readonly string[] => {
  const { parsed } = facts.authorization ?? {};
  if (facts.token === undefined || parsed === undefined || facts.token.text === '') return [];
  // What comes from history is masked, and dots must not be sent for a token.
  if (facts.token.text.includes('•')) return [];
  // A wire of another kind (Basic, a signature) has no such word.
  if (!/^(?:bearer|token|apikey|jwt|bot|)$/.test(parsed.scheme) && parsed.rest !== '') return [];
  return WORDS.filter((word) => word.toLowerCase() !== parsed.scheme || parsed.rest === '').filter(
    (word) => spelled(word, facts.token?.text ?? '') !== facts.authorization?.value,
  );
};

const inWords = (word: string): string => (word === '' ? 'no word' : `“${word}”`);

/** Whether the token is good and only the word before it is another one. */
export const otherPrefix = defineExperiment({
  id: 'other-prefix',
  changed: 'Another word before the token',
  question: 'Does the server want another word before the token?',
  says: {
    accepted: 'With another word before it the same token is accepted',
    differs: 'With another word the answer is another one: the word is read',
    same: 'No other word changes the answer',
    unclear: 'The answers say nothing about it',
  },
  likelihoods: {
    otherwise: { accepted: 0.3, differs: 40, same: 54.7, unclear: 5 },
    'scheme-mismatch': { accepted: 50, differs: 20, same: 25, unclear: 5 },
    'header-malformed': { accepted: 8, differs: 45, same: 42, unclear: 5 },
    'credentials-in-wrong-place': { accepted: 3, differs: 10, same: 82, unclear: 5 },
    'header-stripped': { accepted: 0.2, differs: 3, same: 92, unclear: 4.8 },
    'token-expired': { accepted: 0.2, differs: 65, same: 30, unclear: 4.8 },
  },
  plan(scene) {
    const others = canSend(scene) ? othersOf(scene) : [];
    return others.length === 0
      ? undefined
      : resending(scene, {
          most: others.length,
          sends: `${requestLine(scene)}, ${times(others.length)}, with the same token behind ${others.map(inWords).join(' and ')}.`,
          own: true,
        });
  },
  next(scene, runs) {
    const done = requestsIn(runs);
    const word = othersOf(scene)[done.length];
    if (word === undefined || done.some((ran) => answerOf(scene.facts, ran) === 'accepted')) return undefined;
    return {
      kind: 'request',
      label: `With ${inWords(word)}`,
      draft: withAuthorization(scene, spelled(word, scene.facts.token?.text ?? '')),
    };
  },
  read(scene, runs) {
    const done = requestsIn(runs);
    const answers = done.map((ran) => answerOf(scene.facts, ran));
    const at = answers.indexOf('accepted');
    const hit = done[at];
    const word = othersOf(scene)[at];
    const last = done.at(-1);
    if (hit !== undefined && word !== undefined)
      return {
        outcome: 'accepted',
        answer: `accepted with ${inWords(word)}`,
        named: {
          cause: 'scheme-mismatch',
          title: `The server wants ${inWords(word)} before the token`,
          explanation:
            'The same token is accepted with another word before it. The word names the scheme (RFC 9110 §11.4); some services invented their own, and some want none.',
          remedies: [
            {
              id: 'repair-header',
              values: { name: 'Authorization', value: spelled(word, scene.facts.token?.text ?? '') },
            },
          ],
        },
      };
    if (last === undefined) return { outcome: 'unclear', answer: 'not sent' };
    if (answers.every((answer) => answer === 'same')) return { outcome: 'same', answer: wordsOf(last) };
    return { outcome: answers.includes('other-refusal') ? 'differs' : 'unclear', answer: wordsOf(last) };
  },
});
