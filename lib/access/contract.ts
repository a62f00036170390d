const TOO_MANY = "too_many_attempts";

/** The code with which a sign-in is refused for a while: it carries for how many seconds. */
export function tooManyAttempts(retryAfterSeconds: number): string {
  return `${TOO_MANY}.${retryAfterSeconds}`;
}

/** Seconds until another attempt is taken; null of every other code. */
export function retryAfterOf(code: string): number | null {
  const [name, seconds = ""] = code.split(".");
  return name === TOO_MANY && /^[1-9]\d{0,5}$/.test(seconds) ? Number(seconds) : null;
}
