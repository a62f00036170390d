import { Invalid } from "@/lib/base/errors";
import type { Company } from "@/lib/company/domain/company";
import { networkOf } from "@/lib/platform/config/client-address";
import { parseInput } from "@/lib/platform/http/parse-input";
import { TooManyRequests } from "@/lib/platform/http/too-many-requests";
import { SetupRequest } from "./contract/company";
import { createFirstCompany } from "./create-company-with-owner";
import { credentialHash } from "./credential-hash";
import { isSetupCode } from "./setup-code";
import { countAttempts, forgiveAttempts } from "./sql/sign-in-attempts";

const ATTEMPTS = 10;
const WINDOW_SECONDS = 15 * 60;

/**
 * Creates the installation's first company and its owner, once. Nothing else of the request is read before the code is
 * right, and attempts are counted per network on all servers. Throws `Invalid`, `TooManyRequests`, or `NotFound` once
 * there is a company.
 */
export async function setUp(parameters: Readonly<Record<string, unknown>>, address: string | null): Promise<Company> {
  const network = networkOf(address ?? "");
  const key = `setup:${Buffer.from(credentialHash(network)).toString("base64url")}`;
  const [counted] = await countAttempts([key], WINDOW_SECONDS);
  if (counted && counted.count > ATTEMPTS)
    throw new TooManyRequests(Math.max(1, counted.secondsLeft), "Too many attempts to set up this server.");
  if (!isSetupCode(String(parameters.code ?? "")))
    throw new Invalid({ code: "This isn’t the setup code. Copy it from the terminal where the server was started." });
  await forgiveAttempts(key, []);
  const { code, ...input } = parseInput(SetupRequest, parameters);
  return createFirstCompany(input, { address, requestId: null });
}
