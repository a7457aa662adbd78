/** An IP address as a number, and how many bits it has. */
export interface IpAddress {
  readonly value: bigint;
  readonly bits: 32 | 128;
}

/** Reads an IPv4 or IPv6 address, brackets or not. `undefined` for a name. */
export const parseIp = (text: string): IpAddress | undefined =>
  text.includes(':') ? parseIp6(text.replace(/^\[|\]$/g, '')) : parseIp4(text);

const parseIp4 = (text: string): IpAddress | undefined => {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return undefined;
  return { value: joined(parts.map(BigInt), 8n), bits: 32 };
};

/** The eight groups of RFC 4291 §2.2; the platform's URL parser knows the short forms and writes the canonical one. */
const parseIp6 = (text: string): IpAddress | undefined => {
  const url = `http://[${text}]/`;
  if (!URL.canParse(url)) return undefined;
  const [before = '', after] = new URL(url).hostname.slice(1, -1).split('::');
  const head = groupsOf(before);
  const tail = groupsOf(after ?? '');
  const gap = Array.from({ length: 8 - head.length - tail.length }, () => 0n);
  return { value: joined([...head, ...gap, ...tail], 16n), bits: 128 };
};

const groupsOf = (text: string): readonly bigint[] =>
  text === '' ? [] : text.split(':').map((group) => BigInt(`0x${group}`));

const joined = (parts: readonly bigint[], width: bigint): bigint =>
  parts.reduce((value, part) => (value << width) | part, 0n);

/** Whether an address lies in `address/length` (RFC 4632 §3.1); false where the range is not one. */
export const inRange = (address: IpAddress, range: string): boolean => {
  const [, network = '', digits = ''] = /^(.+)\/(\d{1,3})$/.exec(range) ?? [];
  const base = parseIp(network);
  const length = Number(digits);
  if (base === undefined || base.bits !== address.bits || length > base.bits) return false;
  const rest = BigInt(base.bits - length);
  return base.value >> rest === address.value >> rest;
};
