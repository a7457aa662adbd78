/**
 * Every option of curl(1), 8.x. `used` options shape the request; `quiet` ones only concern what curl prints, stores or
 * how it waits; what is in `lost` changes what is sent or whom it reaches and cannot be carried over, so it is noted.
 */
export interface CurlOption {
  readonly name: string;
  /** Takes the next word, or the rest of its own. */
  readonly value: boolean;
  /** What an import does with it; a text says why it is not carried over. */
  readonly use: 'used' | 'quiet' | { readonly lost: string };
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const usedSwitches = words(`
  anyauth basic compressed digest follow get globoff head http1.1 http2
  http2-prior-knowledge insecure ipv4 ipv6 location location-trusted negotiate
  netrc netrc-optional next
  ntlm ntlm-wb path-as-is proxy-anyauth proxy-basic proxy-digest proxy-insecure proxy-negotiate proxy-ntlm socks5-basic tlsv1 tlsv1.0 tlsv1.1
  tlsv1.2 tlsv1.3`);

const usedValues = words(`
  aws-sigv4 cacert cert cert-type connect-to cookie data data-ascii data-binary data-raw data-urlencode form form-string header interface json key key-type pass
  max-redirs max-time netrc-file noproxy oauth2-bearer proto-default proxy proxy-user socks5 socks5-hostname range referer request resolve tls-max unix-socket upload-file
  url url-query user user-agent`);

const quietSwitches = words(`
  append compressed-ssh create-dirs disable disable-eprt disable-epsv fail fail-early fail-with-body false-start
  ftp-create-dirs ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control include junk-session-cookies
  list-only mail-rcpt-allowfails manual metalink no-buffer buffer clobber keepalive alpn npn progress-meter sessionid
  parallel parallel-immediate progress-bar raw remote-header-name remote-name remote-name-all remote-time
  remove-on-error retry-all-errors retry-connrefused sasl-ir show-error show-headers silent skip-existing
  styled-output suppress-connect-headers tcp-fastopen tcp-nodelay tftp-no-options trace-ids trace-time use-ascii
  verbose version xattr http0.9 out-null dump-ca-embed ca-native proxy-ca-native`);

const quietValues = words(`
  alt-svc connect-timeout cookie-jar create-file-mode delegation dump-header egd-file etag-save expect100-timeout
  ftp-account ftp-alternative-to-user ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms help hostpubmd5
  hostpubsha256 hsts keepalive-cnt keepalive-time krb libcurl limit-rate mail-auth mail-from mail-rcpt max-filesize
  output output-dir parallel-max parallel-max-host pubkey quote random-file rate retry retry-delay retry-max-time
  sasl-authzid speed-limit speed-time stderr telnet-option tftp-blksize trace trace-ascii trace-config variable
  vlan-priority ip-tos knownhosts write-out local-port dns-interface dns-ipv4-addr dns-ipv6-addr upload-flags`);

const lostSwitches: Readonly<Record<string, string>> = {
  'cert-status': 'the stapled certificate status is not asked for',
  crlf: 'line ends of an upload are not converted',
  'disallow-username-in-url': 'a user name in the address is still taken',
  'doh-cert-status': 'names are resolved by the system',
  'doh-insecure': 'names are resolved by the system',
  'form-escape': 'names of parts are escaped as browsers do',
  'haproxy-protocol': 'the PROXY line is not sent',
  'http1.0': 'the request is sent as HTTP/1.1',
  http3: 'the request is sent as HTTP/2 or HTTP/1.1',
  'http3-only': 'the request is sent as HTTP/2 or HTTP/1.1',
  'ignore-content-length': 'the length of the answer counts',
  mptcp: 'the connection uses plain TCP',
  post301: 'after a 301 a POST becomes a GET',
  post302: 'after a 302 a POST becomes a GET',
  post303: 'after a 303 a POST becomes a GET',
  'proxy-http2': 'the proxy is spoken to in HTTP/1.1',
  'proxy-ssl-allow-beast': 'TLS settings of the proxy are the system’s',
  'proxy-ssl-auto-client-cert': 'no client certificate is shown to the proxy',
  'proxy-tlsv1': 'TLS settings of the proxy are the system’s',
  proxytunnel: 'a tunnel is used for https only',
  'socks5-gssapi': 'only SOCKS5 proxies with a password or none are supported',
  'socks5-gssapi-nec': 'only SOCKS5 proxies with a password or none are supported',
  ssl: 'the address alone decides whether TLS is used',
  'ssl-allow-beast': 'TLS settings are the system’s',
  'ssl-auto-client-cert': 'name the client certificate in Settings instead',
  'ssl-no-revoke': 'revocation is checked as the system does',
  'ssl-reqd': 'the address alone decides whether TLS is used',
  'ssl-revoke-best-effort': 'revocation is checked as the system does',
  sslv2: 'TLS settings are the system’s',
  sslv3: 'TLS settings are the system’s',
  'tls-earlydata': 'TLS settings are the system’s',
  'tr-encoding': 'a compressed transfer coding is not asked for',
  ech: 'TLS settings are the system’s',
};

const lostValues: Readonly<Record<string, string>> = {
  'abstract-unix-socket': 'the request goes to the host of the address',
  capath: 'name one PEM file in Settings instead',
  ciphers: 'TLS settings are the system’s',
  config: 'options in that file are not read; paste or drop it, and they are a request of their own',
  'continue-at': 'the answer is fetched from its beginning',
  crlfile: 'revocation is checked as the system does',
  curves: 'TLS settings are the system’s',
  'dns-servers': 'names are resolved by the system',
  'doh-url': 'names are resolved by the system',
  engine: 'TLS settings are the system’s',
  'etag-compare': 'the entity tag in that file is not sent',
  'haproxy-clientip': 'the PROXY line is not sent',
  'login-options': 'login options are for mail protocols',
  pinnedpubkey: 'the server’s key is not compared with that one',
  preproxy: 'one proxy at most is used',
  proto: 'only http and https are sent',
  'proto-redir': 'only http and https are followed',
  'proxy-cacert': 'certificates of an HTTPS proxy are checked like the server’s',
  'proxy-capath': 'certificates of an HTTPS proxy are checked like the server’s',
  'proxy-cert': 'no client certificate is shown to the proxy',
  'proxy-cert-type': 'no client certificate is shown to the proxy',
  'proxy-ciphers': 'TLS settings of the proxy are the system’s',
  'proxy-crlfile': 'revocation is checked as the system does',
  'proxy-header': 'extra fields for the proxy are not sent',
  'proxy-key': 'no client certificate is shown to the proxy',
  'proxy-key-type': 'no client certificate is shown to the proxy',
  'proxy-pass': 'no client certificate is shown to the proxy',
  'proxy-pinnedpubkey': 'the proxy’s key is not compared with that one',
  'proxy-service-name': 'a proxy is not answered with Negotiate',
  'proxy-tls13-ciphers': 'TLS settings of the proxy are the system’s',
  'proxy-tlsauthtype': 'TLS-SRP is not supported',
  'proxy-tlspassword': 'TLS-SRP is not supported',
  'proxy-tlsuser': 'TLS-SRP is not supported',
  'proxy1.0': 'set the proxy in Settings: it is spoken to in HTTP/1.1',
  'request-target': 'the request line is made from the address',
  'service-name': 'the ticket is asked for the service HTTP',
  sigalgs: 'TLS settings are the system’s',
  'signature-algorithms': 'TLS settings are the system’s',
  socks4: 'only SOCKS5 proxies with a password or none are supported',
  socks4a: 'only SOCKS5 proxies with a password or none are supported',
  'socks5-gssapi-service': 'only SOCKS5 proxies with a password or none are supported',
  'time-cond': 'If-Modified-Since is not sent: add the field',
  'tls13-ciphers': 'TLS settings are the system’s',
  tlsauthtype: 'TLS-SRP is not supported',
  tlspassword: 'TLS-SRP is not supported',
  tlsuser: 'TLS-SRP is not supported',
};

const known: ReadonlyMap<string, CurlOption> = new Map(
  [
    ...usedSwitches.map((name): CurlOption => ({ name, value: false, use: 'used' })),
    ...usedValues.map((name): CurlOption => ({ name, value: true, use: 'used' })),
    ...quietSwitches.map((name): CurlOption => ({ name, value: false, use: 'quiet' })),
    ...quietValues.map((name): CurlOption => ({ name, value: true, use: 'quiet' })),
    ...Object.entries(lostSwitches).map(([name, lost]): CurlOption => ({
      name,
      value: false,
      use: { lost },
    })),
    ...Object.entries(lostValues).map(([name, lost]): CurlOption => ({ name, value: true, use: { lost } })),
  ].map((option) => [option.name, option]),
);

/** One letter and the option that it stands for. */
const letters: ReadonlyMap<string, string> = new Map(
  words(`
    0:http1.0 1:tlsv1 2:sslv2 3:sslv3 4:ipv4 6:ipv6 a:append A:user-agent b:cookie B:use-ascii c:cookie-jar
    C:continue-at d:data D:dump-header e:referer E:cert f:fail F:form g:globoff G:get h:help H:header i:include I:head
    j:junk-session-cookies J:remote-header-name k:insecure K:config l:list-only L:location m:max-time M:manual n:netrc
    N:no-buffer o:output O:remote-name p:proxytunnel P:ftp-port q:disable Q:quote r:range R:remote-time s:silent
    S:show-error t:telnet-option T:upload-file u:user U:proxy-user v:verbose V:version w:write-out x:proxy X:request
    y:speed-time Y:speed-limit z:time-cond Z:parallel #:progress-bar`).map((pair) => [
    pair.slice(0, 1),
    pair.slice(2),
  ]),
).set(':', 'next');

export const optionOfLetter = (letter: string): CurlOption | undefined =>
  known.get(letters.get(letter) ?? '');

/** An option by its long name, or by a beginning that only one option has. `on` is false for `--no-…`. */
export const optionNamed = (
  name: string,
): { readonly option: CurlOption; readonly on: boolean } | undefined => {
  const exact = known.get(name);
  if (exact !== undefined) return { option: exact, on: true };
  if (name.startsWith('no-')) {
    const negated = known.get(name.slice(3));
    return negated === undefined || negated.value ? undefined : { option: negated, on: false };
  }
  const beginnings = [...known.values()].filter((option) => option.name.startsWith(name));
  const [only] = beginnings;
  return only !== undefined && beginnings.length === 1 ? { option: only, on: true } : undefined;
};

export const curlOptionNames: readonly string[] = [...known.keys()];
