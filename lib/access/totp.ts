import { Secret, TOTP } from "otpauth";

const STEP_SECONDS = 30;
/** Clocks of phones differ: the code before and the one after count, too (RFC 6238, section 5.2). */
const STEPS_OFF = 1;

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from a QR code. */
export function totpUri(secret: string, email: string, company: string): string {
  return authenticator(secret, email, company).toString();
}

/** The time step of the code, or null if it is wrong. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const off = authenticator(secret).validate({ token: code, timestamp, window: STEPS_OFF });
  return off === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + off;
}

function authenticator(secret: string, label = "Callmark", issuer?: string): TOTP {
  const name = issuer === undefined ? "Callmark" : `Callmark (${issuer})`;
  return new TOTP({ issuer: name, label, secret: Secret.fromBase32(secret), digits: 6, period: STEP_SECONDS });
}
