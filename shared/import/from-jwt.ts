import { decodeJwt } from '../token/jwt.ts';
import type { Importer } from './importer.ts';

/** A JSON Web Token alone, quotes and line breaks of a copy around or within it left out. */
export const fromJwt: Importer = {
  form: 'jwt',
  read(text) {
    if (text.length > 200_000) return undefined;
    const token = text.replace(/^["'`]|["'`,;]+$/g, '').replace(/\s+/g, '');
    if (!/^eyJ[\w-]*(\.[\w-]*){2,4}$/.test(token)) return undefined;
    const decoded = decodeJwt(token);
    return decoded.kind === 'not-a-jwt' && !decoded.looksLikeJwt
      ? undefined
      : { kind: 'jwt', from: 'jwt', token };
  },
};
