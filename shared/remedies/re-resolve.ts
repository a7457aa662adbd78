import { hostnameIn } from '../exchange/url.ts';
import { parseOwnAnswer } from '../workspace/own-answer.ts';
import type { Draft } from '../workspace/draft.ts';
import { lastAnswered } from './parts/seen.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** The own answers of the resolver that pin this request's host. */
const pinsOf = ({ settings, url }: Draft): readonly string[] =>
  (settings.resolve ?? []).filter((text) => {
    const host = parseOwnAnswer(text)?.host;
    return host === '*' || host === hostnameIn(url);
  });

/** Asks for the host's addresses anew and connects afresh: no kept connection, no pinned answer. */
export const reResolve = defineRemedy({
  id: 're-resolve',
  plan(situation) {
    const { draft } = situation;
    const pins = pinsOf(draft);
    const address = lastAnswered(situation)?.connection?.remoteAddress;
    const { resolve = [], ...settings } = draft.settings;
    const kept = resolve.filter((text) => !pins.includes(text));
    const name = hostnameIn(draft.url) ?? draft.url;
    return resend(situation, {
      id: 're-resolve',
      label: 'Look the name up anew and retry',
      changes: [
        {
          before:
            pins.length > 0 ? `Own answer: ${pins.join(' ')}` : `Connected: ${address ?? 'kept connection'}`,
          after: `Connect: to what the resolver says of ${name} now`,
        },
      ],
      freshConnection: true,
      apply: () =>
        pins.length === 0
          ? draft
          : { ...draft, settings: { ...settings, ...(kept.length === 0 ? {} : { resolve: kept }) } },
    });
  },
});
