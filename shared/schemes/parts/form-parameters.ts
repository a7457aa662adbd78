/** A name and a value, decoded, as byte strings. */
export type FormParameter = readonly [name: string, value: string];

/** `application/x-www-form-urlencoded` read into its pairs; a broken escape stays as it was typed. */
export const formParameters = (text: string): readonly FormParameter[] =>
  text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0
        ? [formDecoded(pair), '']
        : [formDecoded(pair.slice(0, equals)), formDecoded(pair.slice(equals + 1))];
    });

const formDecoded = (text: string): string =>
  text
    .replaceAll('+', ' ')
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
