import type { NtlmLogin } from './response.ts';

/**
 * Who logs in, from what a person types: DOMAIN\user and user@domain are both common. A user principal name is looked up
 * whole, with an empty domain (MS-NLMP §3.3.2).
 */
export const ntlmLogin = (username: string, domain: string, password: string): NtlmLogin => {
  const [, before, after] = /^([^\\/]*)[\\/](.*)$/s.exec(username) ?? [];
  if (before !== undefined && after !== undefined) return { user: after, domain: before, password };
  return { user: username, domain: username.includes('@') ? '' : domain, password };
};
