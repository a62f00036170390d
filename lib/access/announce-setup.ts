import { env } from "@/lib/platform/config/env";
import { isSetUp } from "./is-set-up";
import { setupCode } from "./setup-code";

/**
 * Says on the terminal how to begin while the server has no company. The code goes to a terminal only, never into a file
 * that keeps what the server writes.
 */
export async function announceSetup(
  output: Pick<NodeJS.WriteStream, "isTTY" | "write"> = process.stdout,
): Promise<void> {
  if (await isSetUp()) return;
  const code = output.isTTY ? setupCode() : "shown by: npm run company -- code";
  output.write(`
This server has no company yet. Create it and its owner
  in a browser   ${env().NEXTAUTH_URL}/setup
  setup code     ${code}
  or here        npm run company -- create

`);
}
