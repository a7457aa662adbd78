import { maskField, maskSecret } from '../exchange/redact.ts';
import { lastOf, nameOfPair, pairsOf, without, withPairs } from './parts/cookie-edits.ts';
import { typedField } from './parts/draft-edits.ts';
import { sentValue } from './parts/seen.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** Takes out one cookie that defeats a good credential: from the typed field, or from the jar (RFC 6265 §5.4). */
export const dropCookie = defineRemedy({
  id: 'drop-cookie',
  plan(situation, offer) {
    const name = offer.values?.['name'] ?? '';
    const { draft } = situation;
    const sent = sentValue(situation, 'Cookie');
    if (name === '' || sent === undefined) return undefined;
    const count = pairsOf(sent).filter((pair) => nameOfPair(pair) === name).length;
    if (count === 0) return undefined;
    const typed = typedField(draft, 'Cookie');
    const change = count > 1 ? lastOf(name) : without([name]);
    if (typed === undefined) {
      return resend(situation, {
        id: 'drop-cookie',
        label: `Delete the cookie ${name} and retry`,
        changes: [{ before: `Cookie: ${name}=${maskSecret('')}`, after: undefined }],
        sends: `Deletes every ${name} that the jar would send, then sends this ${draft.method} again.`,
        forgetCookies: [name],
      });
    }
    const after = withPairs(draft, change);
    const value = typedField(after, 'Cookie');
    return resend(situation, {
      id: 'drop-cookie',
      label: count > 1 ? `Send ${name} once and retry` : `Send without ${name} and retry`,
      changes: [
        {
          before: `Cookie: ${maskField({ name: 'Cookie', value: typed })}`,
          after: value === undefined ? undefined : `Cookie: ${maskField({ name: 'Cookie', value })}`,
        },
      ],
      apply: () => after,
    });
  },
});
