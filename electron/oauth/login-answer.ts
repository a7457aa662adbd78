import { isSealed, unverified } from './response-object.ts';

/** What came back from a login, or why nothing did. */
export type LoginAnswer =
  | { readonly kind: 'answered'; readonly parameters: URLSearchParams }
  /** An answer without any state, which a server must send back (RFC 6749 §4.1.2). */
  | { readonly kind: 'stateless' }
  /** `strangers`: answers that bore another state than ours, and were turned away. */
  | { readonly kind: 'timeout'; readonly strangers: number }
  | { readonly kind: 'cancelled' };

/** Takes the address that a browser ended at from the hands of a person. */
export interface PastedAnswer {
  readonly answer: Promise<LoginAnswer>;
  /** Why the address is not the one that is waited for, one sentence; `undefined` where it was taken. */
  accept(address: string): string | undefined;
}

const answerNames = ['code', 'access_token', 'id_token', 'error', 'response'];

/** Whether parameters are those of a login's answer at all. */
export const isAnswer = (parameters: URLSearchParams): boolean =>
  answerNames.some((name) => parameters.has(name));

/**
 * Whether an answer bears the state of a login, within a signed one too; whether that is true is for the judge to say.
 * `hidden`: it is encrypted, and may bear it.
 */
export const stateIn = (
  parameters: URLSearchParams,
  state: string,
): 'own' | 'hidden' | 'another' | 'none' => {
  const states = unverified(parameters).getAll('state');
  if (states.length === 0) return isSealed(parameters) ? 'hidden' : 'none';
  return states.length === 1 && states[0] === state ? 'own' : 'another';
};

/** The parameters of an answer, from the query and the fragment (RFC 6749 §4.1.2, §4.2.2). */
const parametersIn = (address: string): URLSearchParams | undefined => {
  if (!URL.canParse(address)) return undefined;
  const { search, hash } = new URL(address);
  return new URLSearchParams([
    ...new URLSearchParams(search),
    ...new URLSearchParams(hash.replace(/^#/, '')),
  ]);
};

/** Waits for the address of the login with this state; a wrong one is told and the wait goes on. */
export const pastedAnswer = (state: string): PastedAnswer => {
  let settle: (answer: LoginAnswer) => void = () => undefined;
  const answer = new Promise<LoginAnswer>((resolve) => {
    settle = resolve;
  });
  return {
    answer,
    accept(address) {
      const parameters = parametersIn(address.trim());
      if (parameters === undefined) {
        return 'This is not an address; copy the whole of it from the browser, from its first letter on.';
      }
      if (!isAnswer(parameters)) {
        return 'This address holds no answer of a login; copy the one that the browser ended at after it.';
      }
      const found = stateIn(parameters, state);
      if (found === 'another') {
        return 'This address belongs to another login; copy the one of the login that was opened last.';
      }
      settle(found === 'none' ? { kind: 'stateless' } : { kind: 'answered', parameters });
      return undefined;
    },
  };
};
