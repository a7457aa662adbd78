/** The request target in origin-form (RFC 9112 §3.2.1), the address's own spelling kept; authority-form for CONNECT. */
export const targetOf = (method: string, url: string): string => {
  const [, authority = '', rest = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^#]*)/i.exec(url) ?? [];
  if (method === 'CONNECT') return authority.replace(/^.*@/, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
};
