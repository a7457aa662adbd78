import type { Facts } from '../facts.ts';

/** An authorization endpoint (RFC 6749 §3.1), or the sign-out that goes with it. */
export const isAuthorizeAddress = (url: URL | undefined): boolean => {
  const query = url?.searchParams;
  return (
    query !== undefined &&
    query.has('client_id') &&
    (/\/authorize\/?$/.test(url?.pathname ?? '') ||
      query.has('response_type') ||
      query.has('redirect_uri') ||
      query.has('post_logout_redirect_uri'))
  );
};

/** A request to such an endpoint: a browser makes it. */
export const isAuthorizeRequest = ({ url }: Facts): boolean => isAuthorizeAddress(url);

/** Where a person is asked for something. */
const input = /<(?:input|textarea)\b(?![^>]+type=["']?(?:hidden|submit|button|image))/i;

/** A page that asks for nothing tells something: on such an endpoint that is why nobody can log in. */
export const asksNothing = (page: string): boolean => !input.test(page);
