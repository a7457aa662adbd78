import { responseOf, type Attempt, type Exchange } from '../exchange/exchange.ts';
import { hostIn } from '../exchange/url.ts';
import type { Draft } from '../workspace/draft.ts';
import { without, withPairs, pairsOf, nameOfPair } from './parts/cookie-edits.ts';
import { withUrl } from './parts/draft-edits.ts';
import { loginFormOf, type HtmlForm } from './parts/html.ts';
import { sentValue } from './parts/seen.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy, type Answers, type Errand } from './remedy.ts';

interface Found {
  readonly form: HtmlForm;
  /** Address of the page that holds it. */
  readonly page: string;
}

const formIn = (exchange: Exchange): Found | undefined => {
  const body = responseOf(exchange)?.body;
  const form = body?.kind === 'text' ? loginFormOf(body.text) : undefined;
  return form && { form, page: exchange.request.url };
};

const found = ({ exchanges }: Pick<Attempt, 'exchanges'>): Found | undefined =>
  exchanges
    .toReversed()
    .map(formIn)
    .find((one) => one !== undefined);

/** What a browser would send: hidden inputs as they are, the person's name and password in theirs. */
const filled = ({ inputs }: HtmlForm, { username = '', password = '' }: Answers) => {
  const name =
    inputs.find(
      ({ name: one, type }) => /^(?:text|email)$/.test(type) && /user|login|mail|name/i.test(one),
    ) ?? inputs.find(({ type }) => /^(?:text|email)$/.test(type));
  return inputs
    .filter(({ type }) => !/^(?:submit|button|reset|image|checkbox|radio|file)$/.test(type))
    .map((input) => ({
      name: input.name,
      value: input === name ? username : input.type === 'password' ? password : input.value,
      on: true,
    }));
};

/** A request of the same session: the jar's cookies, no credential of the API. */
const plain = (draft: Draft, address: string): Draft => ({
  ...withUrl(
    { ...draft, auth: { kind: 'none' }, fields: [], fieldsOff: [], body: { kind: 'none' } },
    address,
  ),
  method: 'GET',
  settings: { ...draft.settings, cookies: true, followRedirects: true },
});

const posting = (draft: Draft, { form, page }: Found, answers: Answers): Draft => {
  const action = new URL(form.action === '' ? page : form.action, page).href;
  return { ...plain(draft, action), method: 'POST', body: { kind: 'form', fields: filled(form, answers) } };
};

/** The request with the jar's cookies in the place of those that were typed: the old session is not sent again. */
const withNewSession = (draft: Draft, names: readonly string[]): Draft => ({
  ...withPairs(draft, without(names)),
  settings: { ...draft.settings, cookies: true },
});

/** Fills in the login form as a browser would, keeps the session cookie, and sends the request again. */
export const logInByForm = defineRemedy({
  id: 'log-in-by-form',
  plan(situation) {
    const { draft, attempt } = situation;
    const known = found(attempt);
    const sent = pairsOf(sentValue(situation, 'Cookie') ?? '').map(nameOfPair);
    if (known === undefined && sent.length === 0) return undefined;
    const submit = (form: Found, answers: Answers): Errand => ({
      draft: posting(draft, form, answers),
      afterwards: (login) =>
        (login.exchanges.map((exchange) => responseOf(exchange)?.status ?? 500)[0] ?? 500) >= 400
          ? { problem: 'The login was refused: check user name and password.' }
          : { next: withNewSession(draft, sent) },
    });
    const where = known === undefined ? 'the login page' : (hostIn(known.page) ?? known.page);
    return resend(situation, {
      id: 'log-in-by-form',
      label: 'Log in by the form and retry',
      changes: [
        { before: 'Cookie: the session that has ended', after: 'Cookie: the session of the new login' },
      ],
      sends: `Sends user name and password to ${where} by its form, then this ${draft.method} with the new session.`,
      question: {
        kind: 'values',
        fields: [
          ...(known === undefined
            ? [{ name: 'page', label: 'Address of the login page', secret: false, value: '' }]
            : []),
          { name: 'username', label: 'User name', secret: false, value: '' },
          { name: 'password', label: 'Password', secret: true, value: '' },
        ],
      },
      first: (answers) =>
        known === undefined
          ? {
              draft: plain(draft, answers['page'] ?? ''),
              afterwards: (page) => {
                const form = found(page);
                return form === undefined
                  ? {
                      problem:
                        'That page holds no form with a password. Give the address of the one that does.',
                    }
                  : { errand: submit(form, answers) };
              },
            }
          : submit(known, answers),
    });
  },
});
