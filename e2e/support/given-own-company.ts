import type { Browser, Page } from "@playwright/test";
import type { Role } from "@/lib/access/domain/roles";
import { localMonth } from "@/lib/base/local-month";
import { monthsLater } from "@/lib/base/month";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { fakeClock } from "@/lib/testing/fake-clock";
import { demo } from "../http/support/demo";

type ContextOptions = NonNullable<Parameters<Browser["newContext"]>[0]>;

/** A company for a single test, for actions that cannot be undone. */
export class OwnCompany {
  static async make(browser: Browser): Promise<OwnCompany> {
    const { ctx } = await givenCompany({ name: "Juniper Home", clock: fakeClock(new Date()) });
    return new OwnCompany(ctx, browser);
  }

  private constructor(
    readonly ctx: GivenContext,
    private readonly browser: Browser,
  ) {}

  /** The middle of last month, `YYYY-MM-DD`: exactly one monthly cycle has ended since. */
  get dayOfLastMonth(): string {
    const { company, now } = this.ctx;
    return `${monthsLater(localMonth(now(), company.timeZone), -1)}-15`;
  }

  /** A page of a new signed-in member. The caller closes its context. */
  async as(role: Role, options: ContextOptions = {}): Promise<Page> {
    const { email, password } = await givenMember(this.ctx, role);
    const context = await this.browser.newContext({ baseURL: demo.url, ...options });
    const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
    const form = { csrfToken, email, password, callbackUrl: "/calls", json: "true" };
    const answer = await context.request.post("/api/auth/callback/credentials", { form });
    if (!answer.ok()) throw new Error(`${email} cannot sign in: ${await answer.text()}`);
    return context.newPage();
  }
}
