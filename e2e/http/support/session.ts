import { z } from "zod";
import { type Answer, ask, read } from "./ask";
import { baseUrl, type Role, type Tenant, userOf } from "./demo";

/** Cookies by name. */
export type Cookies = Readonly<Record<string, string>>;

export const cookieHeader = (cookies: Cookies) => ({
  cookie: Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join("; "),
});

export function setCookies(answer: Answer, before: Cookies = {}): Cookies {
  const set = answer.headers.getSetCookie().map((line) => {
    const [name = "", ...value] = (line.split(";")[0] ?? "").split("=");
    return [name, value.join("=")] as const;
  });
  return Object.fromEntries(Object.entries({ ...before, ...Object.fromEntries(set) }).filter(([, value]) => value));
}

const Csrf = z.object({ csrfToken: z.string() });

/** One sign-in attempt with the form's fields and these cookies. */
export async function trySignIn(email: string, password: string, callbackUrl = "/calls", cookies: Cookies = {}) {
  const csrf = await ask("GET", "/api/auth/csrf");
  const before = setCookies(csrf, cookies);
  const answer = await ask("POST", "/api/auth/callback/credentials", {
    headers: cookieHeader(before),
    form: { csrfToken: read(Csrf, csrf).csrfToken, email, password, callbackUrl, json: "true" },
  });
  return { answer, cookies: setCookies(answer, before) };
}

const sessions = new Map<string, Promise<Readonly<Record<string, string>>>>();

/** Headers of a signed-in member of the role, on our own pages. Signs in once per test file. */
export function sessionOf(tenant: Tenant, role: Role): Promise<Readonly<Record<string, string>>> {
  const { email, password } = userOf(tenant, role);
  const session = sessions.get(email) ?? signedIn(email, password);
  sessions.set(email, session);
  return session;
}

async function signedIn(email: string, password: string) {
  const { answer, cookies } = await trySignIn(email, password);
  if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${answer.text}`);
  return { ...cookieHeader(cookies), origin: new URL(baseUrl).origin };
}
