import { byteStringOfBase64, utf8ByteString } from './bytes.ts';
import type { Body } from './exchange.ts';

/** The bytes of a body, `undefined` where they are no longer at hand: in a file, or read in another charset than UTF-8. */
export const byteStringOfBody = (body: Body): string | undefined => {
  switch (body.kind) {
    case 'none':
      return '';
    case 'text': {
      const bytes = utf8ByteString(body.text);
      return bytes.length === body.size ? bytes : undefined;
    }
    case 'bytes':
      return byteStringOfBase64(body.base64);
    case 'file':
      return undefined;
    default:
      return body satisfies never;
  }
};
