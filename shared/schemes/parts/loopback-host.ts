/** A host name as the URL parser gives it: this machine, by name or by address (RFC 6761 §6.3, RFC 8252 §7.3). */
export const isLoopbackHost = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname);

/** Whether an address is plain http to another machine. Not so for what is no address at all. */
export const isRemoteHttp = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopbackHost(hostname);
};
