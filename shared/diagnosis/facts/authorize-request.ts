import type { Facts } from '../facts.ts';

/** A request to an authorization endpoint (RFC 6749 §3.1), or to the sign-out that goes with it: a browser makes it. */
export const isAuthorizeRequest = ({ url }: Facts): boolean => {
  const query = url?.searchParams;
  return (
    query !== undefined &&
    query.has('client_id') &&
    (query.has('response_type') || query.has('redirect_uri') || query.has('post_logout_redirect_uri'))
  );
};
