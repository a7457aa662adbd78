/** NegotiateFlags that are used here (MS-NLMP §2.2.2.5). */
export const ntlmFlags = {
  unicode: 0x0000_0001,
  oem: 0x0000_0002,
  requestTarget: 0x0000_0004,
  ntlm: 0x0000_0200,
  alwaysSign: 0x0000_8000,
  extendedSessionSecurity: 0x0008_0000,
  targetInfo: 0x0080_0000,
} as const;

/** What a client offers: no signing and no sealing, since HTTP messages travel as they are. */
export const offeredFlags =
  ntlmFlags.unicode |
  ntlmFlags.oem |
  ntlmFlags.requestTarget |
  ntlmFlags.ntlm |
  ntlmFlags.alwaysSign |
  ntlmFlags.extendedSessionSecurity;

/** What both sides want, as the last message says it: the charset is settled then. */
export const agreedFlags = (challenged: number): number => {
  const common = challenged & (offeredFlags | ntlmFlags.targetInfo);
  return (common & ntlmFlags.unicode) === 0 ? common : common & ~ntlmFlags.oem;
};
