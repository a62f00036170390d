import {
  type Browser,
  type BrowserContext,
  test as base,
  type Page,
  type PlaywrightWorkerArgs,
} from "@playwright/test";
import { demo, type Role, userOf } from "../http/support/demo";
import { type GivenCall, givenCall } from "../http/support/given-call";

export { expect } from "@playwright/test";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;
type ContextOptions = NonNullable<Parameters<Browser["newContext"]>[0]>;

type Fixtures = {
  /** A page of a signed-in member. */
  as: (role: Role, options?: ContextOptions) => Promise<Page>;
  /** A new call with a buyer and a traffic source, without updates. */
  newCall: (fields?: Readonly<Record<string, unknown>>) => Promise<GivenCall>;
};
type WorkerFixtures = { stateOf: (role: Role) => Promise<StorageState> };

export const test = base.extend<Fixtures, WorkerFixtures>({
  stateOf: [
    async ({ playwright }, use) => {
      const states = new Map<Role, Promise<StorageState>>();
      await use((role) => {
        const state = states.get(role) ?? signIn(playwright, role);
        states.set(role, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
  as: async ({ browser, stateOf }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role, options = {}) => {
      const context = await browser.newContext({ baseURL: demo.url, ...options, storageState: await stateOf(role) });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern.
  newCall: async ({}, use) => {
    await use((fields) => givenCall(demo, fields));
  },
});

/** Signs in by request; the sign-in page has a test of its own. */
async function signIn(playwright: PlaywrightWorkerArgs["playwright"], role: Role): Promise<StorageState> {
  const request = await playwright.request.newContext({ baseURL: demo.url });
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const { email, password } = userOf(demo, role);
  const form = { csrfToken, email, password, callbackUrl: "/calls", json: "true" };
  const answer = await request.post("/api/auth/callback/credentials", { form });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${await answer.text()}`);
  const state = await request.storageState();
  await request.dispose();
  return state;
}
