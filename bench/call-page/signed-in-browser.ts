import { encode } from "next-auth/jwt";
import { env } from "@/lib/platform/config/env";

const SESSION_COOKIE = "next-auth.session-token";

/** Fetches pages as a signed-in member. */
export class SignedInBrowser {
  static async as(member: { readonly id: number }, url: string): Promise<SignedInBrowser> {
    const token = await encode({ token: { sub: String(member.id) }, secret: env().NEXTAUTH_SECRET });
    return new SignedInBrowser(url, `${SESSION_COOKIE}=${token}`);
  }

  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  async get(path: string): Promise<string> {
    const answer = await fetch(this.url + path, { headers: { cookie: this.cookie }, redirect: "manual" });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    return body;
  }
}
