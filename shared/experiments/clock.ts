import { clocksOf, type Clocks } from '../diagnosis/facts/clocks.ts';
import { durationInWords } from '../diagnosis/durations.ts';
import { emptyDraft } from '../workspace/draft.ts';
import { lastExchange, requestsIn } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import type { Ran } from './result.ts';
import type { Scene } from './scene.ts';
import { sentUrl } from './variants.ts';

/** From how many seconds apart signatures and tokens begin to be refused; most servers grant a minute or five. */
const APART = 60;

/** The answer at hand has a Date mostly; only without one does a request ask for it. */
const clocksIn = ({ facts }: Scene, runs: readonly Ran[]): Clocks => {
  const asked = requestsIn(runs).flatMap((ran) => lastExchange(ran) ?? []);
  return asked[0] === undefined ? facts.clocks : clocksOf(asked[0]);
};

/** Whether this computer's clock and the server's agree. */
export const clock = defineExperiment({
  id: 'clock',
  changed: 'Both clocks compared',
  question: 'Do the clocks of this computer and of the server agree?',
  says: {
    agree: 'The clocks agree',
    apart: 'The clocks are apart',
    unknown: 'The server names no time',
  },
  likelihoods: {
    otherwise: { agree: 88, apart: 2, unknown: 10 },
    'clock-skew': { agree: 2, apart: 88, unknown: 10 },
    'token-not-yet-valid': { agree: 45, apart: 45, unknown: 10 },
    'token-expired': { agree: 84, apart: 6, unknown: 10 },
    'signature-mismatch': { agree: 84, apart: 6, unknown: 10 },
  },
  plan(scene) {
    const { facts } = scene;
    const url = sentUrl(scene);
    if (facts.clocks.offset !== undefined)
      return { most: 0, hosts: [], sends: 'Nothing: the answer at hand has a Date.', risk: '', logins: 0 };
    // What was read from a file tells nothing of this computer's clock.
    if (url === undefined || facts.attempt.source === 'imported') return undefined;
    return {
      most: 1,
      hosts: [url.host],
      sends: `HEAD ${url.host}/, once, without any credential, for its Date field.`,
      risk: 'It cannot lock an account.',
      logins: 0,
    };
  },
  next(scene, runs) {
    const url = sentUrl(scene);
    if (runs.length > 0 || scene.facts.clocks.offset !== undefined || url === undefined) return undefined;
    return {
      kind: 'request',
      label: 'HEAD /',
      draft: {
        ...emptyDraft(scene.draft.id),
        method: 'HEAD',
        url: `${url.origin}/`,
        settings: { ...scene.draft.settings, cookies: false, followRedirects: false },
      },
    };
  },
  read(scene, runs) {
    const { offset, uncertainty } = clocksIn(scene, runs);
    if (offset === undefined) return { outcome: 'unknown', answer: 'no Date' };
    const apart = Math.abs(offset);
    const answer = `${durationInWords(Math.round(apart))} apart`;
    if (apart > Math.max(APART, 2 * uncertainty))
      return {
        outcome: 'apart',
        answer,
        says: `This computer’s clock is ${durationInWords(Math.round(apart))} ${offset > 0 ? 'behind' : 'ahead of'} the server’s`,
      };
    return {
      outcome: 'agree',
      answer,
      says: `This computer and the server agree within ${Math.max(1, Math.ceil(apart + uncertainty))} s`,
    };
  },
});
