import { posixQuote } from '../export/shells/posix-quote.ts';

/** A word of a POSIX shell, quoted where it must be. */
export const word = posixQuote;

/** A literal string of PowerShell: within single quotes only they themselves are doubled. */
export const powershellString = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;

/** The minute in which it was, as the server’s own zone and log write it: the shell there does the conversion. */
export const minuteAt = (atSeconds: number, format: string): string =>
  `"$(LC_ALL=C date -d @${Math.floor(atSeconds)} ${word(`+${format}`)})"`;

/** A time in UTC as RFC 3339 has it, some seconds before or after. */
export const utc = (atSeconds: number, shift = 0): string =>
  `${new Date(Math.floor(atSeconds + shift) * 1000).toISOString().slice(0, 19)}Z`;

/** The same for journalctl. */
export const journalTime = (atSeconds: number, shift: number): string =>
  word(`${utc(atSeconds, shift).slice(0, 19).replace('T', ' ')} UTC`);
