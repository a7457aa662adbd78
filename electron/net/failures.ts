import type { Failure, FailureCode } from '../../shared/exchange/exchange.ts';

/** How far an exchange had come when it failed, and with whom. */
export interface FailureScene {
  readonly hostname: string;
  readonly port: number;
  /** host:port of the HTTP proxy, where the connection goes to one. */
  readonly proxy: string | undefined;
  readonly connected: boolean;
  /** Connected, but the TLS handshake is not over, or the certificate not accepted. */
  readonly handshaking: boolean;
  readonly signal: AbortSignal;
  /** The other side closed in an orderly way. */
  readonly peerEnded: boolean;
  readonly receivedBytes: number;
  readonly received: string | undefined;
}

/** A failure that this engine itself finds; everything else is read from the platform's error codes. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

interface PlatformError {
  readonly code: string;
  readonly message: string;
}

const platformError = (error: unknown): PlatformError => {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '' && error instanceof AggregateError && error.errors.length > 0) {
    return platformError(error.errors[0]);
  }
  return { code, message: error.message };
};

/**
 * Makes an outcome of whatever the platform reports. It goes by the class of a code, not by its text: OpenSSL and
 * BoringSSL word the same failure differently.
 */
export const explainFailure = (error: unknown, scene: FailureScene): Failure => {
  const platform = platformError(error);
  const detail = platform.code === '' ? platform.message : `${platform.code}: ${platform.message}`;
  const received = scene.received === undefined ? {} : { received: scene.received };
  if (scene.signal.aborted) return { ...stopped(scene.signal), ...received };
  if (error instanceof WireError) {
    return { code: error.code, message: error.message, detail: causeOf(error), ...received };
  }
  const code = codeOf(platform, scene);
  if (scene.proxy !== undefined && !scene.connected && atTheDoor.has(code)) {
    return { code: 'proxy', message: proxySentence(code, scene.proxy), detail };
  }
  return { code, message: sentence(code, platform, scene), detail, ...received };
};

const causeOf = (error: WireError): string =>
  error.cause === undefined ? '' : platformError(error.cause).message;

/** Failures that the proxy itself can cause before it has been reached. */
const atTheDoor: ReadonlySet<FailureCode> = new Set([
  'dns',
  'refused',
  'unreachable',
  'timeout',
  'reset',
  'closed',
]);

const stopped = (signal: AbortSignal): Failure => {
  const reason: unknown = signal.reason;
  return reason instanceof Error && reason.name === 'TimeoutError'
    ? {
        code: 'timeout',
        message:
          'There was no complete answer within the time limit. Raise the limit, or ask why the server is slow.',
        detail: reason.message,
      }
    : { code: 'cancelled', message: 'You cancelled the request.', detail: '' };
};

const certificateCode =
  /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|HOSTNAME_MISMATCH|_CRL|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH/;
/** A server that asks for a certificate refuses with an alert: that is not about the certificate it showed. */
const alertCode = /ALERT/;
const unfitCode =
  /^ERR_(?:INVALID_(?:CHAR|HTTP_TOKEN|URL|PROTOCOL|ARG)|UNESCAPED|HTTP_INVALID|SOCKET_BAD_PORT)/;

const codeOf = ({ code }: PlatformError, scene: FailureScene): FailureCode => {
  if (/^HPE_(?:HEADER_OVERFLOW|CHUNK_EXTENSIONS_OVERFLOW)/.test(code)) return 'too-large';
  if (code.startsWith('HPE_')) return scene.peerEnded && /EOF/.test(code) ? 'closed' : 'malformed-answer';
  if (/^ERR_HTTP2_(?:STREAM_ERROR|GOAWAY_SESSION|STREAM_CANCEL|INVALID_SESSION)$/.test(code)) return 'reset';
  if (code.startsWith('ERR_HTTP2_')) return 'malformed-answer';
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return 'dns';
  if (code === 'ECONNREFUSED') return 'refused';
  if (/^E(?:HOST|NET)(?:UNREACH|DOWN)$|^EADDRNOTAVAIL$|^EACCES$|^EPERM$/.test(code)) return 'unreachable';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (unfitCode.test(code)) return 'invalid-request';
  if (certificateCode.test(code) && !alertCode.test(code)) return 'tls-certificate';
  if (/^ERR_(?:SSL|TLS|OSSL)_|^EPROTO$/.test(code) || scene.handshaking) return 'tls';
  if (/^E(?:CONNRESET|PIPE|CONNABORTED)$|^ERR_STREAM_(?:PREMATURE_CLOSE|DESTROYED)$/.test(code)) {
    return scene.peerEnded ? 'closed' : 'reset';
  }
  return 'other';
};

const proxySentence = (code: FailureCode, proxy: string): string => {
  if (code === 'dns')
    return `The name of the proxy ${proxy} could not be resolved. Check the proxy in the settings.`;
  if (code === 'refused')
    return `The proxy ${proxy} refused the connection. Check its address, and that it runs.`;
  return `The proxy ${proxy} could not be reached. Check its address and your network.`;
};

const sentence = (code: FailureCode, platform: PlatformError, scene: FailureScene): string => {
  const { hostname, port, receivedBytes } = scene;
  const where = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
  switch (code) {
    case 'dns':
      return `The name ${hostname} could not be resolved. Check its spelling, and that this machine reaches its name server.`;
    case 'refused':
      return `${where} refused the connection: nothing listens there. Check the port, and that the server runs.`;
    case 'unreachable':
      return `${where} cannot be reached from here. Check the network or the VPN.`;
    case 'reset':
      return receivedBytes === 0
        ? `${where} broke the connection off without an answer. Send again; if it stays so, look into the server's log.`
        : `${where} broke the connection off after ${receivedBytes} bytes of its answer. Send again; if it stays so, look into the server's log.`;
    case 'closed':
      return receivedBytes === 0
        ? `${where} closed the connection without an answer. Check that it speaks HTTP on this port.`
        : `${where} closed the connection before its answer was complete; ${receivedBytes} bytes had come.`;
    case 'tls-certificate':
      return certificateSentence(platform.code, hostname);
    case 'tls':
      return tlsSentence(platform, where);
    case 'timeout':
      return `${where} did not answer in time. Check the address, and that no firewall swallows the connection.`;
    case 'malformed-answer':
      return `What ${where} sent is not a well-formed HTTP answer. Look at the bytes that came; is it an HTTP server?`;
    case 'too-large':
      return `The head of the answer of ${where} is larger than this client reads.`;
    case 'invalid-request':
      return 'The request cannot be written as HTTP. Remove spaces and control characters from its address and fields.';
    case 'proxy':
    case 'cancelled':
    case 'other':
      return `The request to ${where} failed. The detail below is what the system reports.`;
    default:
      return code satisfies never;
  }
};

const certificateSentence = (code: string, hostname: string): string => {
  if (/EXPIRED/.test(code)) return `The certificate of ${hostname} has expired. Its owner must renew it.`;
  if (/NOT_YET_VALID/.test(code))
    return `The certificate of ${hostname} is not valid yet. Check this machine's clock.`;
  if (/ALTNAME|HOSTNAME/.test(code))
    return `The certificate that was shown is not for ${hostname}. Check the name in the address.`;
  if (/SELF_SIGNED|UNABLE_TO_|AUTHORITY/.test(code)) {
    return `Nobody this machine trusts vouches for the certificate of ${hostname}. Name its authority in the request's settings, or switch the check off.`;
  }
  return `The certificate of ${hostname} was refused. Look at the chain, or name its authority in the request's settings.`;
};

const tlsSentence = ({ code, message }: PlatformError, where: string): string => {
  const reason = `${code}_${message}`.toUpperCase().replaceAll(' ', '_');
  if (/WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG/.test(reason)) {
    return `${where} does not speak TLS. Try http:// instead of https://.`;
  }
  if (/CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE/.test(reason)) {
    return `${where} refused the TLS handshake. It may want a client certificate, or share no TLS version with this client.`;
  }
  if (/NO_PROTOCOLS_AVAILABLE/.test(reason)) {
    return 'The oldest version of TLS in the settings of the request is newer than the newest one. Correct one of them.';
  }
  return `No TLS connection to ${where} came about. Check that the port speaks TLS, and which versions it offers.`;
};
