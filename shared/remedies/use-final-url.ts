import { maskUrl } from '../exchange/redact.ts';
import { hostIn, pathIn } from '../exchange/url.ts';
import { joinUrl } from '../workspace/draft.ts';
import { withUrl } from './parts/draft-edits.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** Sends to the redirect’s target directly, so that no hop can lose the credentials; or to another address that was found. */
export const useFinalUrl = defineRemedy({
  id: 'use-final-url',
  plan(situation, offer) {
    const url = offer.values?.['url'];
    if (url === undefined) return undefined;
    const redirected = situation.attempt.exchanges.some(({ redirect }) => redirect !== undefined);
    return resend(situation, {
      id: 'use-final-url',
      label: redirected
        ? 'Use the redirect’s target as the request’s URL'
        : `Use ${pathIn(url) ?? url} and retry`,
      changes: [
        { before: maskUrl(joinUrl(situation.draft.url, situation.draft.params)), after: maskUrl(url) },
      ],
      sends: `Sends this ${situation.draft.method} with its credentials to ${hostIn(url) ?? url} directly.`,
      apply: () => withUrl(situation.draft, url),
    });
  },
});
