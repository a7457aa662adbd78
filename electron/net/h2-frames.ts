import type { Frame } from '../../shared/exchange/exchange.ts';

/** What a client says first on an HTTP/2 connection (RFC 9113 §3.4). */
export const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

const headBytes = 9;

/** Payloads of these are read; of all others only the length counts. */
const longestDetail = 4096;

const types = [
  'DATA',
  'HEADERS',
  'PRIORITY',
  'RST_STREAM',
  'SETTINGS',
  'PUSH_PROMISE',
  'PING',
  'GOAWAY',
  'WINDOW_UPDATE',
  'CONTINUATION',
] as const;

/** Names of the flags of each type (RFC 9113 §6). */
const flagNames: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  DATA: { 0x1: 'END_STREAM', 0x8: 'PADDED' },
  HEADERS: { 0x1: 'END_STREAM', 0x4: 'END_HEADERS', 0x8: 'PADDED', 0x20: 'PRIORITY' },
  SETTINGS: { 0x1: 'ACK' },
  PUSH_PROMISE: { 0x4: 'END_HEADERS', 0x8: 'PADDED' },
  PING: { 0x1: 'ACK' },
  CONTINUATION: { 0x4: 'END_HEADERS' },
};

const settingNames: readonly string[] = [
  '',
  'HEADER_TABLE_SIZE',
  'ENABLE_PUSH',
  'MAX_CONCURRENT_STREAMS',
  'INITIAL_WINDOW_SIZE',
  'MAX_FRAME_SIZE',
  'MAX_HEADER_LIST_SIZE',
  '',
  'ENABLE_CONNECT_PROTOCOL',
  'NO_RFC7540_PRIORITIES',
];

const errorNames: readonly string[] = [
  'NO_ERROR',
  'PROTOCOL_ERROR',
  'INTERNAL_ERROR',
  'FLOW_CONTROL_ERROR',
  'SETTINGS_TIMEOUT',
  'STREAM_CLOSED',
  'FRAME_SIZE_ERROR',
  'REFUSED_STREAM',
  'CANCEL',
  'COMPRESSION_ERROR',
  'CONNECT_ERROR',
  'ENHANCE_YOUR_CALM',
  'INADEQUATE_SECURITY',
  'HTTP_1_1_REQUIRED',
];

/**
 * Reads the frames of one direction of a connection from its bytes, piece by piece (RFC 9113 §4.1). Never throws: what
 * is no frame ends the reading, since nothing behind it can be told apart.
 */
export class FrameReader {
  readonly #direction: Frame['direction'];
  readonly #seen: (frame: Frame) => void;
  #pending: Buffer = Buffer.alloc(0);
  /** Bytes of payloads and of the preface that are still to be passed over. */
  #skip: number;

  constructor(direction: Frame['direction'], seen: (frame: Frame) => void) {
    this.#direction = direction;
    this.#seen = seen;
    this.#skip = direction === '>' ? preface.length : 0;
  }

  take(bytes: Uint8Array): void {
    const passed = Math.min(this.#skip, bytes.length);
    this.#skip -= passed;
    if (passed === bytes.length) return;
    const rest = bytes.subarray(passed);
    this.#pending = this.#pending.length === 0 ? Buffer.from(rest) : Buffer.concat([this.#pending, rest]);
    while (this.#pending.length >= headBytes && this.#skip === 0) {
      if (!this.#next()) return;
    }
  }

  /** Whether a whole head, and the payload where it is read, was there. */
  #next(): boolean {
    const length = this.#pending.readUIntBE(0, 3);
    const type = types[this.#pending.readUInt8(3)] ?? `0x${this.#pending.readUInt8(3).toString(16)}`;
    const flags = this.#pending.readUInt8(4);
    const stream = this.#pending.readUInt32BE(5) & 0x7fffffff;
    const isRead = detailOf[type] !== undefined && length <= longestDetail;
    if (isRead && this.#pending.length < headBytes + length) return false;
    const payload = isRead ? this.#pending.subarray(headBytes, headBytes + length) : undefined;
    const detail = payload && detailOf[type]?.(payload);
    this.#seen({
      direction: this.#direction,
      type,
      flags: flagsOf(type, flags),
      stream,
      length,
      ...(detail === undefined || detail === '' ? {} : { detail }),
    });
    const end = headBytes + length;
    this.#skip = Math.max(0, end - this.#pending.length);
    this.#pending = Buffer.from(this.#pending.subarray(end));
    return true;
  }
}

const flagsOf = (type: string, bits: number): string[] => {
  const names = flagNames[type] ?? {};
  return [0, 1, 2, 3, 4, 5, 6, 7]
    .map((at) => 1 << at)
    .filter((bit) => (bits & bit) !== 0)
    .map((bit) => names[bit] ?? `0x${bit.toString(16)}`);
};

const errorName = (code: number): string => errorNames[code] ?? `0x${code.toString(16)}`;

const detailOf: Readonly<Record<string, (payload: Buffer) => string>> = {
  SETTINGS: (payload) => {
    const settings: string[] = [];
    for (let at = 0; at + 6 <= payload.length; at += 6) {
      const id = payload.readUInt16BE(at);
      settings.push(`${settingNames[id] || `0x${id.toString(16)}`}=${payload.readUInt32BE(at + 2)}`);
    }
    return settings.join(' ');
  },
  RST_STREAM: (payload) => (payload.length < 4 ? '' : errorName(payload.readUInt32BE(0))),
  GOAWAY: (payload) =>
    payload.length < 8
      ? ''
      : [
          `last stream ${payload.readUInt32BE(0) & 0x7fffffff}`,
          errorName(payload.readUInt32BE(4)),
          payload.subarray(8).toString('latin1'),
        ]
          .filter((part) => part !== '')
          .join(', '),
  WINDOW_UPDATE: (payload) => (payload.length < 4 ? '' : `+${payload.readUInt32BE(0) & 0x7fffffff}`),
};
