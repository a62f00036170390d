import { expect, test } from "vitest";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { announceSetup } from "./announce-setup";
import { setupCode } from "./setup-code";

async function announced(isTTY: boolean): Promise<string> {
  let text = "";
  const write = (piece: string | Uint8Array) => {
    text += String(piece);
    return true;
  };
  await announceSetup({ isTTY, write });
  return text;
}

test("a server without a company says where to begin, and the code to a terminal only", async () => {
  const onTerminal = await announced(true);
  expect(onTerminal).toContain("/setup");
  expect(onTerminal).toContain(setupCode());
  const inFile = await announced(false);
  expect(inFile).toContain("npm run company -- code");
  expect(inFile).not.toContain(setupCode());
});

test("a server with a company says nothing", async () => {
  await givenCompany();
  expect(await announced(true)).toBe("");
});
