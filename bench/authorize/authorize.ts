import { authenticateApiKey, authenticateSecureToken, sessionContext } from "@/lib/access/authenticate";
import { createApiKeys } from "@/lib/access/create-api-keys";
import { createSecureTokens } from "@/lib/access/create-secure-tokens";
import { signIn } from "@/lib/access/sign-in";
import { systemClock } from "@/lib/platform/config/clock";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { STRANGER } from "@/lib/testing/factories/stranger";
import type { Bench, Line } from "../bench";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";

const AT_ONCE = 16;
const CPU_MS = 0.05;
const SIGN_IN_MS = 400;

/** What finding out who asks costs, and signing in. Nothing is cached, so what was revoked is refused at once. */
export const authorize: Bench = async ({ quick }) => {
  const { ctx } = await givenCompany();
  const { email, password } = await givenMember(ctx);
  const [key] = await createApiKeys(ctx, [{ name: "Bench", role: "manager" }]);
  const [token] = await createSecureTokens(ctx, [{ name: "Bench" }]);
  const enter = () => signIn({ email, password }, STRANGER);
  const signedIn = await enter();
  if (!signedIn.ok || !key || !token) throw new Error("nobody can be authorized");
  const asks = quick ? 2_000 : 20_000;
  const signIns: number[] = [];
  for (let round = 0; round < (quick ? 5 : 20); round += 1) signIns.push(await milliseconds(enter));
  return [
    line("Authorizing a secure token", await cpuOf(asks, () => authenticateSecureToken(token.token, systemClock))),
    line("Authorizing an API key", await cpuOf(asks, () => authenticateApiKey(key.secret, systemClock))),
    line("Authorizing a session", await cpuOf(asks, () => sessionContext(signedIn.session, systemClock))),
    {
      what: "Signing in with a password",
      measured: `${median(signIns).toFixed(0)} ms`,
      target: `≤ ${SIGN_IN_MS} ms`,
      met: median(signIns) <= SIGN_IN_MS,
    },
  ];
};

/** Processor time of this process, which waits for the database meanwhile, in milliseconds each. */
async function cpuOf(asks: number, authorizeOnce: () => Promise<unknown>): Promise<number> {
  await askAll(asks / 10, authorizeOnce);
  const before = process.cpuUsage();
  await askAll(asks, authorizeOnce);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / asks;
}

async function askAll(asks: number, authorizeOnce: () => Promise<unknown>): Promise<void> {
  let left = asks;
  const askInTurn = async () => {
    for (; left > 0; left -= 1) await authorizeOnce();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
}

function line(what: string, cpu: number): Line {
  return { what, measured: `${cpu.toFixed(3)} ms of CPU`, target: `≤ ${CPU_MS} ms`, met: cpu <= CPU_MS };
}
