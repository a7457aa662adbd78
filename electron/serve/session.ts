import { randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may use the browser host. A one-time token in the printed address is traded for a cookie; afterwards the token
 * is worth nothing.
 */
export interface Session {
  /** For the printed address. */
  readonly token: string;
  /** The Set-Cookie value where the token is right and fresh; says why it is refused otherwise. */
  redeem(token: string): { readonly cookie: string } | { readonly refused: 'wrong' | 'used' };
  /** Whether a Cookie field value holds the session's cookie. */
  isOpen(cookieField: string | undefined): boolean;
}

const equal = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** @param port goes into the cookie's name, because cookies of one address are shared by all its ports */
export const createSession = (port: number): Session => {
  const token = randomBytes(24).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const name = `why401-${port}`;
  let used = false;

  return {
    token,
    redeem(given) {
      if (!equal(given, token)) return { refused: 'wrong' };
      if (used) return { refused: 'used' };
      used = true;
      return { cookie: `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/` };
    },
    isOpen(cookieField) {
      const pairs = (cookieField ?? '').split(';').map((pair) => pair.trim());
      return pairs.some((pair) => pair.startsWith(`${name}=`) && equal(pair.slice(name.length + 1), secret));
    },
  };
};
