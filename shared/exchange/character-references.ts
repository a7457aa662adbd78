import { decodeHTMLStrict } from 'entities/decode';

/**
 * Markup's text with its character references (HTML §13.5, XML §4.1) as the characters that they stand for: `&eacute;`,
 * `&#39;`. One without its semicolon, or with a name that nobody knows, stays as it is written.
 */
export const withoutReferences = (markup: string): string =>
  markup.includes('&') ? decodeHTMLStrict(markup) : markup;
