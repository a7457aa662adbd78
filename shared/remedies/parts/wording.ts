import { hostIn } from '../../exchange/url.ts';
import type { Plan, Situation } from '../remedy.ts';

/** Methods that may be repeated without a second effect (RFC 9110 §9.2.2). */
const idempotent = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY']);

/** Said before a request is sent a second time that may take effect twice. */
const resendWarning = (method: string): string | undefined =>
  idempotent.has(method.toUpperCase())
    ? undefined
    : `${method} is not idempotent: if the first one took effect, this is a second time.`;

/** "Sends this GET to api.acme.example again." */
const sendsAgain = ({ draft, attempt }: Situation): string => {
  const sent =
    attempt.exchanges.find((exchange) => exchange.purpose === 'resource')?.request.url ?? draft.url;
  // A recording holds other calls as well; an address with variables has no host of its own.
  const host = (draft.url.includes('{{') ? undefined : hostIn(draft.url)) ?? hostIn(sent) ?? sent;
  return `Sends this ${draft.method} to ${host} again.`;
};

/** A plan that sends the request again: what it leaves out is what every such plan shares. */
export const resend = (
  situation: Situation,
  plan: Pick<Plan, 'id' | 'label' | 'changes'> &
    Partial<
      Pick<
        Plan,
        | 'sends'
        | 'apply'
        | 'question'
        | 'token'
        | 'notBeforeMs'
        | 'profile'
        | 'forgetCookies'
        | 'first'
        | 'freshConnection'
      >
    >,
): Plan => {
  const warning = resendWarning(situation.draft.method);
  return {
    sends: sendsAgain(situation),
    apply: () => situation.draft,
    ...plan,
    sendsRequest: true,
    ...(warning === undefined ? {} : { warning }),
  };
};
