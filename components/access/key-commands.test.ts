import { expect, test } from "vitest";
import { keyCommand, tokenCommand } from "./key-commands";

test("the commands carry the address and the secret", () => {
  expect(keyCommand("https://calls.test", "cmk_1")).toBe(
    'curl "https://calls.test/api/v1/calls?per_page=1" \\\n  -H "Authorization: Bearer cmk_1"',
  );
  expect(tokenCommand("https://calls.test", "T")).toBe(
    'curl -X PUT "https://calls.test/api/v1/secure/calls/CALL_UUID" \\\n  -H "Authorization: Bearer T" \\\n  -d buyer_converted=true',
  );
});
