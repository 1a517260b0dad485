/** Who may talk to the web host: the browser that opened a one-time address. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** A code for one more browser. It works once. */
  newCode(): string;
  /** Takes a code; the value of the `Set-Cookie` header where it was good, else null. */
  exchange(code: string): string | null;
  /** Whether a `Cookie` header holds this session. */
  holds(cookieHeader: string | undefined): boolean;
}

/** `port` is part of the cookie's name: cookies are shared by all ports of a host. */
export function createSession(port: number): Session {
  const cookieName = `dossier-${port}`;
  const token = randomBytes(32).toString('base64url');
  const codes = new Set<string>();
  return {
    newCode() {
      const code = randomBytes(24).toString('base64url');
      codes.add(code);
      return code;
    },
    exchange(code) {
      for (const known of codes)
        if (same(known, code)) {
          codes.delete(known);
          return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`;
        }
      return null;
    },
    holds(cookieHeader) {
      return (cookieHeader ?? '').split(';').some((pair) => {
        const [name, value] = pair.trim().split('=', 2);
        return name === cookieName && same(value ?? '', token);
      });
    },
  };
}

/** Compares in a time that tells nothing about where two texts differ. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
