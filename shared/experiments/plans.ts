import type { Plan } from './experiment.ts';
import type { Scene } from './scene.ts';
import { isSafe, sendsPassword } from './variants.ts';

/** "GET api.example.com/v1/me". */
export const requestLine = ({ facts, draft }: Scene): string =>
  `${draft.method} ${facts.url?.host ?? ''}${facts.url?.pathname ?? draft.url}`;

export const hostOf = ({ facts }: Scene): string => facts.url?.host ?? '';

/** The request itself was refused, and it can be sent again: not a token request of which nobody knows the form. */
export const canSend = ({ facts, draft }: Scene): boolean =>
  !facts.tokenRequest &&
  facts.exchange.request.unseen !== true &&
  facts.url !== undefined &&
  draft.url.trim() !== '';

/**
 * The plan of an experiment that sends the request again with a change. `own`: the credential that was refused goes
 * along, so that a wrong password is one more failed login.
 */
export const resending = (
  scene: Scene,
  { most, sends, own }: { readonly most: number; readonly sends: string; readonly own: boolean },
): Plan => {
  const { method } = scene.draft;
  const logins = own && sendsPassword(scene) ? most : 0;
  return {
    most,
    hosts: [hostOf(scene)],
    sends,
    risk:
      logins > 0
        ? `The same user name and password go along ${times(logins)}; where they are wrong, each counts as a failed login.`
        : own
          ? 'The credential goes where it went before, and no password is tried.'
          : 'It cannot lock an account.',
    logins,
    ...(isSafe(method) ? {} : { unsafe: method }),
  };
};

export const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
