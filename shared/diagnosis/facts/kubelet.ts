import type { Facts } from '../facts.ts';

/** Where a Kubernetes node answers. */
const PORT = '10250';

/**
 * A node that is asked with a service account's token and shows no sign of having read it: it can only know such a
 * token by asking the cluster, which it does where it was told to.
 */
export const nodeLeavesTokenUnread = ({ url, token, status, bodyText, said }: Facts): boolean => {
  if (url?.port !== PORT) return false;
  const subject = token?.jwt?.claims['sub'];
  if (typeof subject !== 'string' || !subject.startsWith('system:serviceaccount:')) return false;
  return status === 401
    ? /^\s*Unauthorized\s*$/.test(bodyText)
    : status === 403 && /\buser=system:anonymous\b/.test(said);
};
